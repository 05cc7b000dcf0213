import { twoNearestOfStrip } from './two-nearest';

/** Points looked at together. Lists are filled without branches: which points are in doubt cannot be foretold. */
const STRIP: i32 = 128;
const WIDE: usize = 1024;
const LABELS: usize = 256;
const CLEARLY: f64 = 1 - 1e-9;

/** See `Kernels.look` in src/engine/kernels/kernels.ts. */
export function look(
  points: usize,
  stride: usize,
  d: i32,
  n: i32,
  k: i32,
  from: i32,
  to: i32,
  state: usize,
  rows: usize,
  scratch: usize,
): i32 {
  const drifted = state + ((<usize>(2 * k * d + k)) << 3);
  const gone = load<f64>(drifted + (LABELS << 3));
  const labels = rows + ((<usize>n) << 3);
  const rests = labels + ((<usize>n + 7) & ~7);
  const list = scratch + 3 * WIDE;
  const strip = list + (WIDE >> 1);
  let moved = 0;
  for (let start = from; start < to; start += STRIP) {
    const rest = rests + ((<usize>(start / STRIP)) << 3);
    if (gone < load<f64>(rest)) continue;
    const end = min(start + STRIP, to);
    let count = 0;
    for (let row = start; row < end; row++) {
      const reached = load<f64>(drifted + ((<usize>load<u8>(labels + <usize>row)) << 3));
      store<u32>(list + ((<usize>count) << 2), row);
      count += i32(!(reached < load<f64>(rows + ((<usize>row) << 3))));
    }
    if (count == 0) {
      store<f64>(rest, gone + leastSlack(rows, labels, drifted, start, end));
      continue;
    }
    for (let i = 0; i < count; i++) {
      const row = <usize>load<u32>(list + ((<usize>i) << 2));
      gather(points + (row << 3), stride, d, strip + ((<usize>i) << 3));
    }
    moved += settle(d, n, k, count, state, rows, scratch);
  }
  return moved;
}

/** How much further the label of any of these points may drift before the first of them is in doubt. */
function leastSlack(rows: usize, labels: usize, drifted: usize, start: i32, end: i32): f64 {
  let both = f64x2.splat(Infinity);
  let row = start;
  for (; row + 1 < end; row += 2) {
    const label = labels + <usize>row;
    let reached = v128.load64_zero(drifted + ((<usize>load<u8>(label)) << 3));
    reached = v128.load64_lane(drifted + ((<usize>load<u8>(label, 1)) << 3), reached, 1);
    both = f64x2.pmin(both, f64x2.sub(v128.load(rows + ((<usize>row) << 3)), reached));
  }
  const slack = min(f64x2.extract_lane(both, 0), f64x2.extract_lane(both, 1));
  if (row == end) return slack;
  const reached = load<f64>(drifted + ((<usize>load<u8>(labels + <usize>row)) << 3));
  return min(slack, load<f64>(rows + ((<usize>row) << 3)) - reached);
}

function gather(value: usize, stride: usize, d: i32, into: usize): void {
  for (let j = 0; j < d; j++) {
    store<f64>(into, load<f64>(value));
    value += stride;
    into += WIDE;
  }
}

/** Measures the gathered points against every centroid, moves them in labels and sums, and gives how many moved. */
function settle(d: i32, n: i32, k: i32, count: i32, state: usize, rows: usize, scratch: usize): i32 {
  const drifted = state + ((<usize>(2 * k * d + k)) << 3);
  const labels = rows + ((<usize>n) << 3);
  const second = scratch + WIDE;
  const nearest = second + WIDE;
  const list = nearest + WIDE;
  const strip = list + (WIDE >> 1);
  twoNearestOfStrip(strip, WIDE, d, count, state, k, scratch, second, nearest);
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const place = (<usize>i) << 3;
    const row = <usize>load<u32>(list + (place >> 1));
    const now = load<i32>(nearest + place);
    const clear = CLEARLY * load<f64>(second + place) - load<f64>(scratch + place);
    store<f64>(rows + (row << 3), load<f64>(drifted + ((<usize>now) << 3)) + clear);
    const before = <i32>load<u8>(labels + row);
    store<u8>(labels + row, <u8>now);
    // The second distance is not needed any more; the movers take its place.
    store<u64>(second + ((<usize>moved) << 3), ((<u64>i) << 32) | ((<u64>before) << 16) | <u64>now);
    moved += i32(before != now);
  }
  for (let i = 0; i < moved; i++) {
    const mover = load<u64>(second + ((<usize>i) << 3));
    const value = strip + ((<usize>(mover >> 32)) << 3);
    const before = <i32>(mover >> 16) & 0xffff;
    add(state, d, k, <i32>mover & 0xffff, value, 1);
    if (before < k) add(state, d, k, before, value, -1);
  }
  return moved;
}

/** Adds a point to the sums and count of a cluster, or takes it away (`sign` −1). */
function add(state: usize, d: i32, k: i32, cluster: i32, value: usize, sign: f64): void {
  let sum = state + ((<usize>((k + cluster) * d)) << 3);
  const count = state + ((<usize>(2 * k * d + cluster)) << 3);
  store<f64>(count, load<f64>(count) + sign);
  for (let j = 0; j < d; j++) {
    store<f64>(sum, load<f64>(sum) + sign * load<f64>(value));
    sum += 8;
    value += WIDE;
  }
}
