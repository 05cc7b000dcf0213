import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { splitSegment, type SplitParams } from '../../../src/engine/steps/split-segment';
import { nameInSentence } from '../../../src/engine/steps/edit-segments/names-param';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { adjustedRand } from '../../../src/engine/stats/rand-index';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, grouped, idsIn, knownIn, namesIn, sizesIn } from './edit-segments';

const expected = JSON.parse(
  readFileSync(new URL('../../expectations/edit-segments/edit-segments.json', import.meta.url), 'utf8'),
) as { split: { of: number[]; sizes: number[]; silhouette: number; inertia: number } };

/** Without money segment 1 is the largest. */
const three = await grouped(customersOf(CLOUDS), { k: 3 });
const split = (params: Partial<SplitParams> & { segment: number }) =>
  learnAndApply(splitSegment, three, v.parse(splitSegment.params, params));

describe('split-segment', { timeout: 30_000 }, () => {
  it('makes two of one as k-means does, and leaves the others', async () => {
    expect(sizesIn(three)).toEqual(expected.split.of);
    const { table: after, fit, counts } = await split({ segment: 1 });
    expect(sizesIn(after)).toEqual(expected.split.sizes);
    expect(fit.silhouette).toBeCloseTo(expected.split.silhouette, 12);
    expect(counts).toEqual({ customers: expected.split.of[0], segments: 4 });
    const inertia = CLOUDS.reduce((sum, row, i) => {
      if (idsIn(three)[i] !== 1) return sum;
      const far = fit.parts.map((part) => part.reduce((all, at, d) => all + (row[d]! - at) ** 2, 0));
      return sum + Math.min(...far);
    }, 0);
    expect(inertia).toBeCloseTo(expected.split.inertia, 9);
  });

  it('numbers by worth anew, names the parts apart and keeps the other names', async () => {
    const { table: after } = await split({ segment: 1, names: { '4': 'Few' } });
    const { names } = knownIn(after);
    expect(new Set(names).size).toBe(4);
    expect(names).toContain(knownIn(three).names[1]);
    expect(names[3]).toBe('Few');
    expect(new Set(namesIn(after))).toEqual(new Set(names));
  });

  it('is undone by merging the parts', async () => {
    const { table: after } = await split({ segment: 1, into: 3 });
    const ids = idsIn(after);
    const parts = [...new Set(ids.filter((_, i) => idsIn(three)[i] === 1))];
    expect(parts).toHaveLength(3);
    const params = v.parse(mergeSegments.params, { segments: parts });
    const { table: back } = await learnAndApply(mergeSegments, after, params);
    expect(adjustedRand(idsIn(back), idsIn(three))).toBe(1);
    expect(knownIn(back).overlaps).toHaveLength(3);
  });

  it('says of a part that it holds no better than the segment did', async () => {
    const { fit } = await split({ segment: 1 });
    const whole = knownIn(three).overlaps[0]!;
    const parts = fit.keeps.flatMap((keeps, i) => (keeps === null ? [fit.overlaps[i]!] : []));
    expect(parts).toHaveLength(2);
    expect(Math.max(...parts)).toBeLessThanOrEqual(whole);
    expect(Math.min(...parts)).toBeGreaterThan(0.8);
  });

  it('gives the same whatever the order of rows', async () => {
    const order = Uint32Array.from(shuffled(CLOUDS.length, 8));
    const params = v.parse(splitSegment.params, { segment: 1 });
    const other = await learnAndApply(splitSegment, take(three, order), params);
    const { table: after, fit } = await split({ segment: 1 });
    expect(other.fit).toEqual(fit);
    expect(idsIn(other.table)).toEqual([...order].map((row) => idsIn(after)[row]));
  });

  it('uses the parts learnt on other customers', async () => {
    const { fit, table: after } = await split({ segment: 1 });
    const again = v.parse(splitSegment.learnt!, JSON.parse(JSON.stringify(fit))) as typeof fit;
    const at = [0, 60].map((row) => CLOUDS[row]!);
    const cells = { segment_id: [1, 1, 3, null], segment: ['x', 'x', 'y', null] };
    const next = table(
      { a: [...at.map(([a]) => a!), 0, null], b: [...at.map((row) => row[1]!), 0, 1], ...cells },
      { labels: { id: 'segment_id', name: 'segment', known: knownIn(three) } },
    );
    const params = v.parse(splitSegment.params, { segment: 1 });
    const ids = idsIn((await splitSegment.apply(next, params, again, unwatched)).table);
    expect(ids.slice(0, 2)).toEqual([idsIn(after)[0], idsIn(after)[60]]);
    expect(ids[3]).toBeNaN();
  });

  it('puts segments that were not there when it was learnt behind the others', async () => {
    const { fit } = await split({ segment: 1 });
    const known = knownIn(three);
    const more = {
      ...known,
      names: [...known.names, 'New'],
      overlaps: [...known.overlaps, null],
      centroids: [...known.centroids, [50, 50]],
    };
    const next = table(
      { a: [9, 50], b: [9, 50], segment_id: [3, 4], segment: ['x', 'New'] },
      { labels: { id: 'segment_id', name: 'segment', known: more } },
    );
    const params = v.parse(splitSegment.params, { segment: 1 });
    const { table: after, counts, used } = await splitSegment.apply(next, params, fit, unwatched);
    expect(idsIn(after)).toEqual([fit.ids[2], 5]);
    expect(namesIn(after)[1]).toBe('New');
    expect(counts).toEqual({ customers: 0, segments: 5 });
    expect(used).toMatchObject({ k: 5, keeps: [...fit.keeps, 4] });
  });

  it('says what it reads, adds and does', async () => {
    const params = v.parse(splitSegment.params, { segment: 1 });
    expect([splitSegment.reads(params), splitSegment.adds(params)]).toEqual([[], []]);
    expect(splitSegment.describe(params)).toBe('Split segment 1 in 2');
    const { fit } = await split(params);
    expect(splitSegment.describe(params, fit)).toBe(`Split ${nameInSentence(knownIn(three).names[0]!)} in 2`);
  });

  it('refuses a segment that is not there, and one with too few different customers', async () => {
    expect((await refusal(split({ segment: 4 }))).code).toBe('no-such-segment');
    const alike = await grouped(customersOf([[0, 0], [0, 0], [0, 0], [9, 9]]), { k: 2 }); // prettier-ignore
    const params = v.parse(splitSegment.params, { segment: 1 });
    expect(await refusal(learnAndApply(splitSegment, alike, params))).toEqual({
      code: 'cannot-split',
      details: { name: knownIn(alike).names[0], customers: 3, distinct: 1, into: 2 },
    });
    const bare = table({ a: [1, 2] });
    expect((await refusal(learnAndApply(splitSegment, bare, params))).code).toBe('no-segments');
    expect(v.safeParse(splitSegment.params, { segment: 1, into: 1 }).success).toBe(false);
  });

  it('leaves the table it is given unchanged', async () => {
    const copy = table(cellsOf(three));
    await split({ segment: 1 });
    tableEqual(three, copy);
  });
});
