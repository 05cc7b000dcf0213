import type { Progress, Work } from '../work';
import { assignBlock, BLOCK, makeTally } from './assign';
import { hurriedFrom, hurry, spreadOf, type Hurried, type Spread } from './bounded';
import { advance, attemptFrom, type Attempt } from './lloyd';
import { firstPoints, pointsBetween, type Points } from './points';
import { generator, seedFrom } from './random';
import { plusPlus } from './seeding';
import { splits, withFarthest } from './splits';

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

/** Rows on which starts are tried; the starts of a smaller table see all of its rows. */
const SAMPLE = 20_000;
/** Rows from which one start is drawn; each start of a larger sample draws from other rows. */
const DRAWN_FROM = 5_000;
/** Starts by k-means++ for each k, beside the splits of the clustering into k − 1. */
const STARTS_SMALL = 24;
const STARTS_LARGE = 12;
/** Passes after which the worse starts are dropped, and how many stay. */
const HEATS_SMALL = [
  { passes: 6, stay: 16 },
  { passes: 20, stay: 8 },
] as const;
const HEATS_LARGE = [
  { passes: 4, stay: 8 },
  { passes: 14, stay: 4 },
] as const;
/** Up to so many points every start runs to its end. */
const TINY = 1_000;

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
  const runs: KMeansRun[] = [];
  const all = { points, spread: spreadOf(points) };
  const sample = firstPoints(points, SAMPLE);
  const tried = sample === points ? all : { points: sample, spread: spreadOf(sample) };
  let before: Attempt | null = null;
  for (let k = kMin; k <= kMax; k++) {
    const progress: Progress = { phase: 'grouping', done: k - kMin, total: kMax - kMin + 1, unit: 'rounds' };
    const best: Attempt = await cluster({ all, tried, k, seed, before, work, progress });
    runs.push(runOf(best, points.d));
    before = best;
  }
  return runs;
}

interface Cloud {
  points: Points;
  spread: Spread;
}

interface Search {
  all: Cloud;
  /** The sample on which starts are tried. */
  tried: Cloud;
  k: number;
  seed: number;
  /** The solution for k − 1, where there is one. */
  before: Attempt | null;
  work: Work;
  progress: Progress;
}

/** The best of many starts for one k, settled on all points. */
async function cluster(search: Search): Promise<Attempt> {
  const { all, tried, before, work, progress } = search;
  const finalists = await tournament(tried, await startsFor(search), work, progress);
  const best = all === tried ? finalists[0]! : await refined(all, finalists, work, progress);
  const attempt = attemptFrom(best.centroids, all.points.n);
  await advance(all.points, attempt, work, progress);
  if (!before || attempt.inertia < before.inertia) return attempt;
  const start = withFarthest(all.points, before);
  if (!start) return attempt;
  const surely = attemptFrom(start, all.points.n);
  await advance(all.points, surely, work, progress);
  return surely;
}

async function startsFor({ all, tried, k, seed, before, work, progress }: Search): Promise<Float64Array[]> {
  const { points } = tried;
  const random = generator(seedFrom(seed, k));
  const starts = k > 1 && before ? splits(all.points, before) : [];
  const windows = Math.ceil(points.n / DRAWN_FROM);
  const drawn = k === 1 ? 1 : windows === 1 ? STARTS_SMALL : STARTS_LARGE;
  for (let start = 0; start < drawn; start++) {
    const from = Math.floor(((start % windows) * points.n) / windows);
    const to = Math.floor((((start % windows) + 1) * points.n) / windows);
    starts.push(plusPlus(pointsBetween(points, from, to), k, random));
    const rest = work.breathe(progress);
    if (rest) await rest;
  }
  return starts;
}

const heatsFor = (n: number) => (n <= TINY ? [] : n <= DRAWN_FROM ? HEATS_SMALL : HEATS_LARGE);

/** The best few starts, best first, after those that fell behind were dropped. */
async function tournament(
  { points, spread }: Cloud,
  starts: readonly Float64Array[],
  work: Work,
  progress: Progress,
): Promise<Hurried[]> {
  let running = starts.map((start) => hurriedFrom(points, start));
  for (const { passes, stay } of heatsFor(points.n)) {
    for (const state of running) await hurry(state, spread, passes, 0, work, progress);
    running = bestFirst(running).slice(0, stay);
  }
  const few = points.n < SAMPLE ? 0 : points.n / 1000;
  for (const state of running) await hurry(state, spread, Infinity, few, work, progress);
  return bestFirst(running);
}

/** The best of the finalists once all points have had their say. */
async function refined(
  { points, spread }: Cloud,
  finalists: readonly Hurried[],
  work: Work,
  progress: Progress,
): Promise<Hurried> {
  const running = finalists.slice(0, 3).map(({ centroids }) => hurriedFrom(points, centroids));
  for (const state of running) await hurry(state, spread, Infinity, points.n / 1000, work, progress);
  const best = bestFirst(running)[0]!;
  await hurry(best, spread, Infinity, 0, work, progress);
  return best;
}

/** A quick clustering: the best of three starts by k-means++. Gives n labels. */
export async function kmeansOnce(
  points: Points,
  k: number,
  seed: number,
  work: Work,
  progress: Progress,
): Promise<Uint8Array> {
  const random = generator(seed);
  const spread = spreadOf(points);
  const running = Array.from({ length: 3 }, () => hurriedFrom(points, plusPlus(points, k, random)));
  for (const state of running) await hurry(state, spread, 5, 0, work, progress);
  const best = bestFirst(running)[0]!;
  await hurry(best, spread, Infinity, 0, work, progress);
  return best.labels;
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
  await advance(points, attempt, work, { phase: 'grouping', done: 1, total: 1, unit: 'rounds' });
  return runOf(attempt, points.d);
}

/** For each point the index of the nearest of k centroids, at most 255; the lowest where several are equally near. */
export function nearestCentroids(points: Points, centroids: readonly (readonly number[])[]): Uint8Array {
  const labels = new Uint8Array(points.n);
  const tally = makeTally(centroids.length, points.d);
  const flat = Float64Array.from(centroids.flat());
  for (let from = 0; from < points.n; from += BLOCK) {
    assignBlock(points, from, Math.min(from + BLOCK, points.n), flat, labels, tally);
  }
  return labels;
}

const bestFirst = <S extends { inertia: number }>(states: readonly S[]): S[] =>
  [...states].sort((a, b) => a.inertia - b.inertia);

function runOf({ inertia, centroids, labels }: Attempt, d: number): KMeansRun {
  const k = centroids.length / d;
  const rows = Array.from({ length: k }, (_, cluster) => [
    ...centroids.subarray(cluster * d, (cluster + 1) * d),
  ]);
  return { k, inertia, centroids: rows, labels };
}
