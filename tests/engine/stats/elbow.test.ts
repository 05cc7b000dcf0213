import { describe, expect, it } from 'vitest';
import { elbow } from '../../../src/engine/stats/elbow';
import { knees } from '../../expectations/clustering/clustering.json';

describe('elbow', () => {
  it('agrees with an independent kneedle on curves of many shapes', () => {
    // tests/expectations/clustering/clustering.py, knees().
    for (const { ys, knee } of knees)
      expect(
        elbow(
          ys.map((_, i) => i + 1),
          ys,
        ),
      ).toBe(knee);
  });

  it('finds the knee of the figure in the paper', () => {
    // Satopää et al. 2011, figure 2 (concave rising, y = −1/(x + 0.1) + 5), turned into a falling curve; kneed: 0.22.
    const xs = Array.from({ length: 10 }, (_, i) => i / 9);
    expect(
      elbow(
        xs,
        xs.map((x) => 1 / (x + 0.1)),
      ),
    ).toBeCloseTo(0.22, 2);
  });

  it('finds none on a straight line, a constant, one point or nothing', () => {
    expect(elbow([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBeNull();
    expect(elbow([1, 2, 3], [2, 2, 2])).toBeNull();
    expect(elbow([1], [9])).toBeNull();
    expect(elbow([], [])).toBeNull();
  });
});
