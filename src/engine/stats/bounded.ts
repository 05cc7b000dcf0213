import { STRIP } from '../kernels/kernels';
import { eights, type PlacedPoints } from '../kernels/placed-points';
import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import type { Points } from './points';
import { ROUNDING } from './rounding';

/** Passes after which an attempt is left as it is; rounding can make points change places for ever. */
const MOST_PASSES = 5000;
const LABELS = 256;

/** What is known of each cluster: views of the room, good until more is taken from it. */
interface Known {
  /** k × d, cluster by cluster. */
  centroids: Float64Array;
  /** k × d: the sum of each cluster's points. */
  sums: Float64Array;
  counts: Float64Array;
  /** By label: how far its centroid and the farthest moving other one have moved in all passes, together. */
  drifted: Float64Array;
  /** One number: the sum of what the label that drifted most in each pass drifted in it. */
  gone: Float64Array;
}

/**
 * A clustering on its way, in the room of its points. Of each point is known: its label, 255 before the first pass; and
 * `safeUntil`, it has no nearer centroid until the `drifted` of its label passes this. Of each strip of points: no point
 * in it has a nearer centroid until `gone` passes its `restsUntil`.
 */
export class Hurried {
  readonly placed: PlacedPoints;
  readonly k: number;
  /** Byte offsets: centroids, sums, counts, drifts and `gone`; `safeUntil`, labels and `restsUntil`. */
  readonly state: number;
  readonly rows: number;
  /** Within-cluster sum of squares around the present means, by way of what the means explain: good for ranking. */
  inertia = Infinity;
  /** No point moved, or a cluster ran empty. */
  done = false;
  #known: Known | null = null;

  constructor(placed: PlacedPoints, start: Float64Array) {
    const { room, points } = placed;
    const { n, d } = points;
    // It may be a view of the room, which ends where more is taken.
    const centroids = start.slice();
    this.placed = placed;
    this.k = start.length / d;
    const numbers = 2 * start.length + this.k + LABELS + 1;
    this.state = room.take(numbers * 8);
    const strips = Math.ceil(n / STRIP);
    const rests = n * 8 + eights(n);
    this.rows = room.take(rests + strips * 8);
    room.numbers(this.state, numbers).fill(0).set(centroids);
    room.numbers(this.rows, n).fill(-Infinity);
    room.numbers(this.rows + rests, strips).fill(-Infinity);
    this.labels.fill(255);
  }

  /** n: index of the centroid; a view of the room, good until more is taken from it. */
  get labels(): Uint8Array {
    const { n } = this.placed.points;
    return this.placed.room.bytes(this.rows + n * 8, n);
  }

  get known(): Known {
    const { room, points } = this.placed;
    if (this.#known?.sums.buffer === room.buffer) return this.#known;
    let at = this.state;
    const next = (length: number) => room.numbers((at += length * 8) - length * 8, length);
    const size = this.k * points.d;
    const [centroids, sums, counts] = [next(size), next(size), next(this.k)];
    return (this.#known = { centroids, sums, counts, drifted: next(LABELS), gone: next(1) });
  }

  get centroids(): Float64Array {
    return this.known.centroids;
  }
}

/**
 * Lloyd's passes that look again only at points whose bound leaves doubt, until at most `few` points move or for
 * `passes`. Sums are carried from pass to pass and so not rounded as `advance` rounds them: let that have the last word.
 * @param spread the sum of squares of all points around their mean
 * @see Hamerly 2010, Making k-means even faster; a single bound, for measuring again costs little more than a second.
 */
export async function hurry(
  state: Hurried,
  { mean, squares }: Spread,
  passes: number,
  few: number,
  work: Work,
  progress: Progress,
): Promise<void> {
  const { at, stride, room, points, scratch } = state.placed;
  const { d, n } = points;
  for (let pass = 0; pass < Math.min(passes, MOST_PASSES) && !state.done; pass++) {
    let moved = 0;
    for (let from = 0; from < n; from += BLOCK) {
      const to = Math.min(from + BLOCK, n);
      const { k, rows } = state;
      moved += room.kernels.look(at, stride, d, n, k, from, to, state.state, rows, scratch);
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    state.done = moved === 0 || state.known.counts.includes(0);
    if (!state.done) recentre(state.known, d);
    if (moved <= few) break;
  }
  const left = squares - explained(state.known, mean);
  state.inertia = left > squares * ROUNDING ? left : 0;
}

/** All points together: their mean, and the sum of their squared distances to it. */
export interface Spread {
  mean: Float64Array;
  squares: number;
}

export function spreadOf({ columns, n }: Points): Spread {
  const mean = Float64Array.from(columns, (column) => sumOf(column) / n);
  let squares = 0;
  columns.forEach((column, j) => (squares += squaresAround(column, mean[j]!)));
  return { mean, squares };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function squaresAround(values: Float64Array, mean: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const away = values[i]! - mean;
    squares += away * away;
  }
  return squares;
}

/** The sum of squares that the clusters' means explain. */
function explained({ sums, counts }: Known, mean: Float64Array): number {
  const d = mean.length;
  let total = 0;
  for (let c = 0; c < counts.length; c++) {
    const count = counts[c]!;
    for (let j = 0; j < d && count > 0; j++) {
      const away = sums[c * d + j]! / count - mean[j]!;
      total += count * away * away;
    }
  }
  return total;
}

const by = new Float64Array(LABELS);

/** Moves each centroid to the mean of its points and notes how far. */
function recentre({ centroids, sums, counts, drifted, gone }: Known, d: number): void {
  const k = counts.length;
  let most = 0;
  let next = 0;
  for (let c = 0; c < k; c++) {
    let squares = 0;
    for (let j = c * d; j < (c + 1) * d; j++) {
      const to = sums[j]! / counts[c]!;
      const away = to - centroids[j]!;
      squares += away * away;
      centroids[j] = to;
    }
    const own = Math.sqrt(squares);
    by[c] = own;
    if (own > most) {
      next = most;
      most = own;
    } else if (own > next) next = own;
  }
  gone[0]! += most + next;
  for (let c = 0; c < k; c++) {
    // Where several moved farthest, `next` is as far.
    drifted[c]! += by[c]! + (by[c] === most ? next : most);
  }
}
