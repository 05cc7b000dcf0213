import fc from 'fast-check';
import { kmeans } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';
import { kmeansCurve, nearestCentroids } from '../../../src/engine/stats/kmeans';
import { adjustedRand } from '../../../src/engine/stats/rand-index';
import { Stopped } from '../../../src/engine/errors';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/clustering/clustering.json';
import { clustered, sizesOf } from './clustered';
import { BLOBS, MANY, planted, pointsFrom, shuffled, tied } from './planted';

const truth = Array.from({ length: 240 }, (_, i) => Math.floor(i / 60));

describe('kmeansCurve', { timeout: 30_000 }, () => {
  it.each(Array.from({ length: 20 }, (_, i) => i + 1))(
    'finds planted clusters with seed %i',
    async (seed) => {
      const [run] = await clustered(pointsFrom(planted(BLOBS, 60, 1, 11)), 4, seed, 4);
      expect(adjustedRand(run!.labels, truth)).toBe(1);
    },
  );

  it.each([
    ['blobs', planted(BLOBS, 60, 1, 11), expected.blobs],
    ['heavy ties', tied(2000, 5), expected.tied],
    ['twelve clusters', planted(MANY, 60, 1, 3), expected.many],
  ])('is never worse than the best of ten starts of scikit-learn: %s', async (_, rows, reference) => {
    const runs = await clustered(pointsFrom(rows), 10);
    for (const { k, inertia } of reference.runs)
      expect(runs[k - 1]!.inertia).toBeLessThanOrEqual(inertia * 1.0001);
  });

  it('is never worse than ml-kmeans', async () => {
    const rows = planted(MANY, 60, 1, 3);
    const runs = await clustered(pointsFrom(rows), 8);
    for (const { k, inertia } of runs.slice(1)) {
      const other = kmeans(rows, k, { seed: 5, initialization: 'kmeans++' });
      const sum = rows.reduce((total, row, i) => {
        const centroid = other.centroids[other.clusters[i]!]!;
        return total + row.reduce((squares, value, j) => squares + (value - centroid[j]!) ** 2, 0);
      }, 0);
      expect(inertia).toBeLessThanOrEqual(sum * (1 + 1e-12));
    }
  });

  it('gives the same labels and sums whatever the order of the rows', async () => {
    const rows = [...planted(MANY, 30, 1.5, 8), ...tied(300, 2).map(([a, b]) => [a!, b!, 1])];
    const order = shuffled(rows.length, 4);
    const before = await clustered(pointsFrom(rows), 7);
    const after = await clustered(pointsFrom(order.map((row) => rows[row]!)), 7);
    before.forEach((run, i) => {
      expect(after[i]!.inertia).toBe(run.inertia);
      expect([...after[i]!.labels]).toEqual(order.map((row) => run.labels[row]));
    });
  });

  it('does so for tables larger than the sample, too, where it still finds what was planted', async () => {
    const rows = planted(MANY, 2_000, 0.5, 8);
    const order = shuffled(rows.length, 4);
    const [before] = await clustered(pointsFrom(rows), 12, 1, 12);
    const [after] = await clustered(pointsFrom(order.map((row) => rows[row]!)), 12, 1, 12);
    expect(after!.inertia).toBe(before!.inertia);
    expect([...after!.labels]).toEqual(order.map((row) => before!.labels[row]));
    expect(
      adjustedRand(
        before!.labels,
        rows.map((_, i) => Math.floor(i / 2_000)),
      ),
    ).toBeGreaterThan(0.99);
  });

  it('fills every cluster even where the sample holds too few different rows', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => (i < 4 ? [10 * i + 10] : [i % 2]));
    const [run] = await clustered(pointsFrom(rows), 6, 1, 6);
    expect(run!.inertia).toBe(0);
    expect(sizesOf(run!)).toEqual([1, 1, 1, 1, 12_498, 12_498]);
  });

  it('lowers the sum of squares with every further cluster, down to 0 for as many as there are different rows', async () => {
    const rows = [...tied(200, 9), ...tied(200, 9)];
    const runs = await clustered(pointsFrom(rows), 25);
    for (let i = 1; i < runs.length; i++) expect(runs[i]!.inertia).toBeLessThan(runs[i - 1]!.inertia);
    expect(runs[24]!.inertia).toBe(0);
    expect(sizesOf(runs[24]!)[0]).toBeGreaterThan(0);
  });

  it('leaves every point with its nearest centroid and every centroid at the mean of its points', async () => {
    const cloud = fc.array(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.double({ min: -5, max: 5, noNaN: true })),
      {
        minLength: 12,
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(cloud, fc.integer({ min: 1, max: 4 }), async (rows, k) => {
        fc.pre(new Set(rows.map(String)).size >= k);
        const points = pointsFrom(rows);
        const [run] = await clustered(points, k, 3, k);
        expect(nearestCentroids(points, run!.centroids)).toEqual(run!.labels);
        run!.centroids.forEach((centroid, cluster) => {
          const own = rows.filter((_, i) => run!.labels[i] === cluster);
          centroid.forEach((at, j) => {
            expect(at).toBeCloseTo(own.reduce((sum, row) => sum + row[j]!, 0) / own.length, 9);
          });
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('takes one column, many columns and one point', async () => {
    const line = await clustered(pointsFrom([[1], [2], [10], [11], [100], [101]]), 3);
    expect(sizesOf(line[2]!)).toEqual([2, 2, 2]);
    expect(line[2]!.inertia).toBe(1.5);
    const wide = planted(
      [
        [0, 0, 0, 0, 0, 0, 0],
        [9, 0, 9, 0, 9, 0, 9],
      ],
      20,
      1,
      6,
    );
    expect(sizesOf((await clustered(pointsFrom(wide), 2))[1]!)).toEqual([20, 20]);
    expect((await clustered(pointsFrom([[4, 2]]), 1))[0]).toMatchObject({ inertia: 0, centroids: [[4, 2]] });
  });

  it('stops when it is told to', async () => {
    const work = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    const points = pointsFrom(planted(BLOBS, 60, 1, 11));
    await expect(kmeansCurve(points, { kMin: 1, kMax: 3, seed: 1, work })).rejects.toThrow(Stopped);
  });
});
