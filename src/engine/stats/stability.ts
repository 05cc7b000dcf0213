import { doAll, type Trade } from '../crew/crew';
import { placePoints } from '../kernels/placed-points';
import { closeRoom, openRoom, type Room } from '../kernels/room';
import type { Progress, Work } from '../work';
import { spreadOf } from './bounded';
import type { Cloud } from './clouds';
import { kmeansOnce, type KMeansRun } from './kmeans';
import { copyFirst, takePoints, type Points } from './points';
import type { MixedPoints } from './prototypes';
import { generator, seedFrom } from './random';

export interface StabilityOptions {
  seed: number;
  work: Work;
  /** Redraws; 30 unless given. */
  redraws?: number;
  /** How those drawn are clustered anew; by k-means unless given. */
  again?: Redrawing;
  /** Rows that take part in larger tables, 5,000 unless given: fewer can only make clusters look less stable. */
  sample?: number;
  /** Where some columns are codes of categories. */
  mix?: Mix;
}

/** Which columns are numbers, and what a category that differs counts. */
export type Mix = Pick<MixedPoints, 'numbers' | 'gamma'>;

const SAMPLE = 5_000;
const REDRAWS = 30;

/**
 * How well each cluster survives when the points are drawn again with replacement and clustered anew: its mean best
 * Jaccard overlap with a cluster of the redraw, over the points drawn, each counted once. From 0.75 it is valid,
 * from 0.85 highly stable. Points must be in canonical order.
 * @param runs clusterings of all points
 * @returns for each run k overlaps, 0 to 1, in the order of its centroids; null for k = 1
 * @see Hennig 2007; fpc::clusterboot with bootmethod "boot", multipleboot FALSE.
 */
export async function overlaps(
  points: Points,
  runs: readonly Pick<KMeansRun, 'k' | 'labels'>[],
  { seed, work, redraws = REDRAWS, again = redrawing, sample = SAMPLE, mix }: StabilityOptions,
): Promise<(number[] | null)[]> {
  const base = copyFirst(points, sample);
  const labels = runs.map((run) => (run.k === 1 ? null : run.labels.slice(0, base.n)));
  const ground = { base, labels, ks: runs.map(({ k }) => k), seed, ...(mix && { mix }) };
  const progress: Progress = { phase: 'redrawing', done: 0, total: redraws, unit: 'rounds' };
  const pieces = Array.from({ length: redraws }, (_, redraw) => redraw);
  const found = await doAll(again, ground, pieces, work, progress);
  return runs.map(({ k }, at) => {
    if (k === 1) return null;
    const means = new Array<number>(k).fill(0);
    for (const one of found) one[at]!.forEach((overlap, cluster) => (means[cluster]! += overlap / redraws));
    return means;
  });
}

/** What all redraws share. */
export interface RedrawGround {
  base: Points;
  /** For each run the labels of the base; null for k = 1. */
  labels: readonly (Uint8Array | null)[];
  ks: readonly number[];
  seed: number;
  mix?: Mix;
}

/** One redraw, by its number: for each run the best overlap of each cluster, none for k = 1. */
export type Redrawing = Trade<RedrawGround, number, number[][]>;

/** Clusters points anew: n labels. */
type Anew = (cloud: Cloud, k: number, seed: number, work: Work, progress: Progress) => Promise<Uint8Array>;

/** Redraws that are clustered in that way. */
export const redrawingBy = (name: string, anew: Anew): Redrawing => ({
  name,
  begin: (ground) => {
    const room = openRoom();
    return {
      do: (redraw, work, progress) => redrawIn(room, anew, ground, redraw, work, progress),
      end: () => closeRoom(room),
    };
  },
});

export const redrawing = redrawingBy('redrawing', kmeansOnce);

async function redrawIn(
  room: Room,
  anew: Anew,
  { base, labels, ks, seed }: RedrawGround,
  redraw: number,
  work: Work,
  progress: Progress,
): Promise<number[][]> {
  const drawn = redrawn(base.n, generator(seedFrom(seed, 101, redraw)));
  const subset = takePoints(base, drawn);
  const mark = room.mark;
  const cloud = { placed: placePoints(subset, room), spread: spreadOf(subset) };
  const found: number[][] = [];
  for (const [at, k] of ks.entries()) {
    const own = labels[at];
    const again = own && (await anew(cloud, k, seedFrom(seed, 102, redraw, k), work, progress));
    found.push(own && again ? bestJaccards(labelsOf(own, drawn), again, k) : []);
  }
  room.drop(mark);
  return found;
}

/** The different rows among n drawn with replacement, rising. */
export function redrawn(n: number, random: () => number): Uint32Array {
  const hit = new Uint8Array(n);
  for (let i = 0; i < n; i++) hit[Math.floor(random() * n)] = 1;
  const rows = new Uint32Array(n);
  let count = 0;
  for (let row = 0; row < n; row++) {
    rows[count] = row;
    count += hit[row]!;
  }
  return rows.subarray(0, count);
}

export function labelsOf(labels: Uint8Array, rows: Uint32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = labels[rows[i]!]!;
  return taken;
}

/** For each of k clusters of `a` the largest Jaccard overlap with one of the k of `b`; 0 for a cluster without rows. */
export function bestJaccards(a: Uint8Array, b: Uint8Array, k: number): number[] {
  const both = new Float64Array(k * k);
  const inA = new Float64Array(k);
  const inB = new Float64Array(k);
  for (let row = 0; row < a.length; row++) {
    both[a[row]! * k + b[row]!]!++;
    inA[a[row]!]!++;
    inB[b[row]!]!++;
  }
  return Array.from(inA, (size, cluster) => {
    let best = 0;
    for (let other = 0; other < k && size > 0; other++) {
      const shared = both[cluster * k + other]!;
      best = Math.max(best, shared / (size + inB[other]! - shared));
    }
    return best;
  });
}
