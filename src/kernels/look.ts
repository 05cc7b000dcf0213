import { twoNearestOfStrip } from './two-nearest';

const STRIP: i32 = 64;
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
  const size = <usize>(k * d) << 3;
  const drifted = state + 2 * size + (<usize>k << 3);
  const othersDrifted = drifted + 2048;
  const others = rows + (<usize>n << 3);
  const labels = others + (<usize>n << 3);
  const list = scratch + (<usize>STRIP << 3) * 3;
  const strip = list + (<usize>STRIP << 2);
  let count = 0;
  let moved = 0;
  for (let row = from; row < to; row++) {
    const safe = rows + (<usize>row << 3);
    const own = <i32>load<u8>(labels + <usize>row);
    const reached = load<f64>(drifted + (<usize>own << 3));
    if (reached < load<f64>(safe)) continue;
    const point = points + (<usize>row << 3);
    if (own < k) {
      const apart = load<f64>(others + (<usize>row << 3)) - load<f64>(othersDrifted + (<usize>own << 3));
      const slack = CLEARLY * apart - distance(point, stride, d, state + (<usize>(own * d) << 3));
      store<f64>(safe, reached + slack);
      if (slack > 0) continue;
    }
    store<u32>(list + (<usize>count << 2), row);
    let into = strip + (<usize>count << 3);
    for (let j = 0, value = point; j < d; j++) {
      store<f64>(into, load<f64>(value));
      value += stride;
      into += <usize>STRIP << 3;
    }
    if (++count < STRIP) continue;
    moved += settle(d, n, k, count, state, rows, scratch);
    count = 0;
  }
  return count > 0 ? moved + settle(d, n, k, count, state, rows, scratch) : moved;
}

function distance(value: usize, stride: usize, d: i32, centroid: usize): f64 {
  let squares: f64 = 0;
  for (let j = 0; j < d; j++) {
    const away = load<f64>(value) - load<f64>(centroid);
    squares += away * away;
    value += stride;
    centroid += 8;
  }
  return sqrt(squares);
}

/** Measures the gathered points against every centroid, moves them in labels and sums, and gives how many moved. */
function settle(d: i32, n: i32, k: i32, count: i32, state: usize, rows: usize, scratch: usize): i32 {
  const wide = <usize>STRIP << 3;
  const size = <usize>(k * d) << 3;
  const counts = state + 2 * size;
  const drifted = counts + (<usize>k << 3);
  const othersDrifted = drifted + 2048;
  const labels = rows + (<usize>n << 4);
  const second = scratch + wide;
  const nearest = second + wide;
  const list = nearest + wide;
  const strip = list + (wide >> 1);
  twoNearestOfStrip(strip, wide, d, count, state, k, scratch, second, nearest);
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const place = <usize>i << 3;
    const row = <usize>load<u32>(list + (place >> 1));
    const now = <i32>load<f64>(nearest + place);
    const other = load<f64>(second + place);
    const at = <usize>now << 3;
    store<f64>(rows + ((<usize>n + row) << 3), other + load<f64>(othersDrifted + at));
    const safe = load<f64>(drifted + at) + CLEARLY * other - load<f64>(scratch + place);
    store<f64>(rows + (row << 3), safe);
    const before = <i32>load<u8>(labels + row);
    if (before == now) continue;
    moved++;
    store<u8>(labels + row, <u8>now);
    addTo(state + size + (<usize>(now * d) << 3), counts + at, strip + place, d, 1);
    if (before >= k) continue;
    addTo(state + size + (<usize>(before * d) << 3), counts + (<usize>before << 3), strip + place, d, -1);
  }
  return moved;
}

/** Adds a point to the sums of a cluster, or takes it away (`sign` −1). */
function addTo(sums: usize, count: usize, value: usize, d: i32, sign: f64): void {
  store<f64>(count, load<f64>(count) + sign);
  for (let j = 0; j < d; j++) {
    store<f64>(sums, load<f64>(sums) + sign * load<f64>(value));
    sums += 8;
    value += <usize>STRIP << 3;
  }
}
