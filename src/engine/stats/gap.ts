import { doAll, type Trade } from '../crew/crew';
import { placePoints } from '../kernels/placed-points';
import { closeRoom, openRoom, type Room } from '../kernels/room';
import type { Progress, Work } from '../work';
import { spreadOf } from './bounded';
import { quickInertia } from './kmeans';
import { log } from './logarithm';
import { pca, scores } from './pca';
import { copyFirst, pointsOf, type Points } from './points';
import { generator, seedFrom } from './random';

/** The gap at one k: how much less is left within clusters than where points lie evenly. */
export interface Gap {
  k: number;
  gap: number;
  /** Standard error of the mean over the references, with their own scatter: sd × √(1 + 1 ÷ B). */
  error: number;
}

export interface GapOptions {
  kMax: number;
  seed: number;
  work: Work;
  /** Even clouds that are clustered for comparison; 20 unless given. */
  references?: number;
  /** How a cloud is clustered; by k-means unless given. */
  clustered?: Trade<GapGround, Cloud, number[]>;
  /** Rows that take part in larger tables; 2,000 unless given. */
  sample?: number;
  /** Uniform numbers from 0 to 1 for reference `b`, one after the other, column by column; ours unless given. */
  draws?: (b: number) => () => number;
}

const SAMPLE = 2_000;
const REFERENCES = 20;
/** Up to so many rows a clustering is tried several times, for a few points decide more there. */
const SMALL = 1_000;
const ROUNDS_SMALL = 4;

/**
 * The gap statistic for k from 1 up: mean of log W over even reference clouds less log W of the points, where W is the
 * within-cluster sum of squares and a reference is drawn evenly from the box of the points in the directions of their
 * principal components. At most 2,000 points, the first ones; points must be in canonical order. Empty for fewer than
 * three points, or where W reaches 0.
 * @see Tibshirani, Walther and Hastie 2001, reference (b); R, cluster::clusGap with d.power = 2, spaceH0 "scaledPCA".
 */
export async function gapStatistic(all: Points, options: GapOptions): Promise<Gap[]> {
  const { kMax, seed, work, references = REFERENCES, draws, clustered = evenly } = options;
  const points = copyFirst(all, options.sample ?? SAMPLE);
  const most = Math.min(kMax, points.n - 1);
  if (points.n < 3 || most < 1) return [];
  const box = boxOf(points);
  const progress: Progress = { phase: 'judging', done: 0, total: references + 1, unit: 'rounds' };
  const clouds = Array.from({ length: references }, (_, b) =>
    evenCloud(box, points.n, draws?.(b) ?? generator(seedFrom(seed, 302, b))),
  );
  const pieces = [points, ...clouds].map((cloud, stream) => ({ cloud, seed: seedFrom(seed, 301, stream) }));
  const [own, ...even] = await doAll(clustered, { most }, pieces, work, progress);
  const gaps = own!.map((here, i) =>
    gapAt(
      i + 1,
      here,
      even.map((one) => one[i]!),
    ),
  );
  return gaps.every(({ gap, error }) => Number.isFinite(gap) && Number.isFinite(error)) ? gaps : [];
}

/** The largest k. */
export interface GapGround {
  most: number;
}

/** The points, or an even cloud to hold them against. */
export interface Cloud {
  cloud: Points;
  seed: number;
}

/** log W of one cloud for k from 1 to `most`. */
export const evenly: Trade<GapGround, Cloud, number[]> = {
  name: 'evenly',
  begin: ({ most }) => {
    const room = openRoom();
    return {
      do: ({ cloud, seed }, work, progress) => logCurve(room, cloud, most, seed, work, progress),
      end: () => closeRoom(room),
    };
  },
};

function gapAt(k: number, own: number, evenly: readonly number[]): Gap {
  const mean = evenly.reduce((sum, value) => sum + value, 0) / evenly.length;
  const variance = evenly.reduce((sum, value) => sum + (value - mean) ** 2, 0) / evenly.length;
  return { k, gap: mean - own, error: Math.sqrt(variance * (1 + 1 / evenly.length)) };
}

/**
 * The number of clusters the gaps speak for: the smallest k whose gap is not below the next one's by more than its
 * error; the last k where none is. 1 means one cloud without groups. Null without gaps.
 * @see Tibshirani et al. 2001; R, cluster::maxSE with method "Tibs2001SEmax".
 */
export function gapChoice(gaps: readonly Gap[]): number | null {
  const found = gaps.find(
    (here, i) => i + 1 < gaps.length && here.gap >= gaps[i + 1]!.gap - gaps[i + 1]!.error,
  );
  return (found ?? gaps.at(-1))?.k ?? null;
}

/** Lowest value and width along each principal component. */
const boxOf = (points: Points): { low: number; width: number }[] => {
  const axes = pca(points);
  return axes.explained.map((_, component) => {
    const along = scores(points, axes, component);
    const low = along.reduce((least, value) => Math.min(least, value), Infinity);
    return { low, width: along.reduce((most, value) => Math.max(most, value), -Infinity) - low };
  });
};

/** Points drawn evenly from the box; turning them back would change no distance. */
const evenCloud = (box: readonly { low: number; width: number }[], n: number, draw: () => number): Points =>
  pointsOf(box.map(({ low, width }) => Float64Array.from({ length: n }, () => low + width * draw())));

/** log W for k from 1 to `most`; never rising, since a clustering into fewer is one into more with an empty one. */
async function logCurve(
  room: Room,
  points: Points,
  most: number,
  seed: number,
  work: Work,
  progress: Progress,
): Promise<number[]> {
  const mark = room.mark;
  const cloud = { placed: placePoints(points, room), spread: spreadOf(points) };
  const curve: number[] = [];
  const rounds = points.n <= SMALL ? ROUNDS_SMALL : 1;
  let least = Infinity;
  for (let k = 1; k <= most; k++) {
    for (let round = 0; round < rounds; round++)
      least = Math.min(least, await quickInertia(cloud, k, seedFrom(seed, k, round), work, progress));
    curve.push(log(least));
  }
  room.drop(mark);
  return curve;
}

/** So many standard errors a gap must rise above that of one cloud; ten numbers are compared at once. */
const TELLING = 3;

/**
 * Whether the points are one slope without groups: at no k is the gap above that of one cluster by three standard errors
 * of their difference. False without gaps, which say nothing.
 */
export function isContinuum(gaps: readonly Gap[]): boolean {
  const [one, ...more] = gaps;
  if (!one || more.length === 0) return false;
  return more.every(({ gap, error }) => gap - one.gap < TELLING * Math.sqrt(error ** 2 + one.error ** 2));
}
