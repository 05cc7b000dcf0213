import { describe, expect, it } from 'vitest';
import { canonicalOrder, countDistinct } from '../../../src/engine/stats/canonical-order';
import { takePoints } from '../../../src/engine/stats/points';
import { pointsFrom, shuffled, tied } from './planted';

describe('canonicalOrder', () => {
  it('brings the same rows into the same order wherever they stood', () => {
    const rows = tied(500, 3);
    const points = pointsFrom(rows);
    const moved = pointsFrom(shuffled(500, 8).map((row) => rows[row]!));
    expect(takePoints(moved, canonicalOrder(moved, 1))).toEqual(
      takePoints(points, canonicalOrder(points, 1)),
    );
  });

  it('names every row once', () => {
    expect([...canonicalOrder(pointsFrom(tied(300, 1)), 5)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 300 }, (_, i) => i),
    );
  });

  it('makes the first rows a fair sample', () => {
    const points = pointsFrom(Array.from({ length: 10_000 }, (_, i) => [i]));
    const first = canonicalOrder(points, 1).subarray(0, 1000);
    const mean = first.reduce((sum, row) => sum + row, 0) / 1000;
    // The mean of 1,000 of them has a deviation of 91.
    expect(Math.abs(mean - 5000)).toBeLessThan(300);
  });

  it('makes them a fair sample of many equal rows, too', () => {
    const points = pointsFrom(tied(10_000, 4));
    const first = takePoints(points, canonicalOrder(points, 1).subarray(0, 500));
    expect(countDistinct(first, 256)).toBe(25);
  });
});

describe('countDistinct', () => {
  it('counts different rows, up to a number', () => {
    const points = pointsFrom(tied(500, 3));
    expect(countDistinct(points, 256)).toBe(25);
    expect(countDistinct(points, 7)).toBe(7);
    expect(countDistinct(pointsFrom([[0], [-0]]), 9)).toBe(1);
  });
});
