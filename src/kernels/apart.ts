/** See `Kernels.apart` in src/engine/kernels/kernels.ts. */
export function apart(
  points: usize,
  stride: usize,
  d: i32,
  row: i32,
  ends: usize,
  cells: i32,
  sums: usize,
  scratch: usize,
): void {
  const n = <i32>load<u32>(ends + ((<usize>(cells - 1)) << 2));
  distances(points, stride, d, points + ((<usize>row) << 3), n, scratch);
  let at = scratch;
  for (let cell = 0; cell < cells; cell++) {
    const end = scratch + ((<usize>load<u32>(ends + ((<usize>cell) << 2))) << 3);
    store<f64>(sums + ((<usize>cell) << 3), sumOf(at, end));
    at = end;
  }
}

function distances(points: usize, stride: usize, d: i32, own: usize, n: i32, into: usize): void {
  for (let i = 0; i < n; i += 8) {
    const place = (<usize>i) << 3;
    let column = points + place;
    let a = f64x2.splat(0);
    let b = a;
    let e = a;
    let f = a;
    for (let j = 0, here = own; j < d; j++) {
      const x = v128.load64_splat(here);
      let away = f64x2.sub(v128.load(column), x);
      a = f64x2.add(a, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 16), x);
      b = f64x2.add(b, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 32), x);
      e = f64x2.add(e, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 48), x);
      f = f64x2.add(f, f64x2.mul(away, away));
      column += stride;
      here += stride;
    }
    v128.store(into + place, f64x2.sqrt(a));
    v128.store(into + place, f64x2.sqrt(b), 16);
    v128.store(into + place, f64x2.sqrt(e), 32);
    v128.store(into + place, f64x2.sqrt(f), 48);
  }
}

/** Four lanes by place from the first value on; at the end (lane 0 + lane 2) + (lane 1 + lane 3). */
function sumOf(at: usize, end: usize): f64 {
  let first = f64x2.splat(0);
  let second = first;
  for (; at + 32 <= end; at += 32) {
    first = f64x2.add(first, v128.load(at));
    second = f64x2.add(second, v128.load(at, 16));
  }
  let lane0 = f64x2.extract_lane(first, 0);
  let lane1 = f64x2.extract_lane(first, 1);
  let lane2 = f64x2.extract_lane(second, 0);
  const lane3 = f64x2.extract_lane(second, 1);
  if (at < end) lane0 += load<f64>(at);
  if (at + 8 < end) lane1 += load<f64>(at, 8);
  if (at + 16 < end) lane2 += load<f64>(at, 16);
  return lane0 + lane2 + (lane1 + lane3);
}
