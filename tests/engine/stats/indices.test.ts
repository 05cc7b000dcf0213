import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { calinskiHarabasz, daviesBouldin } from '../../../src/engine/stats/indices';
import type { KMeansRun } from '../../../src/engine/stats/kmeans';
import type { Points } from '../../../src/engine/stats/points';
import { adjustedRand } from '../../../src/engine/stats/rand-index';
import { pointsFrom } from './planted';
import { customers, hasPublicData, NEEDS } from './public-data';

interface Judged {
  names: string[];
  byK: Record<string, { labels: string; ch: number; db: number }>;
  rand: number;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/indices/indices.json', import.meta.url), 'utf8'),
) as Record<string, Judged>;
const FILES = [
  ['iris', 'iris.csv'],
  ['mall', 'Mall_Customers.csv'],
  ['arrests', 'USArrests.csv'],
  ['wholesale', 'Wholesale_customers_with_total.csv'],
] as const;

/** A clustering with the given labels: its means, and the squares around them. */
function runOf({ columns, n, d }: Points, labels: Uint8Array): KMeansRun {
  const k = Math.max(...labels) + 1;
  const counts = new Array<number>(k).fill(0);
  const centroids = Array.from({ length: k }, () => new Array<number>(d).fill(0));
  for (let row = 0; row < n; row++) {
    counts[labels[row]!]!++;
    columns.forEach((column, j) => (centroids[labels[row]!]![j]! += column[row]!));
  }
  centroids.forEach((centroid, c) => centroid.forEach((sum, j) => (centroid[j] = sum / counts[c]!)));
  let inertia = 0;
  for (let row = 0; row < n; row++)
    columns.forEach((column, j) => (inertia += (column[row]! - centroids[labels[row]!]![j]!) ** 2));
  return { k, inertia, centroids, labels };
}
const labelsOf = (digits: string) => Uint8Array.from(digits, Number);

describe.runIf(hasPublicData).each(FILES)(`indices on %s ${NEEDS}`, (name, file) => {
  const { names, byK, rand } = expected[name]!;
  let points: Points;
  let total: number;
  // Not before: what is left out is collected all the same.
  beforeAll(() => {
    points = customers(file, names, true);
    total = points.n * points.d;
  });

  it.each(Object.keys(byK))('equal scikit-learn for %s clusters', (k) => {
    const run = runOf(points, labelsOf(byK[k]!.labels));
    expect(calinskiHarabasz(points.n, run.k, run.inertia, total)! / byK[k]!.ch).toBeCloseTo(1, 10);
    expect(daviesBouldin(points, run)! / byK[k]!.db).toBeCloseTo(1, 7);
  });

  it('agree with scikit-learn on how two labellings agree', () => {
    expect(adjustedRand(labelsOf(byK['2']!.labels), labelsOf(byK['5']!.labels))).toBeCloseTo(rand, 10);
  });
});

describe('calinskiHarabasz', () => {
  it('sets what the means explain against what is left, each by its degrees of freedom', () => {
    const points = pointsFrom([[0], [2], [9], [13]]);
    const one = runOf(points, new Uint8Array(4));
    const two = runOf(points, Uint8Array.from([0, 0, 1, 1]));
    // Around 6: 110; around 1 and 11: 10. (110 - 10) / 1 over 10 / 2.
    expect(calinskiHarabasz(4, 2, two.inertia, one.inertia)).toBeCloseTo(20, 12);
  });

  it('says nothing of one cluster, of a cluster per point, and where nothing is left within', () => {
    expect(calinskiHarabasz(10, 1, 5, 5)).toBeNull();
    expect(calinskiHarabasz(3, 3, 0, 5)).toBeNull();
    expect(calinskiHarabasz(10, 2, 0, 5)).toBeNull();
  });

  it('takes what rounding leaves within for nothing', () => {
    const points = pointsFrom([[0.1], [0.1], [0.1], [0.7], [0.7], [0.7]]);
    const one = runOf(points, new Uint8Array(6));
    const two = runOf(points, Uint8Array.from([0, 0, 0, 1, 1, 1]));
    expect(two.inertia).toBeGreaterThan(0);
    expect(calinskiHarabasz(6, 2, two.inertia, one.inertia)).toBeNull();
  });
});

describe('daviesBouldin', () => {
  it('says nothing of one cluster and of two in one place', () => {
    const points = pointsFrom([[0], [2], [1], [1]]);
    expect(daviesBouldin(points, runOf(points, Uint8Array.from([0, 0, 0, 0])))).toBeNull();
    expect(daviesBouldin(points, runOf(points, Uint8Array.from([0, 0, 1, 1])))).toBeNull();
  });

  it('adds the widths of both and divides by their distance', () => {
    const points = pointsFrom([[0], [2], [9], [13]]);
    expect(daviesBouldin(points, runOf(points, Uint8Array.from([0, 0, 1, 1])))).toBeCloseTo(3 / 10, 12);
  });
});
