import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../src/engine/errors';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { cutTree, squaresWithin, topOfTree } from '../../../src/engine/stats/cut-tree';
import { pointsOf, takePoints, type Points } from '../../../src/engine/stats/points';
import { wardTree, type Tree } from '../../../src/engine/stats/ward';
import { centroidsOf } from '../../../src/engine/stats/centroids';
import { unwatched, type Progress } from '../../../src/engine/work';
import { pointsFrom, shuffled, tied } from './planted';
import { customers, hasPublicData, NEEDS } from './public-data';

interface Expected {
  columns?: number[][];
  heights: number[];
  cuts: Record<string, number[]>;
}
const R = JSON.parse(
  readFileSync(new URL('../../expectations/ward/ward.json', import.meta.url), 'utf8'),
) as Record<'iris' | 'usarrests' | 'mall', Expected>;

const STILL = (): Progress => ({ phase: 'grouping', done: 0, total: 1, unit: 'rounds' });
const treeOf = (points: Points): Promise<Tree> => wardTree(points, unwatched, STILL());
const listed = (columns: readonly (readonly number[])[]) =>
  pointsOf(columns.map((values) => Float64Array.from(values)));

async function agrees(points: Points, { heights, cuts }: Expected) {
  const tree = await treeOf(points);
  expect(tree.merges).toHaveLength(heights.length);
  tree.merges.forEach(({ height }, i) => expect(height).toBeCloseTo(heights[i]!, 9));
  for (const [k, groups] of Object.entries(cuts))
    expect([...cutTree(tree, Number(k))], `cut into ${k}`).toEqual(groups);
}

const values = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 2 }), {
  minLength: 1,
  maxLength: 40,
});

describe('wardTree', () => {
  it.each(['iris', 'usarrests'] as const)('has the heights and groups of R on %s', async (name) => {
    await agrees(listed(R[name].columns!), R[name]);
  });

  it.skipIf(!hasPublicData)(`has the heights and groups of R on mall customers ${NEEDS}`, async () => {
    const names = ['Age', 'Annual Income (k$)', 'Spending Score (1-100)'];
    await agrees(customers('Mall_Customers.csv', names, true), R.mall);
  });

  it('never falls, and each merge is of two clusters that were there', () =>
    fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const { n, merges } = await treeOf(pointsFrom(rows));
        const there = new Set(rows.keys());
        merges.forEach(({ a, b, height, size }, i) => {
          expect(height).toBeGreaterThanOrEqual(i === 0 ? 0 : merges[i - 1]!.height);
          expect([there.delete(a), there.delete(b), a < b, size >= 2]).toEqual([true, true, true, true]);
          there.add(n + i);
        });
        expect([merges.length, there.size]).toEqual([n - 1, 1]);
      }),
    ));

  it('is the same tree whatever the order of the rows, once they stand in canonical order', async () => {
    const points = pointsFrom(tied(200, 3));
    const inOrder = (of: Points) => takePoints(of, canonicalOrder(of, 1));
    const other = takePoints(points, Uint32Array.from(shuffled(200, 9)));
    expect(await treeOf(inOrder(other))).toEqual(await treeOf(inOrder(points)));
  });

  it('joins equal points first, at height 0', async () => {
    const { merges } = await treeOf(pointsFrom([[1], [5], [1], [5], [1]]));
    expect(merges.map(({ height }) => height)).toEqual([0, 0, 0, Math.sqrt(2 * (6 / 5) * 16)]);
    expect(cutTree({ n: 5, merges }, 2)).toEqual(Uint8Array.of(0, 1, 0, 1, 0));
  });

  it('has no merges for one point, and none for no points', async () => {
    expect((await treeOf(pointsFrom([[3, 4]]))).merges).toEqual([]);
    expect((await treeOf(pointsOf([new Float64Array(0)]))).merges).toEqual([]);
  });

  it('stops where it is asked to', async () => {
    const stopping = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    await expect(wardTree(pointsFrom(tied(50, 1)), stopping, STILL())).rejects.toBeInstanceOf(Stopped);
  });
});

describe('cutTree', () => {
  it('gives k groups, each within one of the cut before', () =>
    fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const tree = await treeOf(pointsFrom(rows));
        let before = cutTree(tree, 1);
        for (let k = 1; k <= tree.n; k++) {
          const groups = cutTree(tree, k);
          expect(new Set(groups).size).toBe(k);
          const pairs = new Set(groups.map((group, i) => group * 256 + before[i]!));
          expect(new Set([...groups].map((group, i) => `${group} in ${before[i]}`)).size).toBe(k);
          expect(pairs.size).toBeLessThanOrEqual(k);
          before = groups;
        }
      }),
    ));
});

describe('squaresWithin', () => {
  it('is the sum of squares around the means of the groups', () =>
    fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const points = pointsFrom(rows);
        const tree = await treeOf(points);
        squaresWithin(tree, 10).forEach((within, i) => {
          const labels = cutTree(tree, i + 1);
          const means = centroidsOf(points, labels, i + 1);
          const squares = rows.map((row, at) =>
            row.reduce((sum, value, j) => sum + (value - means[labels[at]!]![j]!) ** 2, 0),
          );
          expect(within).toBeCloseTo(
            squares.reduce((sum, square) => sum + square, 0),
            6,
          );
        });
      }),
    ));
});

describe('topOfTree', () => {
  it('has the leaves of the cut and the merges above it', async () => {
    const tree = await treeOf(pointsFrom([[0], [1], [10], [12], [40]]));
    const { sizes, merges } = topOfTree(tree, 3);
    expect(sizes).toEqual([2, 2, 1]);
    expect(merges.map(({ a, b, size }) => [a, b, size])).toEqual([
      [0, 1, 4],
      [2, 3, 5],
    ]);
    expect(topOfTree(tree, 5).merges).toEqual(tree.merges);
  });
});
