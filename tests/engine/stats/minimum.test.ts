import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/engine/pieces';
import { minimum } from '../../../src/engine/stats/minimum';

const lowest = (curve: (x: number) => number, from = -2, to = 2) =>
  atOnce(
    minimum(
      function* (x) {
        yield;
        return curve(x);
      },
      from,
      to,
    ),
  );

describe('minimum', () => {
  it.each([
    ['between', (x: number) => (x - 0.75) ** 2, 0.75],
    ['far to the right', (x: number) => (x - 31) ** 2 + 4, 31],
    ['far to the left', (x: number) => Math.abs(x + 12) ** 1.5, -12],
    // Its derivative 4x³ − 6x is 0 at √1.5 on the right.
    ['one of two', (x: number) => x ** 4 - 3 * x ** 2 - x / 1e9, Math.sqrt(1.5)],
    ['where it ends in infinity', (x: number) => x - Math.log(x), 1],
  ])('finds a valley %s', (_, curve, expected) => {
    expect(Math.abs(lowest(curve))).toBeCloseTo(Math.abs(expected), 6);
  });
});
