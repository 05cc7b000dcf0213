import type { Attempt } from './lloyd';

/** The best clustering found for one k. */
export interface KMeansRun {
  k: number;
  /** Within-cluster sum of squares. */
  inertia: number;
  /** k × d. */
  centroids: number[][];
  /** n: 0 to k − 1, the nearest centroid; the lowest index where several are equally near. */
  labels: Uint8Array;
}

export function runOf({ inertia, centroids, labels }: Attempt, d: number): KMeansRun {
  return { k: centroids.length / d, inertia, centroids: rowsOf(centroids, d), labels };
}

/** Centroids that lie end to end, each by itself. */
export const rowsOf = (centroids: Float64Array, d: number): number[][] =>
  Array.from({ length: centroids.length / d }, (_, cluster) => [
    ...centroids.subarray(cluster * d, (cluster + 1) * d),
  ]);
