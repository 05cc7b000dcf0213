import { describe, expect, it } from 'vitest';
import { pca, scores } from '../../../src/engine/stats/pca';
import { planted, pointsFrom } from './planted';

const cloud = pointsFrom(
  planted(
    [
      [0, 0, 0],
      [3, 1, 2],
      [-2, 4, 1],
    ],
    40,
    1,
    13,
  ),
);

describe('pca', () => {
  it('gives axes at right angles, of length 1, with falling shares that sum to 1', () => {
    const { loadings, explained } = pca(cloud);
    loadings.forEach((a, i) =>
      loadings.forEach((b, j) => {
        const product = a.reduce((sum, weight, at) => sum + weight * b[at]!, 0);
        expect(product).toBeCloseTo(Number(i === j), 12);
      }),
    );
    expect(explained.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect([...explained].sort((a, b) => b - a)).toEqual(explained);
  });

  it('makes the largest loading of every axis positive', () => {
    for (const axis of pca(cloud).loadings) {
      const largest = axis.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0);
      expect(largest).toBeGreaterThan(0);
    }
  });

  it('makes the first of two equal loadings positive', () => {
    const { loadings } = pca(
      pointsFrom([
        [1, -1],
        [2, -2],
        [3, -3],
        [4, -4.000000000001],
      ]),
    );
    expect(loadings[0]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(-Math.SQRT1_2, 6)]);
  });

  it('gives scores whose deviation is that of the component', () => {
    const found = pca(cloud);
    found.deviations.forEach((deviation, component) => {
      const along = scores(cloud, found, component);
      expect(along.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 9);
      const squares = along.reduce((sum, score) => sum + score * score, 0);
      expect(Math.sqrt(squares / (cloud.n - 1))).toBeCloseTo(deviation, 10);
    });
  });

  it('survives columns that do not vary, one column and one point', () => {
    const flat = pca(
      pointsFrom([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    );
    expect(flat.explained).toEqual([1, 0]);
    expect(flat.loadings[0]).toEqual([1, 0]);
    expect(pca(pointsFrom([[1], [2]])).explained).toEqual([1]);
    expect(pca(pointsFrom([[1, 2]])).explained).toEqual([0, 0]);
  });
});
