import { describe, expect, it } from 'vitest';
import { forestScores, growForest, type IsolationForest } from '../../../src/engine/stats/isolation-forest';
import { pointsOf } from '../../../src/engine/stats/points';
import { unwatched } from '../../../src/engine/work';

const EULER = 0.5772156649015329;

describe('forestScores', () => {
  it('is 2 to the power −E(h) ÷ c(n), as Liu, Ting and Zhou have it: worked out by hand', () => {
    const forest: IsolationForest = {
      sample: 4,
      trees: [
        // 50 parts 100 from the others, 11 parts 12 from 10.
        { columns: [0, 0, -1, -1, -1], values: [50, 11, 1, 1, 1] },
        // Three are left together: c(3) is added to the depth of 1.
        { columns: [0, -1, -1], values: [60, 3, 1] },
      ],
    };
    const scores = new Float64Array(2);
    forestScores(forest)([Float64Array.of(7, 10, 100)], 1, scores);
    const c = (n: number) => 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n;
    expect(scores[0]).toBeCloseTo(2 ** (-(2 + 1 + c(3)) / 2 / c(4)), 12);
    expect(scores[1]).toBeCloseTo(2 ** (-1 / c(4)), 12);
  });

  it('is a half for all where all points are equal', async () => {
    const points = pointsOf([new Float64Array(40).fill(3)]);
    const forest = await growForest(points, 1, unwatched);
    expect(forest.trees.every(({ columns }) => columns.join() === '-1')).toBe(true);
    const scores = new Float64Array(3);
    forestScores(forest)(points.columns, 0, scores);
    for (const score of scores) expect(score).toBeCloseTo(0.5, 12);
  });
});

describe('growForest', () => {
  it('grows 100 trees of at most 256 points and eight levels, the same in any order of rows', async () => {
    const values = Float64Array.from({ length: 1000 }, (_, row) => (row * 7919) % 1009);
    const forest = await growForest(pointsOf([values]), 1, unwatched);
    const turned = await growForest(pointsOf([values.slice().reverse()]), 1, unwatched);
    expect(turned).toEqual(forest);
    expect([forest.sample, forest.trees.length]).toEqual([256, 100]);
    for (const { columns, values: held } of forest.trees) {
      const leaves = columns.flatMap((column, at) => (column === -1 ? [held[at]!] : []));
      expect(leaves.reduce((sum, size) => sum + size, 0)).toBe(256);
      expect(columns.length).toBeLessThanOrEqual(511);
    }
  });

  it('grows other trees from another seed', async () => {
    const points = pointsOf([Float64Array.from({ length: 300 }, (_, row) => row)]);
    const [one, other] = [await growForest(points, 1, unwatched), await growForest(points, 2, unwatched)];
    expect(one).not.toEqual(other);
  });
});
