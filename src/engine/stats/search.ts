import { placedBetween } from '../kernels/placed-points';
import type { Progress, Work } from '../work';
import { Hurried, hurry } from './bounded';
import { bestFirst, different, FEW, type Cloud, type Clouds } from './clouds';
import { advance, attemptFrom, type Attempt } from './lloyd';
import { generator, seedFrom } from './random';
import { plusPlus } from './seeding';
import { swaps } from './swaps';

/** Starts by k-means++ for each k, beside those given. */
const STARTS_TINY = 240;
const STARTS_SMALL = 48;
const STARTS_LARGE = 12;
/** Passes after which the worse starts are dropped, and how many stay. */
const HEATS_SMALL = [
  { passes: 6, stay: 16 },
  { passes: 20, stay: 8 },
] as const;
/** Of large tables the first heat runs over few rows, the others over the sample. */
const FIRST_HEAT = { passes: 6, stay: 8 } as const;
const SECOND_HEAT = { start: 5, passes: 6, stay: 3 } as const;
/** How many different ends are each improved, and how many swaps are tried on one before it is left alone. */
const SWAPPED = {
  tiny: { ends: 12, most: 100 },
  small: { ends: 4, most: 60 },
  few: { ends: 2, most: 10 },
} as const;
type Swapped = (typeof SWAPPED)[keyof typeof SWAPPED];
/** Passes after which a swap is given up if it is so much behind. */
const SWAP_HEATS = [
  { passes: 2, reach: 1.03 },
  { passes: 3, reach: 1.01 },
] as const;
/** Up to so many points every start runs to its end; up to so many all starts see all points. */
const TINY = 1_000;
const SMALL = 5_000;
/** A clustering that so few points leave in a pass is at its end, as far as comparing goes. */
const FEW_REST = 5;
const SAMPLE_REST = 20;
/** Passes over all rows after which finalists are compared. */
const LAST_PASSES = 2;

/** One number of clusters to be found. */
export interface Wanted {
  k: number;
  seed: number;
  /** Starts beside those by k-means++. */
  starts: readonly Float64Array[];
}

/** The best of many starts for one k, settled on all points. */
export async function bestOfStarts(
  clouds: Clouds,
  wanted: Wanted,
  work: Work,
  progress: Progress,
): Promise<Attempt> {
  const { all } = clouds;
  const { n } = all.placed.points;
  const found = await (n <= SMALL ? searchAll : searchSample)(clouds, wanted, work, progress);
  const attempt = attemptFrom(found.centroids, n);
  await advance(all.placed, attempt, work, progress);
  return attempt;
}

async function searchAll({ all }: Clouds, wanted: Wanted, work: Work, progress: Progress): Promise<Hurried> {
  const isTiny = all.placed.points.n <= TINY;
  let running = (await startsFor(all, wanted, work, progress)).map((start) => new Hurried(all.placed, start));
  for (const { passes, stay } of isTiny ? [] : HEATS_SMALL)
    running = (await raced(all, running, passes, 0, work, progress)).slice(0, stay);
  const ended = await raced(all, running, Infinity, 0, work, progress);
  return (await improved(all, ended, isTiny ? SWAPPED.tiny : SWAPPED.small, work, progress))[0]!;
}

/** Many starts on few rows, the better ones on the sample, the best few on all rows. */
async function searchSample(
  { all, sample, few }: Clouds,
  wanted: Wanted,
  work: Work,
  progress: Progress,
): Promise<Hurried> {
  const starts = await startsFor(sample, wanted, work, progress);
  const onFew = starts.map((start) => new Hurried(few.placed, start));
  const first = await raced(few, onFew, FIRST_HEAT.passes, 0, work, progress);
  const ahead = different(first).slice(0, FIRST_HEAT.stay);
  const early = await raced(few, ahead, Infinity, FEW_REST, work, progress);
  const better = await improved(few, early, SWAPPED.few, work, progress);
  const onSample = onto(sample, different(better).slice(0, SECOND_HEAT.start));
  const second = await raced(sample, onSample, SECOND_HEAT.passes, 0, work, progress);
  const finalists = different(second).slice(0, SECOND_HEAT.stay);
  const ends = await raced(sample, finalists, Infinity, SAMPLE_REST, work, progress);
  if (all === sample) {
    await hurry(ends[0]!, all.spread, Infinity, 0, work, progress);
    return ends[0]!;
  }
  const onAll = onto(all, different(ends).slice(0, 3));
  const best = (await raced(all, onAll, onAll.length > 1 ? LAST_PASSES : 0, 0, work, progress))[0]!;
  await hurry(best, all.spread, Infinity, 0, work, progress);
  return best;
}

const onto = ({ placed }: Cloud, states: readonly Hurried[]): Hurried[] =>
  states.map(({ centroids }) => new Hurried(placed, centroids));

/** Lets all run for some passes, or until at most `few` points move; best first. */
async function raced(
  { spread }: Cloud,
  running: readonly Hurried[],
  passes: number,
  few: number,
  work: Work,
  progress: Progress,
): Promise<Hurried[]> {
  for (const state of running) await hurry(state, spread, passes, few, work, progress);
  return bestFirst(running);
}

async function startsFor(
  { placed }: Cloud,
  { k, seed, starts }: Wanted,
  work: Work,
  progress: Progress,
): Promise<Float64Array[]> {
  const { n } = placed.points;
  const random = generator(seedFrom(seed, k));
  const found = [...starts];
  const windows = Math.ceil(n / FEW);
  const drawn = k === 1 ? 1 : startsOf(n);
  for (let start = 0; start < drawn; start++) {
    const from = Math.floor(((start % windows) * n) / windows);
    const to = Math.floor((((start % windows) + 1) * n) / windows);
    found.push(plusPlus(placedBetween(placed, from, to), k, random));
    const rest = work.breathe(progress);
    if (rest) await rest;
  }
  return found;
}

/** Starts by k-means++ for each k over n points. */
const startsOf = (n: number): number => (n <= TINY ? STARTS_TINY : n <= SMALL ? STARTS_SMALL : STARTS_LARGE);

/** The finalists and what became of the best of them once weak clusters were given up and others cut, best first. */
async function improved(
  cloud: Cloud,
  finalists: readonly Hurried[],
  { ends, most }: Swapped,
  work: Work,
  progress: Progress,
): Promise<Hurried[]> {
  const apart = finalists.filter((one, i) => i === 0 || one.inertia > finalists[i - 1]!.inertia * (1 + 1e-9));
  const ranked = [...finalists];
  for (const from of apart.slice(0, ends)) {
    let best = from;
    for (let better = await swapped(cloud, best, most, work, progress); better;) {
      best = better;
      ranked.push(best);
      better = await swapped(cloud, best, most, work, progress);
    }
  }
  return bestFirst(ranked);
}

/** The first of the promising swaps that leads to a better clustering; null where none does. */
async function swapped(
  { placed, spread }: Cloud,
  best: Hurried,
  most: number,
  work: Work,
  progress: Progress,
): Promise<Hurried | null> {
  const { points, room } = placed;
  if (best.k === 1) return null;
  const isWithinReach = async (state: Hurried, other: Hurried) => {
    for (const { passes, reach } of SWAP_HEATS) {
      await hurry(state, spread, passes, 0, work, progress);
      if (state.inertia > other.inertia * reach) return false;
    }
    return true;
  };
  for (const start of swaps(points, best).slice(0, most)) {
    const mark = room.mark;
    const state = new Hurried(placed, start);
    if (await isWithinReach(state, best)) await hurry(state, spread, Infinity, 0, work, progress);
    if (state.inertia < best.inertia * (1 - 1e-9)) return state;
    room.drop(mark);
  }
  return null;
}
