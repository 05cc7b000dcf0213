import { placePoints } from '../kernels/placed-points';
import { inRoom, type Room } from '../kernels/room';
import type { Progress, Work } from '../work';
import { spreadOf } from './bounded';
import { kmeansOnce, type KMeansRun } from './kmeans';
import { firstPoints, takePoints, type Points } from './points';
import { generator, seedFrom } from './random';

export interface StabilityOptions {
  seed: number;
  work: Work;
  /** Redraws; 30 unless given. */
  redraws?: number;
}

/** Rows that take part in larger tables: fewer rows can only make clusters look less stable. */
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
export const overlaps = (
  points: Points,
  runs: readonly KMeansRun[],
  options: StabilityOptions,
): Promise<(number[] | null)[]> => inRoom((room) => overlapsIn(room, points, runs, options));

async function overlapsIn(
  room: Room,
  points: Points,
  runs: readonly KMeansRun[],
  { seed, work, redraws = REDRAWS }: StabilityOptions,
): Promise<(number[] | null)[]> {
  const base = firstPoints(points, SAMPLE);
  const means = runs.map(({ k }) => new Array<number>(k).fill(0));
  for (let redraw = 0; redraw < redraws; redraw++) {
    const drawn = redrawn(base.n, generator(seedFrom(seed, 101, redraw)));
    const subset = takePoints(base, drawn);
    const mark = room.mark;
    const cloud = { placed: placePoints(subset, room), spread: spreadOf(subset) };
    for (const [at, { k, labels }] of runs.entries()) {
      if (k === 1) continue;
      const progress: Progress = { phase: 'redrawing', done: redraw, total: redraws, unit: 'rounds' };
      const again = await kmeansOnce(cloud, k, seedFrom(seed, 102, redraw, k), work, progress);
      const mine = labelsOf(labels, drawn);
      bestJaccards(mine, again, k).forEach((overlap, cluster) => (means[at]![cluster]! += overlap / redraws));
    }
    room.drop(mark);
  }
  return runs.map(({ k }, at) => (k === 1 ? null : means[at]!));
}

/** The different rows among n drawn with replacement, rising. */
function redrawn(n: number, random: () => number): Uint32Array {
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

function labelsOf(labels: Uint8Array, rows: Uint32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = labels[rows[i]!]!;
  return taken;
}

/** For each of k clusters of `a` the largest Jaccard overlap with one of the k of `b`; 0 for a cluster without rows. */
function bestJaccards(a: Uint8Array, b: Uint8Array, k: number): number[] {
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
