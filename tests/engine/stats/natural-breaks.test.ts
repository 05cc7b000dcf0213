import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/engine/pieces';
import { naturalBreaks } from '../../../src/engine/stats/natural-breaks';

const breaksOf = (values: readonly number[], classes: number, weights = values.map(() => 1)) =>
  atOnce(naturalBreaks({ values: Float64Array.from(values), weights: Float64Array.from(weights) }, classes));

/** Squares within the classes that begin at these places. */
function within(values: readonly number[], weights: readonly number[], begins: readonly number[]): number {
  const ends = [...begins, values.length];
  return ends.reduce((sum, end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]!;
    const [part, heavy] = [values.slice(from, end), weights.slice(from, end)];
    const total = heavy.reduce((all, weight) => all + weight, 0);
    const mean = part.reduce((all, value, at) => all + value * heavy[at]!, 0) / total;
    return sum + part.reduce((all, value, at) => all + heavy[at]! * (value - mean) ** 2, 0);
  }, 0);
}

/** Every way to choose so many places from 1 to n − 1. */
function choices(n: number, many: number, from = 1): number[][] {
  if (many === 0) return [[]];
  return Array.from({ length: n - from }, (_, i) => from + i).flatMap((at) =>
    choices(n, many - 1, at + 1).map((others) => [at, ...others]),
  );
}

describe('natural breaks', () => {
  it('part three heaps', () => {
    expect(breaksOf([1, 2, 3, 10, 11, 12, 50, 51, 52], 3)).toEqual([3, 6]);
  });

  it('go where the weight is: 3 stands alone if it stands often', () => {
    expect(breaksOf([1, 3, 4], 2, [1, 1, 1])).toEqual([1]);
    expect(breaksOf([1, 3, 4.5], 2, [1, 1, 1])).toEqual([2 - 1]);
    expect(breaksOf([0, 2, 5], 2, [1, 9, 1])).toEqual([2]);
  });

  it('make no more classes than there are values', () => {
    expect([breaksOf([7], 3), breaksOf([7, 8], 5), breaksOf([7, 8, 9], 1)]).toEqual([[], [1], []]);
  });

  it('leave smaller squares to no other cut of a small set', () => {
    const weighed = fc.uniqueArray(
      fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 4 })),
      {
        minLength: 2,
        maxLength: 9,
        selector: ([value]) => value,
      },
    );
    fc.assert(
      fc.property(weighed, fc.integer({ min: 2, max: 5 }), (pairs, classes) => {
        const rising = [...pairs].sort(([a], [b]) => a - b);
        const [values, weights] = [rising.map(([value]) => value), rising.map(([, weight]) => weight)];
        const begins = breaksOf(values, classes, weights);
        const least = Math.min(
          ...choices(values.length, begins.length).map((other) => within(values, weights, other)),
        );
        expect(begins.length).toBe(Math.min(classes, values.length) - 1);
        expect(within(values, weights, begins)).toBeCloseTo(least, 6);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
