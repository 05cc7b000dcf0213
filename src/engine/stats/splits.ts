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
  return Array.from({ length: k }, (_, cluster) => {
    const spreads = spreadOf(points, parent.labels, cluster);
    const widest = spreads.indexOf(Math.max(...spreads));
    const start = new Float64Array((k + 1) * d);
    start.set(parent.centroids);
    start.set(parent.centroids.subarray(cluster * d, (cluster + 1) * d), k * d);
    start[cluster * d + widest]! -= spreads[widest]!;
    start[k * d + widest]! += spreads[widest]!;
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

function spreadOf(points: Points, labels: Uint8Array, cluster: number): number[] {
  const rows: number[] = [];
  labels.forEach((label, row) => {
    if (label === cluster) rows.push(row);
  });
  return takePoints(points, Uint32Array.from(rows)).columns.map((column) => moments(column).deviation);
}
