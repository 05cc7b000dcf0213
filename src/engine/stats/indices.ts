import { BLOCK } from './assign';
import type { KMeansRun } from './runs';
import type { Points } from './points';
import { ROUNDING } from './rounding';

/**
 * Variance between k clusters over variance within them, each by its degrees of freedom; larger is better. Null for
 * k = 1, for as many clusters as points, and where nothing is left within.
 * @param total sum of squares around the one mean: the inertia at k = 1
 * @see Calinski and Harabasz 1974; scikit-learn, calinski_harabasz_score.
 */
export function calinskiHarabasz(n: number, k: number, inertia: number, total: number): number | null {
  if (k < 2 || k >= n || !(inertia > total * ROUNDING)) return null;
  return (total - inertia) / (k - 1) / (inertia / (n - k));
}

/**
 * How much each cluster resembles the one most like it: the sum of both mean distances to the centroid over the distance
 * of the centroids, averaged over clusters; smaller is better. Null for k = 1 and where two centroids coincide.
 * @see Davies and Bouldin 1979 with q = 1, p = 2; scikit-learn, davies_bouldin_score.
 */
export function daviesBouldin(points: Points, { k, centroids, labels }: KMeansRun): number | null {
  if (k < 2) return null;
  const widths = meanDistances(points, centroids, labels);
  let sum = 0;
  for (let a = 0; a < k; a++) {
    let most = 0;
    for (let b = 0; b < k; b++) {
      if (a === b) continue;
      const apart = Math.sqrt(squared(centroids[a]!, centroids[b]!));
      if (apart === 0) return null;
      most = Math.max(most, (widths[a]! + widths[b]!) / apart);
    }
    sum += most;
  }
  return sum / k;
}

/** k: mean distance of each cluster's points to its centroid; 0 for an empty one. Sums run over fixed blocks. */
function meanDistances(
  { columns, n }: Points,
  centroids: readonly (readonly number[])[],
  labels: Uint8Array,
): number[] {
  const sums = new Float64Array(centroids.length);
  const counts = new Uint32Array(centroids.length);
  for (let from = 0; from < n; from += BLOCK) {
    const block = new Float64Array(centroids.length);
    for (let row = from; row < Math.min(n, from + BLOCK); row++) {
      const label = labels[row]!;
      const centroid = centroids[label]!;
      let square = 0;
      for (let j = 0; j < columns.length; j++) square += (columns[j]![row]! - centroid[j]!) ** 2;
      block[label]! += Math.sqrt(square);
      counts[label]!++;
    }
    block.forEach((part, label) => (sums[label]! += part));
  }
  return Array.from(sums, (sum, label) => sum / Math.max(1, counts[label]!));
}

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);
