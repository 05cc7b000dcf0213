import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mergeSegments, type MergeParams } from '../../../src/engine/steps/merge-segments';
import { nameInSentence } from '../../../src/engine/steps/edit-segments/names-param';
import { columnAs, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, grouped, idsIn, knownIn, namesIn, sizesIn } from './edit-segments';

const expected = JSON.parse(
  readFileSync(new URL('../../expectations/edit-segments/edit-segments.json', import.meta.url), 'utf8'),
) as { merged: { sizes: number[]; silhouette: number; centroid: number[] } };

/** Cloud by cloud what a customer brings: the third most, the second least. */
const spent = CLOUDS.map((_, i) => [50, 1, 200, 5][Math.floor(i / 60)]!);
const four = await grouped(customersOf(CLOUDS, spent), {});
const before = idsIn(four);
const merged = (params: Partial<MergeParams> & { segments: number[] }) =>
  learnAndApply(mergeSegments, four, v.parse(mergeSegments.params, params));

describe('merge-segments', { timeout: 30_000 }, () => {
  it('makes one segment of those named and counts its customers', async () => {
    // Clouds one (50 each) and two (1 each), as the expectation has them.
    const two = [before[0]!, before[60]!];
    const { table: after, fit, counts } = await merged({ segments: two });
    expect(sizesIn(after)).toEqual(expected.merged.sizes);
    expect(counts).toEqual({ customers: 121, segments: 3 });
    expect(fit.silhouette).toBeCloseTo(expected.merged.silhouette, 12);
    const id = idsIn(after)[0]!;
    fit.centroids[id - 1]!.forEach((value, d) => expect(value).toBeCloseTo(expected.merged.centroid[d]!, 12));
  });

  it('numbers segments by worth anew and keeps the names of the others', async () => {
    const three = await merged({ segments: [1, 4] });
    // (60 × 200 + 60 × 1) ÷ 120 is still more than 50.
    expect(idsIn(three.table).map((id, i) => [before[i], id].join(' to '))).toEqual(
      before.map((id) => [id, [1, 2, 3, 1][id - 1]].join(' to ')),
    );
    const two = await merged({ segments: [2, 3, 4] });
    expect(new Set(idsIn(two.table))).toEqual(new Set([1, 2]));
    expect(knownIn(two.table).names[0]).toBe(knownIn(four).names[0]);
    expect(knownIn(two.table).names[1]).not.toBe(knownIn(four).names[0]);
  });

  it('calls the merged segment as the person says, and any segment by its number afterwards', async () => {
    const { table: after } = await merged({ segments: [3, 4], name: 'The rest', names: { '1': 'Best' } });
    expect(knownIn(after).names).toEqual(['Best', knownIn(four).names[1], 'The rest']);
    expect(new Set(namesIn(after))).toEqual(new Set(knownIn(after).names));
  });

  it('says of the merged segment what holds of its weakest part', async () => {
    const { overlaps } = knownIn(four);
    const { fit } = await merged({ segments: [3, 4] });
    expect(fit.overlaps).toEqual([overlaps[0], overlaps[1], Math.min(overlaps[2]!, overlaps[3]!)]);
  });

  it('may leave one segment of all', async () => {
    const { table: after, fit } = await merged({ segments: [4, 3, 2, 1] });
    expect(new Set(namesIn(after))).toEqual(new Set(['All customers']));
    expect(fit).toMatchObject({ k: 1, silhouette: null });
  });

  it('gives the same whatever the order of rows', async () => {
    const order = Uint32Array.from(shuffled(CLOUDS.length, 3));
    const params = v.parse(mergeSegments.params, { segments: [1, 2] });
    const other = await learnAndApply(mergeSegments, take(four, order), params);
    const { table: after, fit } = await merged({ segments: [1, 2] });
    expect(other.fit).toEqual(fit);
    expect(idsIn(other.table)).toEqual([...order].map((row) => idsIn(after)[row]));
  });

  it('uses what was learnt on other customers, and leaves those in no segment there', async () => {
    const { fit } = await merged({ segments: [1, 4], name: 'Odd pair' });
    const again = v.parse(mergeSegments.learnt!, JSON.parse(JSON.stringify(fit))) as typeof fit;
    const labelled = table(
      { a: [0, 9, null], b: [4, 9, 1], segment_id: [1, 3, null], segment: ['x', 'y', null] },
      { labels: { id: 'segment_id', name: 'segment', known: knownIn(four) } },
    );
    const params = v.parse(mergeSegments.params, { segments: [1, 4] });
    const { table: after, counts } = await mergeSegments.apply(labelled, params, again, unwatched);
    expect(idsIn(after)).toEqual([1, 3, NaN]);
    expect(columnAs(after, 'segment', 'text').at(0)).toBe('Odd pair');
    expect(counts).toEqual({ customers: 1, segments: 3 });
  });

  it('says what it reads, adds and does', async () => {
    const params = v.parse(mergeSegments.params, { segments: [2, 1] });
    expect([mergeSegments.reads(params), mergeSegments.adds(params)]).toEqual([[], []]);
    expect(mergeSegments.describe(params)).toBe('Merge 2 segments');
    const [one, two] = knownIn(four).names;
    expect(mergeSegments.describe(params, (await merged(params)).fit)).toBe(
      `Merge ${nameInSentence(one!)} and ${nameInSentence(two!)}`,
    );
  });

  it('refuses what is not there, and fewer than two', async () => {
    expect(await refusal(merged({ segments: [1, 5] }))).toEqual({
      code: 'no-such-segment',
      details: { segment: 5, k: 4 },
    });
    const params = v.parse(mergeSegments.params, { segments: [1, 2] });
    const bare = table({ a: [1, 2] });
    expect((await refusal(learnAndApply(mergeSegments, bare, params))).code).toBe('no-segments');
    expect(v.safeParse(mergeSegments.params, { segments: [1] }).success).toBe(false);
    expect(v.safeParse(mergeSegments.params, { segments: [1, 1] }).success).toBe(false);
    expect(v.safeParse(mergeSegments.learnt!, { ...(await merged(params)).fit, k: 2 }).success).toBe(false);
  });

  it('leaves the table it is given unchanged', async () => {
    const copy = table(cellsOf(four));
    await merged({ segments: [1, 2] });
    tableEqual(four, copy);
  });
});
