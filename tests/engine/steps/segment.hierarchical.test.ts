import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../src/engine/errors';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { BLOBS, planted, shuffled, uniforms } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, idsIn, sizesIn } from './edit-segments';

const paramsOf = (given: Partial<SegmentParams>): SegmentParams =>
  v.parse(segment.params, { columns: ['a', 'b'], k: 'auto', method: 'hierarchical', ...given });
const done = (rows: readonly (readonly number[])[], given: Partial<SegmentParams> = {}) =>
  learnAndApply(segment, customersOf(rows.map((row) => [...row])), paramsOf(given));

/** Four clouds of 750 each. */
const MANY = planted(
  [
    [0, 0],
    [12, 0],
    [0, 12],
    [12, 12],
  ],
  750,
  1,
  5,
);

describe('segment by a tree', { timeout: 60_000 }, () => {
  it('finds planted clouds, whatever the seed', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { table: after, fit } = await done(planted(BLOBS, 40, 1, seed), { seed });
      expect([fit.k, fit.chosenBy], `seed ${seed}`).toEqual([4, 'elbow']);
      expect(new Set(idsIn(after).slice(0, 40)).size).toBe(1);
    }
  });

  it('grows on 2,000 customers; the others join the nearest segment', async () => {
    const { table: after, fit } = await done(MANY, { k: 4, maxK: 4 });
    expect(fit.tree).toMatchObject({ customers: 3000, sample: 2000 });
    expect(fit.tree!.sizes.reduce((sum, size) => sum + size, 0)).toBe(2000);
    expect([fit.k, fit.customers]).toEqual([4, 3000]);
    expect([...sizesIn(after)].sort()).toEqual([750, 750, 750, 750]);
    const { leaves, kept } = fit.runs.find(({ k }) => k === 4)!.tree!;
    expect([leaves.length, kept]).toEqual([30, 1]);
  });

  it('gives the same whatever the order of rows', async () => {
    const order = shuffled(MANY.length, 7);
    const { table: after, fit } = await done(MANY, { k: 3, maxK: 3 });
    const other = await done(
      order.map((at) => MANY[at]!),
      { k: 3, maxK: 3 },
    );
    expect(idsIn(other.table)).toEqual(order.map((at) => idsIn(after)[at]));
    expect(other.fit.tree).toEqual(fit.tree);
    expect(other.fit.centroids).toEqual(fit.centroids);
  });

  it('gives the same whatever the order of columns', async () => {
    const { table: after, fit } = await done(CLOUDS, { k: 3 });
    const other = await done(CLOUDS, { k: 3, columns: ['b', 'a'] });
    expect([idsIn(other.table), other.fit]).toEqual([idsIn(after), fit]);
  });

  it('puts customers where it has learnt them, from what was saved', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const draw = uniforms(seed);
        const rows = Array.from({ length: 60 }, () => [Math.floor(draw() * 9), Math.floor(draw() * 9)]);
        const of = customersOf(rows);
        const params = paramsOf({ k: 3, maxK: 4 });
        const { fit, table: after } = await learnAndApply(segment, of, params);
        const again = v.parse(SegmentFit, JSON.parse(JSON.stringify(fit)));
        const few = Uint32Array.of(50, 3, 20);
        const placed = (await segment.apply(take(of, few), params, again, unwatched)).table;
        expect(idsIn(placed)).toEqual([...few].map((row) => idsIn(after)[row]));
        expect(new Set(idsIn(after)).size).toBe(3);
      }),
      { numRuns: 25 },
    ));

  it('has nested cuts: what is in one segment of k was in one of k − 1', async () => {
    const { fit } = await done(CLOUDS);
    fit.runs.slice(1).forEach(({ k, tree }, i) => {
      const before = fit.runs[i]!.tree!.leaves;
      expect(new Set(tree!.leaves.map((id, leaf) => `${id} in ${before[leaf]}`)).size).toBe(k);
    });
  });

  it('takes weights, sets outliers apart and lets segments be merged', async () => {
    const weighed = await done(CLOUDS, { k: 2, weights: { a: 3 } });
    expect(weighed.fit.columns).toEqual(['a_weighed', 'b']);
    const parted = await done([...CLOUDS, [400, 2]], { k: 4, outliers: { beyond: 5 } });
    expect([parted.fit.k, parted.fit.tree!.customers]).toEqual([5, CLOUDS.length]);
    const four = await done(CLOUDS, { k: 4 });
    const merged = await learnAndApply(mergeSegments, four.table, { segments: [1, 2] });
    expect(merged.fit.k).toBe(3);
  });

  it('does not find segments in noise', async () => {
    const draw = uniforms(4);
    const noise = Array.from({ length: 600 }, () => [draw(), draw()]);
    expect((await done(noise)).fit).toMatchObject({ k: 1, chosenBy: 'none' });
  });

  it('tries no more than there are different customers', async () => {
    const { fit } = await done([[1, 1], [1, 1], [2, 5], [9, 9]]); // prettier-ignore
    expect(fit.runs.map(({ k }) => k)).toEqual([1, 2, 3]);
    const { fit: tiny } = await done([[1, 1], [2, 5]], { k: 2 }); // prettier-ignore
    expect([tiny.k, tiny.tree!.merges.length]).toEqual([2, 1]);
  });

  it('refuses one customer in two segments, customers all alike, and more segments than customers', async () => {
    expect(await refusal(done([[1, 1]], { k: 2 }))).toMatchObject({ code: 'too-few-customers' });
    expect(await refusal(done([[1, 1], [1, 1]]))).toMatchObject({ code: 'all-equal' }); // prettier-ignore
    expect(await refusal(done(CLOUDS.slice(0, 20), { k: 30 }))).toMatchObject({ code: 'too-few-customers' });
  });

  it('says which number can be had where a cut would leave a segment empty', async () => {
    // Different customers are fewer in the sample than among all.
    const rows = [...Array.from({ length: 6000 }, (_, i) => [i % 2, 0]), [5, 5], [9, 9], [20, 3]];
    const asked = refusal(done(rows, { k: 5, maxK: 5 }));
    expect(await asked).toMatchObject({ code: 'no-such-cut', details: { k: 5 } });
  });

  it('stops where it is asked to', async () => {
    let breaths = 0;
    const work = {
      ...unwatched,
      breathe: () => (++breaths > 20 ? Promise.reject(new Stopped()) : undefined),
    };
    await expect(segment.fit(customersOf(MANY), paramsOf({}), work)).rejects.toBeInstanceOf(Stopped);
    expect(breaths).toBe(21);
  });
});
