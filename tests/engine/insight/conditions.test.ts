import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeRows } from '../../../src/engine/insight/alike-rows';
import { codeFeature, findConditions, type ConditionFeature } from '../../../src/engine/insight/conditions';
import { thresholds } from '../../../src/engine/insight/thresholds';
import { unwatched } from '../../../src/engine/work';
import { atOnce } from '../../../src/engine/pieces';
import { risingOf } from '../../../src/engine/stats/rising';
import { generator } from '../../../src/engine/stats/random';

const find = (features: readonly Omit<ConditionFeature, 'rising'>[], labels: Uint8Array, id: number) => {
  const coded = features.map((feature) =>
    atOnce(codeFeature({ ...feature, rising: risingOf(feature.values).values })),
  );
  return findConditions(atOnce(alikeRows(coded, labels)), id, unwatched);
};

describe('thresholds', () => {
  it('cuts days by the calendar, small counts one by one, long tails by round numbers', () => {
    expect([...thresholds(Float64Array.of(3, 100), 'recency')]).toEqual([
      3, 5, 7, 10, 14, 21, 30, 45, 60, 75, 90,
    ]);
    expect([...thresholds(Float64Array.of(2, 4, 6), 'count')]).toEqual([2, 3, 4, 5, 6]);
    const tail = thresholds(
      Float64Array.from({ length: 40 }, (_, i) => Math.exp(i / 4)),
      'money',
    );
    expect([...tail].filter((at) => at >= 100 && at < 1000)).toEqual([
      100, 120, 150, 200, 250, 300, 400, 500, 600, 800,
    ]);
    expect([
      ...thresholds(
        Float64Array.from({ length: 40 }, (_, i) => 1 + i / 100),
        'other',
      ),
    ]).toContain(1.2);
  });

  it('finds none in a constant or empty column', () => {
    expect(thresholds(Float64Array.of(4, 4), 'other')).toHaveLength(0);
    expect(thresholds(new Float64Array(0), 'other')).toHaveLength(0);
  });
});

describe('findConditions', () => {
  it('finds the planted bounds and says how right they are', async () => {
    const random = generator(5);
    const orders = Float64Array.from({ length: 600 }, () => Math.ceil(random() * 20));
    const days = Float64Array.from({ length: 600 }, () => Math.ceil(random() * 300));
    const labels = Uint8Array.from(orders, (count, row) => (count >= 6 && days[row]! <= 60 ? 1 : 2));
    const found = await find(
      [
        { column: 'orders', meaning: 'frequency', values: orders },
        { column: 'days', meaning: 'recency', values: days },
      ],
      labels,
      1,
    );
    expect(found).toEqual({
      conditions: [
        { column: 'orders', atLeast: 6, atMost: null },
        { column: 'days', atLeast: null, atMost: 60 },
      ],
      precision: 1,
      recall: 1,
    });
  });

  it('states precision and recall as they are counted by hand, leaving out rows in no segment', async () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6, 100);
    const found = await find(
      [{ column: 'a', meaning: 'count', values }],
      Uint8Array.of(2, 2, 2, 1, 2, 1, 0),
      1,
    );
    expect(found.conditions).toEqual([{ column: 'a', atLeast: 4, atMost: null }]);
    expect(found.precision).toBeCloseTo(2 / 3);
    expect(found.recall).toBe(1);
  });

  it('lets no blank meet a bound', async () => {
    const values = Float64Array.of(1, 1, 9, 9, NaN, NaN);
    const found = await find([{ column: 'a', meaning: 'count', values }], Uint8Array.of(2, 2, 1, 1, 1, 2), 1);
    expect(found).toEqual({
      conditions: [{ column: 'a', atLeast: 2, atMost: null }],
      precision: 1,
      recall: 2 / 3,
    });
  });

  it('gives at most four bounds, and none for a segment of everyone', async () => {
    const random = generator(9);
    const features = ['a', 'b', 'c', 'd', 'e'].map((column) => ({
      column,
      meaning: 'other' as const,
      values: Float64Array.from({ length: 500 }, () => random()),
    }));
    const inside = (row: number) => features.every(({ values }) => values[row]! > 0.3);
    const labels = Uint8Array.from({ length: 500 }, (_, row) => (inside(row) ? 1 : 2));
    const { conditions } = await find(features, labels, 1);
    const bounds = conditions
      .flatMap(({ atLeast, atMost }) => [atLeast, atMost])
      .filter((bound) => bound !== null);
    expect(bounds).toHaveLength(4);
    expect((await find(features, new Uint8Array(500).fill(1), 1)).conditions).toEqual([]);
  });
});

describe('alikeRows', () => {
  const CUTS = Float64Array.of(1, 2, 3);
  const code = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 255);
  const rows = fc.array(fc.tuple(code, code, fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 200,
  });

  it('counts every labelled row once and changes no condition', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const features = [0, 1].map((f) => ({
          column: `f${f}`,
          cuts: CUTS,
          codes: Uint8Array.from(given, (row) => row[f]!),
        }));
        const labels = Uint8Array.from(given, (row) => row[2]);
        const alike = atOnce(alikeRows(features, labels));
        const labelled = given.filter((row) => row[2] !== 0);
        const each = {
          features: features.map((feature, f) => ({
            ...feature,
            codes: Uint8Array.from(labelled, (row) => row[f]!),
          })),
          labels: Uint8Array.from(labelled, (row) => row[2]),
          counts: new Uint32Array(labelled.length).fill(1),
        };
        expect(alike.counts.reduce((sum, count) => sum + count, 0)).toBe(labelled.length);
        for (const id of [1, 2, 3])
          expect(await findConditions(alike, id, unwatched)).toEqual(
            await findConditions(each, id, unwatched),
          );
      }),
    );
  });

  it('is short where rows are alike', () => {
    const codes = Uint8Array.from({ length: 1000 }, (_, row) => row % 5);
    const labels = Uint8Array.from({ length: 1000 }, (_, row) => 1 + (row % 2));
    const { counts } = atOnce(alikeRows([{ column: 'orders', cuts: CUTS, codes }], labels));
    expect([...counts]).toEqual(new Array(10).fill(100));
  });
});
