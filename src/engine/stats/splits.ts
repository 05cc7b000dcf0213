import { farthest, type Attempt } from './lloyd';
import type { Points } from './points';

/**
 * Starts for k + 1 clusters from a clustering into k: each cluster in turn is cut across its widest column, one
 * deviation to either side of its centre. Good where k-means++ rarely hits the right cluster.
 */
export function splits(points: Points, parent: Pick<Attempt, 'centroids' | 'labels'>): Float64Array[] {
  const { d } = points;
  const k = parent.centroids.length / d;
  const spreads = spreadsOf(points, parent.labels, k);
  return Array.from({ length: k }, (_, cluster) => {
    const { widest, deviations } = spreads[cluster]!;
    const start = new Float64Array((k + 1) * d);
    start.set(parent.centroids);
    start.set(parent.centroids.subarray(cluster * d, (cluster + 1) * d), k * d);
    start[cluster * d + widest]! -= deviations[widest]!;
    start[k * d + widest]! += deviations[widest]!;
    return start;
  });
}

/** A start for k + 1 clusters that can only end below the clustering into k: its centroids and its farthest point. */
export function withFarthest(points: Points, parent: Attempt): Float64Array | null {
  const row = farthest(points, parent.centroids, parent.labels);
  if (row === null) return null;
  const start = new Float64Array(parent.centroids.length + points.d);
  start.set(parent.centroids);
  points.columns.forEach((column, j) => (start[parent.centroids.length + j] = column[row]!));
  return start;
}

/** How wide a cluster is. */
export interface ClusterSpread {
  size: number;
  /** d: deviation of each column within the cluster, divisor n. */
  deviations: number[];
  /** The column where it is largest, the first of several. */
  widest: number;
}

/** The spread of each of k clusters. */
export function spreadsOf({ columns, d }: Points, labels: Uint8Array, k: number): ClusterSpread[] {
  const sizes = new Float64Array(k);
  for (let row = 0; row < labels.length; row++) sizes[labels[row]!]!++;
  const byColumn = columns.map((column) => deviationsOf(column, labels, sizes));
  return Array.from(sizes, (size, cluster) => {
    const deviations = Array.from({ length: d }, (_, j) => byColumn[j]![cluster]!);
    return { size, deviations, widest: deviations.indexOf(Math.max(...deviations)) };
  });
}

/** For each cluster the deviation of one column, exactly 0 where it is constant; see `moments`. */
function deviationsOf(values: Float64Array, labels: Uint8Array, sizes: Float64Array): Float64Array {
  const means = new Float64Array(sizes.length);
  const least = new Float64Array(sizes.length).fill(Infinity);
  const most = new Float64Array(sizes.length).fill(-Infinity);
  for (let row = 0; row < values.length; row++) {
    const label = labels[row]!;
    const value = values[row]!;
    means[label]! += value;
    if (value < least[label]!) least[label] = value;
    if (value > most[label]!) most[label] = value;
  }
  for (let c = 0; c < sizes.length; c++) means[c]! /= sizes[c]!;
  const squares = new Float64Array(sizes.length);
  for (let row = 0; row < values.length; row++) {
    const away = values[row]! - means[labels[row]!]!;
    squares[labels[row]!]! += away * away;
  }
  return squares.map((sum, c) => (least[c] === most[c] || sizes[c] === 0 ? 0 : Math.sqrt(sum / sizes[c]!)));
}
