import type { Progress, Work } from '../work';
import { BLOCK, squaredDistances } from './assign';
import { moments } from './moments';
import type { Points } from './points';

const STRIP = 512;
/** Passes after which an attempt is left as it is; rounding can make points change places for ever. */
const MOST_PASSES = 5000;
/** Bounds carry rounding errors; a point is left alone only where it is clearly nearer to its own centroid. */
const CLEARLY = 1 - 1e-9;

/** A clustering on its way, with what is known of each point without looking at it again. */
export interface Hurried {
  readonly points: Points;
  /** k × d, cluster by cluster. */
  readonly centroids: Float64Array;
  /** n: index of the centroid; 255 before the first pass. */
  readonly labels: Uint8Array;
  /** n: a point has no nearer centroid until the `drifted` of its label passes this. */
  readonly safeUntil: Float64Array;
  /** n: every other centroid is farther away than this less the `othersDrifted` of the label. */
  readonly others: Float64Array;
  /** By label: how far its centroid and the farthest moving other one have moved in all passes, together. */
  readonly drifted: Float64Array;
  /** By label: how far the farthest moving other centroid has moved in all passes. */
  readonly othersDrifted: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  /** Within-cluster sum of squares around the present means, by way of what the means explain: good for ranking. */
  inertia: number;
  /** No point moved, or a cluster ran empty. */
  done: boolean;
}

export function hurriedFrom(points: Points, start: Float64Array): Hurried {
  return {
    points,
    centroids: start.slice(),
    labels: new Uint8Array(points.n).fill(255),
    safeUntil: new Float64Array(points.n).fill(-Infinity),
    others: new Float64Array(points.n),
    drifted: new Float64Array(256),
    othersDrifted: new Float64Array(256),
    sums: new Float64Array(start.length),
    counts: new Float64Array(start.length / points.d),
    inertia: Infinity,
    done: false,
  };
}

/**
 * Lloyd's passes that look again only at points whose bounds leave doubt, until at most `few` points move or for
 * `passes`. Sums are carried from pass to pass and so not rounded as `advance` rounds them: let that have the last word.
 * @param spread the sum of squares of all points around their mean
 * @see Hamerly 2010, Making k-means even faster.
 */
export async function hurry(
  state: Hurried,
  { mean, squares }: Spread,
  passes: number,
  few: number,
  work: Work,
  progress: Progress,
): Promise<void> {
  const { points, counts } = state;
  const doubtful = new Uint32Array(BLOCK);
  for (let pass = 0; pass < Math.min(passes, MOST_PASSES) && !state.done; pass++) {
    let moved = 0;
    for (let from = 0; from < points.n; from += BLOCK) {
      const to = Math.min(from + BLOCK, points.n);
      const count = tighten(state, doubtful, inDoubt(state, from, to, doubtful));
      moved += lookAgain(state, doubtful.subarray(0, count));
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    state.done = moved === 0 || counts.includes(0);
    if (!state.done) recentre(state);
    if (moved <= few) break;
  }
  const left = squares - explained(state, mean);
  // What is below the rounding of the whole is nothing.
  state.inertia = left > squares * 1e-14 ? left : 0;
}

/** All points together: their mean, and the sum of their squared distances to it. */
export interface Spread {
  mean: Float64Array;
  squares: number;
}

export function spreadOf({ columns, n }: Points): Spread {
  const found = columns.map((column) => moments(column));
  const squares = found.reduce((sum, { deviation }) => sum + n * deviation * deviation, 0);
  return { mean: Float64Array.from(found, (one) => one.mean), squares };
}

/** The sum of squares that the clusters' means explain. */
function explained({ sums, counts }: Hurried, mean: Float64Array): number {
  const d = mean.length;
  let total = 0;
  counts.forEach((count, c) => {
    for (let j = 0; j < d && count > 0; j++) {
      const away = sums[c * d + j]! / count - mean[j]!;
      total += count * away * away;
    }
  });
  return total;
}

/** Lists the rows that may have a nearer centroid now; gives their number. */
function inDoubt(
  { labels, safeUntil, drifted }: Hurried,
  from: number,
  to: number,
  into: Uint32Array,
): number {
  let count = 0;
  for (let row = from; row < to; row++) {
    into[count] = row;
    if (!(drifted[labels[row]!]! < safeUntil[row]!)) count++;
  }
  return count;
}

/** Measures the listed rows against their own centroid and keeps those still in doubt; gives their number. */
function tighten(state: Hurried, rows: Uint32Array, count: number): number {
  const { points, centroids, labels, safeUntil, others, drifted, othersDrifted, counts } = state;
  const { columns, d } = points;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const own = labels[row]!;
    rows[kept] = row;
    if (own >= counts.length) {
      kept++;
      continue;
    }
    let squares = 0;
    for (let j = 0; j < d; j++) {
      const away = columns[j]![row]! - centroids[own * d + j]!;
      squares += away * away;
    }
    const slack = CLEARLY * (others[row]! - othersDrifted[own]!) - Math.sqrt(squares);
    safeUntil[row] = drifted[own]! + slack;
    if (!(slack > 0)) kept++;
  }
  return kept;
}

const near = new Float64Array(STRIP);
const second = new Float64Array(STRIP);
const distance = new Float64Array(STRIP);
const nearest = new Uint8Array(STRIP);

/** Measures the rows against every centroid, moves them in labels and sums, and gives how many moved. */
function lookAgain(state: Hurried, rows: Uint32Array): number {
  const { points, labels } = state;
  let moved = 0;
  for (let start = 0; start < rows.length; start += STRIP) {
    const strip = rows.subarray(start, start + STRIP);
    if (points.d === 3) measureThree(points, strip, state.centroids);
    else measureAny(points, strip, state.centroids);
    for (let i = 0; i < strip.length; i++) {
      const row = strip[i]!;
      const before = labels[row]!;
      const now = nearest[i]!;
      const other = Math.sqrt(second[i]!);
      state.others[row] = other + state.othersDrifted[now]!;
      state.safeUntil[row] = state.drifted[now]! + CLEARLY * other - Math.sqrt(near[i]!);
      if (before === now) continue;
      moved++;
      move(row, before, now, state);
      labels[row] = now;
    }
  }
  return moved;
}

/** Fills `near`, `second` and `nearest` for at most STRIP rows of three columns. */
function measureThree({ columns }: Points, rows: Uint32Array, centroids: Float64Array): void {
  const [xs, ys, zs] = columns as [Float64Array, Float64Array, Float64Array];
  const end = centroids.length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const x = xs[row]!;
    const y = ys[row]!;
    const z = zs[row]!;
    let first = Infinity;
    let next = Infinity;
    let at = 0;
    for (let c = 0; c < end; c += 3) {
      const dx = x - centroids[c]!;
      const dy = y - centroids[c + 1]!;
      const dz = z - centroids[c + 2]!;
      const value = dx * dx + dy * dy + dz * dz;
      if (value < first) {
        next = first;
        first = value;
        at = c;
      } else if (value < next) next = value;
    }
    near[i] = first;
    second[i] = next;
    nearest[i] = (at / 3) | 0;
  }
}

/** The same for any number of columns: one centroid after the other over rows brought side by side. */
function measureAny({ columns, d }: Points, rows: Uint32Array, centroids: Float64Array): void {
  const gathered = columns.map((column) => gather(column, rows));
  near.fill(Infinity);
  second.fill(Infinity);
  nearest.fill(0);
  for (let c = 0; c * d < centroids.length; c++) {
    squaredDistances(gathered, 0, rows.length, centroids, c * d, distance);
    keepTwo(c, rows.length);
  }
}

function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
}

function keepTwo(centroid: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = distance[i]!;
    if (value < near[i]!) {
      second[i] = near[i]!;
      near[i] = value;
      nearest[i] = centroid;
    } else if (value < second[i]!) second[i] = value;
  }
}

/** Takes a row out of one cluster's sums, if it was in one, and puts it into another's. */
function move(row: number, out: number, into: number, { points, sums, counts }: Hurried): void {
  const { columns, d } = points;
  const known = out < counts.length;
  counts[into]!++;
  if (known) counts[out]!--;
  for (let j = 0; j < d; j++) {
    const value = columns[j]![row]!;
    sums[into * d + j]! += value;
    if (known) sums[out * d + j]! -= value;
  }
}

/** Moves each centroid to the mean of its points and notes how far. */
function recentre({ points: { d }, centroids, sums, counts, drifted, othersDrifted }: Hurried): void {
  const by = Array.from(counts, (count, c) => {
    let squares = 0;
    for (let j = c * d; j < (c + 1) * d; j++) {
      const to = sums[j]! / count;
      const away = to - centroids[j]!;
      squares += away * away;
      centroids[j] = to;
    }
    return Math.sqrt(squares);
  });
  by.forEach((own, c) => {
    const others = by.reduce((most, other, at) => (at !== c && other > most ? other : most), 0);
    drifted[c]! += own + others;
    othersDrifted[c]! += others;
  });
}
