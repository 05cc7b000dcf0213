import { nearestOfStrip } from './nearest';

const STRIP: i32 = 512;

/** See `Kernels.assign` in src/engine/kernels/kernels.ts. */
export function assign(
  points: usize,
  stride: usize,
  d: i32,
  rows: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  tally: usize,
  scratch: usize,
): void {
  const size = (<usize>(k * d)) << 3;
  const counts = tally + size;
  const inertia = counts + ((<usize>k) << 3);
  const near = scratch;
  const nearest = near + ((<usize>STRIP) << 3);
  const lanes = nearest + ((<usize>STRIP) << 3);
  memory.fill(lanes, 0, 2 * size);
  let moved = 0;
  let even: f64 = 0;
  let odd: f64 = 0;
  for (let start = 0; start < rows; start += STRIP) {
    const count = min(STRIP, rows - start);
    const at = points + ((<usize>start) << 3);
    nearestOfStrip(at, stride, d, count, centroids, k, near, nearest);
    for (let i = 0; i < count; i++) {
      const place = (<usize>i) << 3;
      const label = load<i32>(nearest + place);
      const before = labels + <usize>(start + i);
      if (load<u8>(before) != <u8>label) {
        moved++;
        store<u8>(before, <u8>label);
      }
      const counted = counts + ((<usize>label) << 3);
      store<f64>(counted, load<f64>(counted) + 1);
      addTo(lanes + ((<usize>(label * d)) << 4) + ((<usize>(i & 1)) << 3), at + place, stride, d);
      if (i & 1) odd += load<f64>(near + place);
      else even += load<f64>(near + place);
    }
  }
  for (let i: usize = 0; i < size; i += 8) {
    const both = load<f64>(lanes + 2 * i) + load<f64>(lanes + 2 * i, 8);
    store<f64>(tally + i, load<f64>(tally + i) + both);
  }
  store<f64>(inertia, load<f64>(inertia) + (even + odd));
  store<f64>(inertia, load<f64>(inertia, 8) + <f64>moved, 8);
}

/** Adds one point to its lane; the two lanes of a sum lie side by side. */
function addTo(lane: usize, value: usize, stride: usize, d: i32): void {
  for (let j = 0; j < d; j++) {
    store<f64>(lane, load<f64>(lane) + load<f64>(value));
    lane += 16;
    value += stride;
  }
}
