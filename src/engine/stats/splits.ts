import { moments } from './moments';
import { farthest, type Attempt } from './lloyd';
import { takePoints, type Points } from './points';

/**
 * Starts for k + 1 clusters from a clustering into k: each cluster in turn is cut across its widest column, one
 * deviation to either side of its centre. Good where k-means++ rarely hits the right cluster.
 */
export function splits(points: Points, parent: Attempt): Float64Array[] {
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
export function spreadsOf(points: Points, labels: Uint8Array, k: number): ClusterSpread[] {
  const rows = Array.from({ length: k }, (): number[] => []);
  labels.forEach((label, row) => rows[label]!.push(row));
  return rows.map((own) => {
    const deviations = takePoints(points, Uint32Array.from(own)).columns.map(
      (column) => moments(column).deviation,
    );
    return { size: own.length, deviations, widest: deviations.indexOf(Math.max(...deviations)) };
  });
}
