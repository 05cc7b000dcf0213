import type { Points } from './points';

/** Rows per block: sums are taken block by block, so that every path adds in the same order. */
export const BLOCK = 8192;

/** What one pass over the points finds, and the memory it works in. */
export interface Tally {
  /** k × d, cluster by cluster: the sum of the points that are nearest to each centroid. */
  readonly sums: Float64Array;
  /** k: how many they are. */
  readonly counts: Float64Array;
  /** Squared distances to the nearest centroid, summed. */
  inertia: number;
  /** Points whose label changed. */
  moved: number;
  readonly lanes: Float64Array;
  readonly nearest: Float64Array;
}

/** Memory for passes with k clusters in d dimensions. */
export const makeTally = (k: number, d: number): Tally => ({
  sums: new Float64Array(k * d),
  counts: new Float64Array(k),
  inertia: 0,
  moved: 0,
  lanes: new Float64Array(2 * k * d),
  nearest: new Float64Array(BLOCK),
});

/**
 * Labels rows `from` to `to` (at most one block) with the index of the nearest centroid, the lowest one where several
 * are equally near, and adds them to the tally. This is the plain
 * twin of `Kernels.assign`.
 *
 * Order of sums, which any other path must keep: a squared distance adds features from first to last. Within a block
 * every sum has two lanes, lane 0 for rows at even and lane 1 for rows at odd places of the block, each added from the
 * first row to the last; at the end of the block lane 0 + lane 1 is added to the total.
 */
export function assignBlock(
  points: Points,
  from: number,
  to: number,
  centroids: Float64Array,
  labels: Uint8Array,
  tally: Tally,
): void {
  const { nearest } = tally;
  tally.moved += label(points, from, to, centroids, labels, nearest);
  let even = 0;
  let odd = 0;
  const rows = to - from;
  for (let i = 0; i + 1 < rows; i += 2) {
    even += nearest[i]!;
    odd += nearest[i + 1]!;
  }
  if (rows & 1) even += nearest[rows - 1]!;
  tally.inertia += even + odd;
  addUp(points, from, to, labels, tally);
}

function label(
  points: Points,
  from: number,
  to: number,
  centroids: Float64Array,
  labels: Uint8Array,
  nearest: Float64Array,
): number {
  const [a, b, c] = points.columns;
  if (points.d === 3) return label3(a!, b!, c!, from, to, centroids, labels, nearest);
  if (points.d === 2) return label2(a!, b!, from, to, centroids, labels, nearest);
  return labelAny(points.columns, from, to, centroids, labels, nearest);
}

function label2(
  xs: Float64Array,
  ys: Float64Array,
  from: number,
  to: number,
  centroids: Float64Array,
  labels: Uint8Array,
  nearest: Float64Array,
): number {
  const end = centroids.length;
  let moved = 0;
  for (let row = from; row < to; row++) {
    const x = xs[row]!;
    const y = ys[row]!;
    let least = Infinity;
    let at = 0;
    for (let c = 0; c < end; c += 2) {
      const dx = x - centroids[c]!;
      const dy = y - centroids[c + 1]!;
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        at = c;
      }
    }
    at >>= 1;
    if (labels[row] !== at) moved++;
    labels[row] = at;
    nearest[row - from] = least;
  }
  return moved;
}

function label3(
  xs: Float64Array,
  ys: Float64Array,
  zs: Float64Array,
  from: number,
  to: number,
  centroids: Float64Array,
  labels: Uint8Array,
  nearest: Float64Array,
): number {
  const end = centroids.length;
  let moved = 0;
  for (let row = from; row < to; row++) {
    const x = xs[row]!;
    const y = ys[row]!;
    const z = zs[row]!;
    let least = Infinity;
    let at = 0;
    for (let c = 0; c < end; c += 3) {
      const dx = x - centroids[c]!;
      const dy = y - centroids[c + 1]!;
      const dz = z - centroids[c + 2]!;
      const distance = dx * dx + dy * dy + dz * dz;
      if (distance < least) {
        least = distance;
        at = c;
      }
    }
    at = (at / 3) | 0;
    if (labels[row] !== at) moved++;
    labels[row] = at;
    nearest[row - from] = least;
  }
  return moved;
}

const STRIP = 512;
const strip = new Float64Array(STRIP);
const places = new Uint8Array(STRIP);

/** Any number of columns: for a strip of rows that stays in the cache, one centroid after the other, column by column. */
function labelAny(
  columns: readonly Float64Array[],
  from: number,
  to: number,
  centroids: Float64Array,
  labels: Uint8Array,
  nearest: Float64Array,
): number {
  const d = columns.length;
  const k = centroids.length / d;
  let moved = 0;
  for (let start = from; start < to; start += STRIP) {
    const rows = Math.min(STRIP, to - start);
    const offset = start - from;
    nearest.fill(Infinity, offset, offset + rows);
    places.fill(0);
    for (let c = 0; c < k; c++) {
      squaredDistances(columns, start, rows, centroids, c * d, strip);
      for (let i = 0; i < rows; i++) {
        if (strip[i]! < nearest[offset + i]!) {
          nearest[offset + i] = strip[i]!;
          places[i] = c;
        }
      }
    }
    for (let i = 0; i < rows; i++) {
      if (labels[start + i] !== places[i]) moved++;
      labels[start + i] = places[i]!;
    }
  }
  return moved;
}

/** Squared distance of rows `start` … to the point at `at` of `centroids`, features added from first to last. */
export function squaredDistances(
  columns: readonly Float64Array[],
  start: number,
  rows: number,
  centroids: Float64Array,
  at: number,
  into: Float64Array,
): void {
  const d = columns.length;
  let j = 0;
  if (d % 2 === 1) {
    const xs = columns[0]!;
    const x = centroids[at]!;
    for (let i = 0; i < rows; i++) {
      const dx = xs[start + i]! - x;
      into[i] = dx * dx;
    }
    j = 1;
  } else into.fill(0, 0, rows);
  for (; j < d; j += 2) {
    const xs = columns[j]!;
    const ys = columns[j + 1]!;
    const x = centroids[at + j]!;
    const y = centroids[at + j + 1]!;
    for (let i = 0; i < rows; i++) {
      const dx = xs[start + i]! - x;
      const dy = ys[start + i]! - y;
      into[i] = into[i]! + dx * dx + dy * dy;
    }
  }
}

function addUp(points: Points, from: number, to: number, labels: Uint8Array, tally: Tally): void {
  const { sums, counts, lanes } = tally;
  const { columns, d } = points;
  const lane = lanes.length >> 1;
  lanes.fill(0);
  for (let row = from; row < to; row++) counts[labels[row]!]!++;
  for (let j = 0; j < d; j++) {
    const column = columns[j]!;
    const even = j;
    const odd = lane + j;
    let row = from;
    for (; row + 1 < to; row += 2) {
      lanes[even + labels[row]! * d]! += column[row]!;
      lanes[odd + labels[row + 1]! * d]! += column[row + 1]!;
    }
    if (row < to) lanes[even + labels[row]! * d]! += column[row]!;
  }
  for (let i = 0; i < lane; i++) sums[i]! += lanes[i]! + lanes[lane + i]!;
}
