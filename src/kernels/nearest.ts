/**
 * For `rows` points from `at` on (column j begins j × `stride` bytes later) the least squared distance to one of k
 * centroids and the index of that centroid (uint64): `near` and `nearest`. The lowest index wins a tie. Whole groups
 * of eight are written, so that room for seven more must follow.
 */
export function nearestOfStrip(
  at: usize,
  stride: usize,
  d: i32,
  rows: i32,
  centroids: usize,
  k: i32,
  near: usize,
  nearest: usize,
): void {
  for (let i = 0; i < rows; i += 8) {
    const place = (<usize>i) << 3;
    if (d == 3) {
      nearestOfThree(at + place, stride, centroids, k, near + place, nearest + place);
      nearestOfThree(at + place + 32, stride, centroids, k, near + place + 32, nearest + place + 32);
    } else nearestOfAny(at + place, stride, d, centroids, k, near + place, nearest + place);
  }
}

/** Four points of three columns. */
function nearestOfThree(
  at: usize,
  stride: usize,
  centroids: usize,
  k: i32,
  near: usize,
  nearest: usize,
): void {
  const xa = v128.load(at);
  const xb = v128.load(at, 16);
  const ya = v128.load(at + stride);
  const yb = v128.load(at + stride, 16);
  const za = v128.load(at + 2 * stride);
  const zb = v128.load(at + 2 * stride, 16);
  let leastA = f64x2.splat(Infinity);
  let leastB = leastA;
  let foundA = i64x2.splat(0);
  let foundB = foundA;
  let index = foundA;
  const one = i64x2.splat(1);
  const end = centroids + <usize>(k * 24);
  for (let c = centroids; c < end; c += 24) {
    const x = v128.load64_splat(c);
    let away = f64x2.sub(xa, x);
    let a = f64x2.mul(away, away);
    away = f64x2.sub(xb, x);
    let b = f64x2.mul(away, away);
    const y = v128.load64_splat(c, 8);
    away = f64x2.sub(ya, y);
    a = f64x2.add(a, f64x2.mul(away, away));
    away = f64x2.sub(yb, y);
    b = f64x2.add(b, f64x2.mul(away, away));
    const z = v128.load64_splat(c, 16);
    away = f64x2.sub(za, z);
    a = f64x2.add(a, f64x2.mul(away, away));
    away = f64x2.sub(zb, z);
    b = f64x2.add(b, f64x2.mul(away, away));
    foundA = v128.bitselect(index, foundA, f64x2.lt(a, leastA));
    foundB = v128.bitselect(index, foundB, f64x2.lt(b, leastB));
    leastA = f64x2.pmin(leastA, a);
    leastB = f64x2.pmin(leastB, b);
    index = i64x2.add(index, one);
  }
  v128.store(near, leastA);
  v128.store(near, leastB, 16);
  v128.store(nearest, foundA);
  v128.store(nearest, foundB, 16);
}

/** Eight points of any number of columns. */
function nearestOfAny(
  at: usize,
  stride: usize,
  d: i32,
  centroids: usize,
  k: i32,
  near: usize,
  nearest: usize,
): void {
  let leastA = f64x2.splat(Infinity);
  let leastB = leastA;
  let leastC = leastA;
  let leastD = leastA;
  let foundA = i64x2.splat(0);
  let foundB = foundA;
  let foundC = foundA;
  let foundD = foundA;
  let centroid = centroids;
  for (let c = 0; c < k; c++) {
    let a = f64x2.splat(0);
    let b = a;
    let e = a;
    let f = a;
    let column = at;
    for (let j = 0; j < d; j++) {
      const x = v128.load64_splat(centroid);
      let away = f64x2.sub(v128.load(column), x);
      a = f64x2.add(a, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 16), x);
      b = f64x2.add(b, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 32), x);
      e = f64x2.add(e, f64x2.mul(away, away));
      away = f64x2.sub(v128.load(column, 48), x);
      f = f64x2.add(f, f64x2.mul(away, away));
      column += stride;
      centroid += 8;
    }
    const index = i64x2.splat(c);
    foundA = v128.bitselect(index, foundA, f64x2.lt(a, leastA));
    foundB = v128.bitselect(index, foundB, f64x2.lt(b, leastB));
    foundC = v128.bitselect(index, foundC, f64x2.lt(e, leastC));
    foundD = v128.bitselect(index, foundD, f64x2.lt(f, leastD));
    leastA = f64x2.pmin(leastA, a);
    leastB = f64x2.pmin(leastB, b);
    leastC = f64x2.pmin(leastC, e);
    leastD = f64x2.pmin(leastD, f);
  }
  v128.store(near, leastA);
  v128.store(near, leastB, 16);
  v128.store(near, leastC, 32);
  v128.store(near, leastD, 48);
  v128.store(nearest, foundA);
  v128.store(nearest, foundB, 16);
  v128.store(nearest, foundC, 32);
  v128.store(nearest, foundD, 48);
}
