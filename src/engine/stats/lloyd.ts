import type { Progress, Work } from '../work';
import { assignBlock, BLOCK, clearTally, makeTally, type Tally } from './assign';
import type { Points } from './points';

/** A clustering on its way: it is settled once a pass moves no point and every cluster has one. */
export interface Attempt {
  /** k × d, cluster by cluster. */
  readonly centroids: Float64Array;
  /** n: index of the centroid. */
  readonly labels: Uint8Array;
  /** Within-cluster sum of squares at the last pass. */
  inertia: number;
  settled: boolean;
}

/** Passes after which an attempt is left as it is; only points that lie exactly between centroids can need so many. */
const MOST_PASSES = 5000;

/** An attempt that has not looked at the points yet. */
export const attemptFrom = (centroids: Float64Array, n: number): Attempt => ({
  centroids: centroids.slice(),
  labels: new Uint8Array(n).fill(255),
  inertia: Infinity,
  settled: false,
});

/**
 * Lloyd's passes until no point moves, or for at most `passes`: each point joins the nearest centroid (the lowest
 * index where several are equally near), each centroid becomes the mean of its points. A cluster without points
 * starts again at the point farthest from its centroid.
 */
export async function advance(
  points: Points,
  attempt: Attempt,
  work: Work,
  progress: Progress,
  passes = MOST_PASSES,
): Promise<void> {
  const tally = makeTally(attempt.centroids.length / points.d, points.d);
  let refilled = false;
  for (let pass = 0; pass < passes && !attempt.settled; pass++) {
    clearTally(tally);
    for (let from = 0; from < points.n; from += BLOCK) {
      assignBlock(points, from, Math.min(from + BLOCK, points.n), attempt.centroids, attempt.labels, tally);
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    attempt.inertia = tally.inertia;
    const before = refilled;
    refilled = recentre(points, attempt, tally);
    // A point that was moved into an empty cluster left its old centroid in the wrong place.
    attempt.settled = tally.moved === 0 && !refilled && !before;
  }
}

/** Moves each centroid to the mean of its points; says whether an empty cluster was started anew. */
function recentre(points: Points, { centroids, labels }: Attempt, { sums, counts }: Tally): boolean {
  const { d } = points;
  const empty: number[] = [];
  counts.forEach((count, cluster) => {
    if (count === 0) empty.push(cluster);
    else for (let j = cluster * d; j < (cluster + 1) * d; j++) centroids[j] = sums[j]! / count;
  });
  let refilled = false;
  for (const cluster of empty) {
    const row = farthest(points, centroids, labels);
    if (row === null) break;
    points.columns.forEach((column, j) => (centroids[cluster * d + j] = column[row]!));
    labels[row] = cluster;
    refilled = true;
  }
  return refilled;
}

/** The row farthest from the centroid of its label, the first of several; null where all stand on their centroids. */
export function farthest(points: Points, centroids: Float64Array, labels: Uint8Array): number | null {
  const { columns, d, n } = points;
  let most = 0;
  let found: number | null = null;
  for (let row = 0; row < n; row++) {
    const at = labels[row]! * d;
    let distance = 0;
    for (let j = 0; j < d; j++) {
      const away = columns[j]![row]! - centroids[at + j]!;
      distance += away * away;
    }
    if (distance > most) {
      most = distance;
      found = row;
    }
  }
  return found;
}
