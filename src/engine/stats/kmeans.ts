import { ASSIGN_SCRATCH } from '../kernels/kernels';
import { placedBetween, placePoints, type PlacedPoints } from '../kernels/placed-points';
import { closeRoom, inRoom, openRoom, type Room } from '../kernels/room';
import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import { Hurried, hurry, spreadOf } from './bounded';
import { bestFirst, cloudsOf, type Cloud } from './clouds';
import { advance, attemptFrom, type Attempt } from './lloyd';
import { pointsBetween, type Points } from './points';
import { generator } from './random';
import { bestOfStarts } from './search';
import { plusPlus } from './seeding';
import { skeleton } from './skeleton';
import { withFarthest } from './splits';

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

export interface KMeansOptions {
  kMin: number;
  /** At most 255, and at most the number of different points. */
  kMax: number;
  seed: number;
  work: Work;
}

/**
 * k-means for every k from `kMin` to `kMax`: greedy k-means++ starts and splits of the solution before, tried on a
 * sample, the best few refined on all rows, the best one until no point moves. The inertia falls from each k to the next.
 *
 * Rows should stand in `canonicalOrder` and columns in the order of their names; then the answer depends on neither
 * the order of the file nor that of its columns.
 */
export const kmeansCurve = (points: Points, options: KMeansOptions): Promise<KMeansRun[]> =>
  inRoom((room) => curveIn(room, points, options));

async function curveIn(
  room: Room,
  points: Points,
  { kMin, kMax, seed, work }: KMeansOptions,
): Promise<KMeansRun[]> {
  const clouds = cloudsOf(placePoints(points, room), spreadOf(points));
  const progress: Progress = { phase: 'grouping', done: 0, total: kMax - kMin + 1, unit: 'rounds' };
  const starts = await skeleton(clouds.few, { kMin, kMax, seed }, work, progress);
  const runs: Attempt[] = [];
  for (let k = kMin; k <= kMax; k++) {
    const mark = room.mark;
    const found = await bestOfStarts(clouds, { k, seed, starts: starts[k - kMin]! }, work, progress);
    runs.push(await below(clouds.all.placed, found, runs.at(-1) ?? null, work, progress));
    room.drop(mark);
    progress.done++;
  }
  return runs.map((run) => runOf(run, points.d));
}

/** The clustering, or, where it is not below the one with a cluster fewer, one that surely is. */
async function below(
  placed: PlacedPoints,
  found: Attempt,
  before: Attempt | null,
  work: Work,
  progress: Progress,
): Promise<Attempt> {
  if (!before || found.inertia < before.inertia) return found;
  const start = withFarthest(placed.points, before);
  if (!start) return found;
  const surely = attemptFrom(start, placed.points.n);
  await advance(placed, surely, work, progress);
  return surely;
}

/** Points from which one start of a quick clustering is drawn, if there are three times as many. */
const DRAWN_LEAST = 500;

/** A quick clustering: the best of three starts by k-means++. Gives n labels. */
export async function kmeansOnce(
  cloud: Cloud,
  k: number,
  seed: number,
  work: Work,
  progress: Progress,
): Promise<Uint8Array> {
  const { room } = cloud.placed;
  const mark = room.mark;
  const labels = (await quickest(cloud, k, seed, work, progress)).labels.slice();
  room.drop(mark);
  return labels;
}

/** Within-cluster sum of squares of a quick clustering. */
export async function quickInertia(
  cloud: Cloud,
  k: number,
  seed: number,
  work: Work,
  progress: Progress,
): Promise<number> {
  const { room } = cloud.placed;
  const mark = room.mark;
  const { inertia } = await quickest(cloud, k, seed, work, progress);
  room.drop(mark);
  return inertia;
}

/** The best of three starts, at its end. */
async function quickest(
  { placed, spread }: Cloud,
  k: number,
  seed: number,
  work: Work,
  progress: Progress,
): Promise<Hurried> {
  const random = generator(seed);
  const { n } = placed.points;
  const third = n < 3 * DRAWN_LEAST ? n : Math.floor(n / 3);
  const running = [0, 1, 2].map((start) => {
    const from = Math.min(start * third, n - third);
    return new Hurried(placed, plusPlus(placedBetween(placed, from, from + third), k, random));
  });
  for (const state of running) await hurry(state, spread, 5, 0, work, progress);
  const best = bestFirst(running)[0]!;
  await hurry(best, spread, Infinity, 0, work, progress);
  return best;
}

/** The same clustering with its clusters in another order: the first is the one at `order[0]`. */
export async function settle(
  points: Points,
  run: KMeansRun,
  order: readonly number[],
  work: Work,
): Promise<KMeansRun> {
  const centroids = Float64Array.from(order.flatMap((cluster) => run.centroids[cluster]!));
  // Points exactly between centroids follow the lowest index, so the new order may move them.
  const attempt = attemptFrom(centroids, points.n);
  const progress: Progress = { phase: 'grouping', done: 1, total: 1, unit: 'rounds' };
  await inRoom((room) => advance(placePoints(points, room), attempt, work, progress));
  return runOf(attempt, points.d);
}

/** For each point the index of the nearest of k centroids, at most 255; the lowest where several are equally near. */
export function nearestCentroids(points: Points, centroids: readonly (readonly number[])[]): Uint8Array {
  const labels = new Uint8Array(points.n);
  const room = openRoom();
  const empty = room.mark;
  try {
    for (let from = 0; from < points.n; from += BLOCK) {
      labelBlock(room, pointsBetween(points, from, Math.min(from + BLOCK, points.n)), centroids, (found) =>
        labels.set(found, from),
      );
      room.drop(empty);
    }
  } finally {
    closeRoom(room);
  }
  return labels;
}

function labelBlock(
  room: Room,
  points: Points,
  centroids: readonly (readonly number[])[],
  take: (labels: Uint8Array) => void,
): void {
  const { n, d } = points;
  const k = centroids.length;
  const { at, stride } = placePoints(points, room);
  const [flat, tally] = [room.take(k * d * 8), room.take((k * d + k + 2) * 8)];
  const [labels, scratch] = [room.take(n), room.take(ASSIGN_SCRATCH(k, d))];
  room.numbers(flat, k * d).set(centroids.flat());
  room.kernels.assign(at, stride, d, n, flat, k, labels, tally, scratch);
  take(room.bytes(labels, n));
}

function runOf({ inertia, centroids, labels }: Attempt, d: number): KMeansRun {
  const k = centroids.length / d;
  const rows = Array.from({ length: k }, (_, cluster) => [
    ...centroids.subarray(cluster * d, (cluster + 1) * d),
  ]);
  return { k, inertia, centroids: rows, labels };
}
