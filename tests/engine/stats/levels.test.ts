import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAmong, levelLimits, levelOf } from '../../../src/engine/stats/levels';
import { sorted } from '../../../src/engine/stats/quantile';

const levelsOf = (values: readonly number[], levels: number): number[] => {
  const rising = sorted(Float64Array.from(values));
  return values.map((value) => levelOf(rising, value, levels));
};
const someLevels = fc.integer({ min: 2, max: 6 });
const someValues = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 50 });

describe('levelOf', () => {
  it('cuts different values into equal parts', () => {
    const ten = Array.from({ length: 10 }, (_, i) => i);
    expect(levelsOf(ten, 5)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(levelsOf(ten.slice(0, 9), 3)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('gives equal values one level, so that levels may stay empty', () => {
    // Seven of ten have ordered once: middle rank 3.5 of 10, the second fifth; then 7.5, 8.5, 9.5.
    expect(levelsOf([1, 1, 1, 1, 1, 1, 1, 2, 3, 9], 5)).toEqual([2, 2, 2, 2, 2, 2, 2, 4, 5, 5]);
  });

  it('gives the middle to a constant column and 0 to blanks', () => {
    expect(levelsOf([4, NaN, 4], 5)).toEqual([3, 0, 3]);
  });

  it('places a value that is not among the sorted ones', () => {
    const rising = Float64Array.from({ length: 10 }, (_, i) => i);
    expect([-3, 0.5, 4.5, 100].map((value) => levelOf(rising, value, 5))).toEqual([1, 1, 3, 5]);
    expect(levelOf(rising, NaN, 5)).toBe(0);
    expect(levelOf(new Float64Array(0), 1, 5)).toBe(0);
  });

  it('never falls as the value rises', () => {
    fc.assert(
      fc.property(someValues, someLevels, (given, levels) => {
        const found = levelsOf(
          [...given].sort((a, b) => a - b),
          levels,
        );
        expect([...found].sort()).toEqual(found);
        expect(found.every((level) => level >= 1 && level <= levels)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe('levelAmong', () => {
  it('is the level among the values sorted, blanks skipped', () => {
    const values = Float64Array.of(9, 1, NaN, 1, 3, 7, 7, 2, NaN, 8);
    const rising = sorted(values);
    for (const value of [0, 1, 2.5, 3, 7, 8, 9, 10, NaN])
      expect(levelAmong(values, value, 5)).toBe(levelOf(rising, value, 5));
    expect(levelAmong(Float64Array.of(NaN), 1, 5)).toBe(0);
  });
});

describe('levelLimits', () => {
  it('is the least value of each level, that of the next where one is empty, null where none lies so high', () => {
    const orders = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 2, 3, 9);
    expect(levelLimits(orders, 5)).toEqual([1, 2, 2, 3]);
    expect(levelLimits(Float64Array.of(4, 4), 4)).toEqual([4, null, null]);
    expect(levelLimits(new Float64Array(0), 3)).toEqual([null, null]);
  });

  it('gives each value the level it has', () => {
    fc.assert(
      fc.property(someValues, someLevels, (given, levels) => {
        const limits = levelLimits(sorted(Float64Array.from(given)), levels);
        const reached = (value: number) =>
          1 + limits.filter((limit) => limit !== null && value >= limit).length;
        expect(given.map(reached)).toEqual(levelsOf(given, levels));
      }),
      { seed: 1 },
    );
  });
});
