import { doAll } from '../crew/crew';
import { ASSIGN_SCRATCH } from '../kernels/kernels';
import { placedBetween, placePoints } from '../kernels/placed-points';
import { closeRoom, inRoom, openRoom, type Room } from '../kernels/room';
import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import { Hurried, hurry, spreadOf } from './bounded';
import { bestFirst, FEW, type Cloud } from './clouds';
import { clustering } from './clustering';
import { advance, attemptFrom, type Attempt } from './lloyd';
import { firstPoints, pointsBetween, type Points } from './points';
import { generator } from './random';
import { runOf, type KMeansRun } from './runs';
import { plusPlus } from './seeding';
import { skeleton } from './skeleton';
import { withFarthest } from './splits';

export type { KMeansRun };

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
export async function kmeansCurve(
  points: Points,
  { kMin, kMax, seed, work }: KMeansOptions,
): Promise<KMeansRun[]> {
  const rising = Array.from({ length: kMax - kMin + 1 }, (_, i) => kMin + i);
  const progress: Progress = { phase: 'grouping', done: 0, total: rising.length, unit: 'rounds' };
  const few = firstPoints(points, FEW);
  const starts = await inRoom((room) => {
    const cloud = { placed: placePoints(few, room), spread: spreadOf(few) };
    return skeleton(cloud, { kMin, kMax, seed }, work, progress);
  });
  const pieces = rising.map((k) => ({ k, seed, starts: starts[k - kMin]! })).reverse();
  const spread = few === points ? spreadOf(few) : spreadOf(points);
  const found = await doAll(clustering, { points, spread }, pieces, work, progress);
  const runs: Attempt[] = [];
  for (const attempt of found.reverse())
    runs.push(await below(points, attempt, runs.at(-1) ?? null, work, progress));
  return runs.map((run) => runOf(run, points.d));
}

/** The clustering, or, where it is not below the one with a cluster fewer, one that surely is. */
async function below(
  points: Points,
  found: Attempt,
  before: Attempt | null,
  work: Work,
  progress: Progress,
): Promise<Attempt> {
  if (!before || found.inertia < before.inertia) return found;
  const start = withFarthest(points, before);
  if (!start) return found;
  const surely = attemptFrom(start, points.n);
  await inRoom((room) => advance(placePoints(points, room), surely, work, progress));
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
