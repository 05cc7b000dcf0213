import { ASSIGN_SCRATCH } from '../kernels/kernels';
import type { PlacedPoints } from '../kernels/placed-points';
import type { Progress, Work } from '../work';
import { BLOCK, type Tally } from './assign';
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
  placed: PlacedPoints,
  attempt: Attempt,
  work: Work,
  progress: Progress,
  passes = MOST_PASSES,
): Promise<void> {
  const { points, room } = placed;
  const before = room.mark;
  const areas = areasFor(placed, attempt);
  let refilled = false;
  for (let pass = 0; pass < passes && !attempt.settled; pass++) {
    room.numbers(areas.centroids, attempt.centroids.length).set(attempt.centroids);
    room.numbers(areas.tally, areas.tallied).fill(0);
    for (let from = 0; from < points.n; from += BLOCK) {
      assign(placed, from, areas);
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    const found = tallyOf(placed, areas);
    attempt.inertia = found.inertia;
    const labels = room.bytes(areas.labels, points.n);
    const earlier = refilled;
    refilled = recentre(points, attempt.centroids, labels, found);
    // A point that was moved into an empty cluster left its old centroid in the wrong place.
    attempt.settled = found.moved === 0 && !refilled && !earlier;
  }
  attempt.labels.set(room.bytes(areas.labels, points.n));
  room.drop(before);
}

/** Byte offsets of what `Kernels.assign` works on, and how many numbers its tally has. */
interface Areas {
  k: number;
  centroids: number;
  labels: number;
  tally: number;
  tallied: number;
  scratch: number;
}

function areasFor({ points, room }: PlacedPoints, { centroids, labels }: Attempt): Areas {
  const k = centroids.length / points.d;
  const tallied = centroids.length + k + 2;
  const areas = {
    k,
    centroids: room.take(centroids.length * 8),
    labels: room.take(labels.length),
    tally: room.take(tallied * 8),
    tallied,
    scratch: room.take(ASSIGN_SCRATCH(k, points.d)),
  };
  room.bytes(areas.labels, labels.length).set(labels);
  return areas;
}

function assign({ points: { n, d }, room, at, stride }: PlacedPoints, from: number, areas: Areas): void {
  const rows = Math.min(BLOCK, n - from);
  const { k, centroids, labels, tally, scratch } = areas;
  room.kernels.assign(at + from * 8, stride, d, rows, centroids, k, labels + from, tally, scratch);
}

function tallyOf({ points, room }: PlacedPoints, { k, tally, tallied }: Areas): Found {
  const found = room.numbers(tally, tallied);
  const size = k * points.d;
  const [inertia = 0, moved = 0] = found.subarray(size + k);
  return { sums: found.subarray(0, size), counts: found.subarray(size, size + k), inertia, moved };
}

/** What one pass found. */
type Found = Pick<Tally, 'sums' | 'counts' | 'inertia' | 'moved'>;

/** Moves each centroid to the mean of its points; says whether an empty cluster was started anew. */
function recentre(
  points: Points,
  centroids: Float64Array,
  labels: Uint8Array,
  { sums, counts }: Found,
): boolean {
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
