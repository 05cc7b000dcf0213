import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import { learnLimits, outliersAmong } from '../../../src/engine/steps/segment/outliers';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { numbers, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, idsIn, knownIn, namesIn, sizesIn } from './edit-segments';

interface Grouped {
  sizes: number[];
  inertia: number;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/segment-choices/segment-choices.json', import.meta.url), 'utf8'),
) as {
  weighed: { b3: Grouped; a3: Grouped };
  outliers: { centre: number[]; spread: number[]; rows: number[]; rest: Grouped };
  tied: { spread: number };
};

const paramsOf = (given: Partial<SegmentParams>): SegmentParams =>
  v.parse(segment.params, { columns: ['a', 'b'], k: 4, maxK: 4, ...given });
const done = (of: Parameters<typeof segment.fit>[0], given: Partial<SegmentParams>) =>
  learnAndApply(segment, of, paramsOf(given));

describe('segment with weights', () => {
  const of = customersOf(CLOUDS);

  it('groups by features times their weights, as k-means on them does', async () => {
    for (const [weights, { sizes, inertia }] of [
      [{ b: 3 }, expected.weighed.b3],
      [{ a: 3 }, expected.weighed.a3],
    ] as const) {
      const { table: after, fit } = await done(of, { k: 2, weights });
      expect(sizesIn(after)).toEqual(sizes);
      expect(fit.runs[1]!.inertia).toBeCloseTo(inertia, 6);
    }
  });

  it('adds a column for each feature that counts otherwise, which knows where it is from', async () => {
    const params = paramsOf({ k: 2, weights: { b: 3, a: 1 } });
    expect(segment.adds(params)).toEqual(['b_weighed', 'segment_id', 'segment']);
    const { table: after, fit } = await done(of, params);
    expect(fit.columns).toEqual(['a', 'b_weighed']);
    expect(numbers(after, 'b_weighed')[5]).toBe(numbers(of, 'b')[5]! * 3);
    expect(of.columnNames()).toEqual(['a', 'b']);
  });

  it('gives the same with weights of one, and uses what was learnt on other customers', async () => {
    expect((await done(of, { weights: { a: 1 } })).fit).toEqual((await done(of, {})).fit);
    const params = paramsOf({ k: 2, weights: { b: 3 } });
    const { fit, table: after } = await done(of, params);
    const again = v.parse(SegmentFit, JSON.parse(JSON.stringify(fit)));
    const few = take(of, Uint32Array.of(3, 200, 150));
    const ids = idsIn((await segment.apply(few, params, again, unwatched)).table);
    expect(ids).toEqual([3, 200, 150].map((row) => idsIn(after)[row]));
  });

  it('refuses weights that would say nothing', () => {
    expect(v.safeParse(segment.params, { columns: ['a'], k: 2, weights: { a: 0 } }).success).toBe(false);
    expect(v.safeParse(segment.params, { columns: ['a'], k: 2, weights: { a: 11 } }).success).toBe(false);
  });
});

describe('segment with outliers apart', () => {
  const rows = [...CLOUDS, [40, 2], [3, -30], [3, 35]];
  const spent = rows.map((_, i) => (i < CLOUDS.length ? 1 + Math.floor(i / 60) : 100));
  const of = customersOf(rows, spent);
  const outliers = { beyond: 3.5 };

  it('learns the middle and the spread of each feature, robustly', () => {
    const features = ['a', 'b'].map((name) => numbers(of, name));
    const { limits } = learnLimits(features, 3.5);
    limits.forEach(({ centre, spread }, d) => {
      expect(centre).toBe(expected.outliers.centre[d]);
      expect(spread).toBeCloseTo(expected.outliers.spread[d]!, 10);
    });
    const marks = outliersAmong(features, { beyond: 3.5, limits });
    expect([...marks.keys()].filter((row) => marks[row] === 1)).toEqual(expected.outliers.rows);
  });

  it('takes the mean deviation where half of the values are equal, and nobody where all are', () => {
    const tied = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 9);
    const [limit] = learnLimits([tied], 3.5).limits;
    expect(limit!.spread).toBeCloseTo(expected.tied.spread, 12);
    const same = new Float64Array(5).fill(7);
    expect([...outliersAmong([same], learnLimits([same], 3.5))]).toEqual([0, 0, 0, 0, 0]);
    const blank = Float64Array.of(NaN, 99);
    expect([...outliersAmong([blank], { beyond: 3.5, limits: [limit!] })]).toEqual([0, 1]);
  });

  it('groups the others without them and puts their group in its place by worth', async () => {
    const { table: after, fit, counts } = await done(of, { outliers });
    expect(fit.k).toBe(5);
    expect(fit.outliers!.id).toBe(1);
    expect(counts).toEqual({ withoutSegment: 0, outliers: 3 });
    expect(expected.outliers.rows.map((row) => [idsIn(after)[row], namesIn(after)[row]])).toEqual(
      expected.outliers.rows.map(() => [1, 'Out of the ordinary']),
    );
    expect(fit.runs[3]!.inertia).toBeCloseTo(expected.outliers.rest.inertia, 9);
    expect(sizesIn(after)).toEqual([...expected.outliers.rest.sizes, 3]);
    expect(fit.overlaps).toEqual([null, ...fit.runs[3]!.overlaps!]);
    expect(segment.describe(paramsOf({ outliers }), fit)).toBe(
      'Group into 4 segments, those out of the ordinary apart',
    );
  });

  it('gives the same whatever the order of rows', async () => {
    const order = Uint32Array.from(shuffled(rows.length, 4));
    const [one, other] = [await done(of, { outliers }), await done(take(of, order), { outliers })];
    expect(other.fit).toEqual(one.fit);
    expect(idsIn(other.table)).toEqual([...order].map((row) => idsIn(one.table)[row]));
  });

  it('sets new customers apart by the limits that were learnt', async () => {
    const { fit } = await done(of, { outliers });
    const again = v.parse(SegmentFit, JSON.parse(JSON.stringify(fit)));
    const next = table({ a: [0, -50, null], b: [0, 0, 1], spent: [1, 1, 1] });
    const { table: after, counts } = await segment.apply(next, paramsOf({ outliers }), again, unwatched);
    expect([...numbers(after, 'segment_id')].slice(1)).toEqual([1, NaN]);
    expect(idsIn(after)[0]).toBeGreaterThan(1);
    expect(counts).toEqual({ withoutSegment: 1, outliers: 1 });
  });

  it('makes no group where nobody is out of the ordinary', async () => {
    const { fit, counts } = await done(customersOf(CLOUDS), { outliers: { beyond: 9 } });
    expect(fit).toMatchObject({ k: 4, outliers: { beyond: 9, id: null } });
    expect(counts).toEqual({ withoutSegment: 0, outliers: 0 });
  });

  it('keeps the group as it is when others are merged', async () => {
    const { table: before } = await done(of, { outliers });
    const params = v.parse(mergeSegments.params, { segments: [2, 3] });
    const { table: after } = await learnAndApply(mergeSegments, before, params);
    expect(knownIn(after).names[0]).toBe('Out of the ordinary');
    expect(idsIn(after).slice(-3)).toEqual([1, 1, 1]);
  });

  it('refuses where too few ordinary customers are left', async () => {
    const few = customersOf([[0, 0], [1, 1], [2, 2], [3, 3], [400, 1], [500, 2], [0, 900]]); // prettier-ignore
    expect((await refusal(done(few, { k: 6, outliers: { beyond: 2 } }))).code).toBe('too-few-customers');
    expect(v.safeParse(segment.params, { columns: ['a'], k: 2, outliers: { beyond: 1 } }).success).toBe(
      false,
    );
  });
});
