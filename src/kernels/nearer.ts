const PART: i32 = 256;

/** See `Kernels.nearer` in src/engine/kernels/kernels.ts. */
export function nearer(
  points: usize,
  stride: usize,
  d: i32,
  n: i32,
  centroid: usize,
  bounds: usize,
  into: usize,
  parts: usize,
): f64 {
  let total: f64 = 0;
  for (let start = 0; start < n; start += PART) {
    let first = f64x2.splat(0);
    let second = first;
    const end = min(start + PART, n);
    for (let i = start; i < end; i += 8) {
      const place = (<usize>i) << 3;
      let column = points + place;
      let a = f64x2.splat(0);
      let b = a;
      let e = a;
      let f = a;
      for (let j = 0, at = centroid; j < d; j++) {
        const x = v128.load64_splat(at);
        let away = f64x2.sub(v128.load(column), x);
        a = f64x2.add(a, f64x2.mul(away, away));
        away = f64x2.sub(v128.load(column, 16), x);
        b = f64x2.add(b, f64x2.mul(away, away));
        away = f64x2.sub(v128.load(column, 32), x);
        e = f64x2.add(e, f64x2.mul(away, away));
        away = f64x2.sub(v128.load(column, 48), x);
        f = f64x2.add(f, f64x2.mul(away, away));
        column += stride;
        at += 8;
      }
      const bound = bounds + place;
      const found = into + place;
      // Past the last point the bounds are 0, and stay so whatever is read there.
      a = f64x2.pmin(v128.load(bound), a);
      b = f64x2.pmin(v128.load(bound, 16), b);
      e = f64x2.pmin(v128.load(bound, 32), e);
      f = f64x2.pmin(v128.load(bound, 48), f);
      v128.store(found, a);
      v128.store(found, b, 16);
      v128.store(found, e, 32);
      v128.store(found, f, 48);
      first = f64x2.add(f64x2.add(first, a), e);
      second = f64x2.add(f64x2.add(second, b), f);
    }
    const both = f64x2.add(first, second);
    const part = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    store<f64>(parts + ((<usize>(start / PART)) << 3), part);
    total += part;
  }
  return total;
}
