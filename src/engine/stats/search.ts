import { placedBetween, type PlacedPoints } from '../kernels/placed-points';
import type { Progress, Work } from '../work';
import { Hurried, hurry, type Spread } from './bounded';
import { advance, attemptFrom, type Attempt } from './lloyd';
import { generator, seedFrom } from './random';
import { plusPlus } from './seeding';
import { splits, withFarthest } from './splits';
import { swaps } from './swaps';

/** Rows on which starts are tried; the starts of a smaller table see all of its rows. */
export const SAMPLE = 20_000;
/** Rows from which one start is drawn; each start of a larger sample draws from other rows. */
const DRAWN_FROM = 5_000;
/** Starts by k-means++ for each k, beside the splits of the clustering into k − 1. */
const STARTS_TINY = 240;
const STARTS_SMALL = 48;
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
/** Swaps tried on the best clustering before it is left alone, and passes after which hopeless ones are dropped. */
const SWAPS_TINY = 100;
const SWAPS_SMALL = 60;
const SWAPS_LARGE = 10;
const SWAP_PASSES = 10;
const WITHIN_REACH = 1.01;
/** Up to so many points every start runs to its end. */
const TINY = 1_000;

/** Different ends of a table's starts that are each improved; of large tables the best alone. */
const IMPROVED_TINY = 12;
const IMPROVED_SMALL = 4;

/** Points and how far they spread. */
export interface Cloud {
  placed: PlacedPoints;
  spread: Spread;
}

/** One number of clusters to be found. */
export interface Search {
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
export async function bestOfStarts(search: Search): Promise<Attempt> {
  const { all, tried, before, work, progress } = search;
  const finalists = await improved(
    tried,
    await tournament(tried, await startsFor(search), work, progress),
    work,
    progress,
  );
  const best = all === tried ? finalists[0]! : await refined(all, finalists, work, progress);
  const { points } = all.placed;
  const attempt = attemptFrom(best.centroids, points.n);
  await advance(all.placed, attempt, work, progress);
  if (!before || attempt.inertia < before.inertia) return attempt;
  const start = withFarthest(points, before);
  if (!start) return attempt;
  const surely = attemptFrom(start, points.n);
  await advance(all.placed, surely, work, progress);
  return surely;
}

async function startsFor({ all, tried, k, seed, before, work, progress }: Search): Promise<Float64Array[]> {
  const { n } = tried.placed.points;
  const random = generator(seedFrom(seed, k));
  const starts = k > 1 && before ? splits(all.placed.points, before) : [];
  const windows = Math.ceil(n / DRAWN_FROM);
  const drawn = k === 1 ? 1 : startsOf(n);
  for (let start = 0; start < drawn; start++) {
    const from = Math.floor(((start % windows) * n) / windows);
    const to = Math.floor((((start % windows) + 1) * n) / windows);
    starts.push(plusPlus(placedBetween(tried.placed, from, to), k, random));
    const rest = work.breathe(progress);
    if (rest) await rest;
  }
  return starts;
}

/** Starts by k-means++ for each k over n points. */
export const startsOf = (n: number): number =>
  n <= TINY ? STARTS_TINY : n <= DRAWN_FROM ? STARTS_SMALL : STARTS_LARGE;
const improvedOf = (n: number): number => (n <= TINY ? IMPROVED_TINY : n <= DRAWN_FROM ? IMPROVED_SMALL : 1);
const heatsFor = (n: number) => (n <= TINY ? [] : n <= DRAWN_FROM ? HEATS_SMALL : HEATS_LARGE);

/** The best few starts, best first, after those that fell behind were dropped. */
async function tournament(
  { placed, spread }: Cloud,
  starts: readonly Float64Array[],
  work: Work,
  progress: Progress,
): Promise<Hurried[]> {
  const { n } = placed.points;
  const few = n < SAMPLE ? 0 : n / 1000;
  const before = progress.done;
  let running = starts.map((start) => new Hurried(placed, start));
  let ran = 0;
  for (const { passes, stay } of [...heatsFor(n), { passes: Infinity, stay: Infinity }]) {
    for (const state of running) {
      await hurry(state, spread, passes, passes === Infinity ? few : 0, work, progress);
      progress.done = before + Math.min(++ran, startsOf(n));
    }
    running = bestFirst(running).slice(0, stay);
  }
  return running;
}

/** The finalists and what became of the best of them once weak clusters were given up and others cut, best first. */
async function improved(
  { placed, spread }: Cloud,
  finalists: readonly Hurried[],
  work: Work,
  progress: Progress,
): Promise<Hurried[]> {
  const cloud = { placed, spread };
  const different = finalists.filter(
    (one, i) => i === 0 || one.inertia > finalists[i - 1]!.inertia * (1 + 1e-9),
  );
  const ranked = [...finalists];
  for (const from of different.slice(0, improvedOf(placed.points.n))) {
    let best = from;
    for (let better = await swapped(cloud, best, work, progress); better;) {
      best = better;
      ranked.push(best);
      better = await swapped(cloud, best, work, progress);
    }
  }
  return bestFirst(ranked);
}

/** The first of the promising swaps that leads to a better clustering; null where none does. */
async function swapped(
  { placed, spread }: Cloud,
  best: Hurried,
  work: Work,
  progress: Progress,
): Promise<Hurried | null> {
  const { points, room } = placed;
  if (best.k === 1) return null;
  const most = points.n <= TINY ? SWAPS_TINY : points.n <= DRAWN_FROM ? SWAPS_SMALL : SWAPS_LARGE;
  for (const start of swaps(points, best).slice(0, most)) {
    const mark = room.mark;
    const state = new Hurried(placed, start);
    await hurry(state, spread, SWAP_PASSES, 0, work, progress);
    if (state.inertia <= best.inertia * WITHIN_REACH) await hurry(state, spread, Infinity, 0, work, progress);
    if (state.inertia < best.inertia * (1 - 1e-9)) return state;
    room.drop(mark);
  }
  return null;
}

/** The best of the finalists once all points have had their say. */
async function refined(
  { placed, spread }: Cloud,
  finalists: readonly Hurried[],
  work: Work,
  progress: Progress,
): Promise<Hurried> {
  const running = finalists.slice(0, 3).map(({ centroids }) => new Hurried(placed, centroids));
  const few = placed.points.n / 1000;
  for (const state of running) await hurry(state, spread, Infinity, few, work, progress);
  const best = bestFirst(running)[0]!;
  await hurry(best, spread, Infinity, 0, work, progress);
  return best;
}

/** By rising inertia; equal ones keep their order. */
export const bestFirst = <S extends { inertia: number }>(states: readonly S[]): S[] =>
  [...states].sort((a, b) => a.inertia - b.inertia);
