import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { kmeansCurve, type KMeansRun } from '../../../src/engine/stats/kmeans';
import { takePoints, type Points } from '../../../src/engine/stats/points';
import { unwatched } from '../../../src/engine/work';

/** Runs of k-means with labels in the order of the points given, which may be any. */
export async function clustered(points: Points, kMax: number, seed = 1, kMin = 1): Promise<KMeansRun[]> {
  const order = canonicalOrder(points, seed);
  const runs = await kmeansCurve(takePoints(points, order), { kMin, kMax, seed, work: unwatched });
  return runs.map((run) => {
    const labels = new Uint8Array(points.n);
    order.forEach((row, i) => (labels[row] = run.labels[i]!));
    return { ...run, labels };
  });
}

/** Points per label, rising. */
export function sizesOf({ k, labels }: KMeansRun): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label]!++;
  return sizes.sort((a, b) => a - b);
}
