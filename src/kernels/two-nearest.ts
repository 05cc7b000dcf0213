/**
 * For `rows` points from `at` on (column j begins j × `stride` bytes later) the distances to the nearest and to the
 * second nearest of k centroids, and the index of the nearest (uint64): `near`, `second` and `nearest`. The lowest
 * index wins a tie. Whole groups of four are written, so that room for three more must follow.
 */
export function twoNearestOfStrip(
  at: usize,
  stride: usize,
  d: i32,
  rows: i32,
  centroids: usize,
  k: i32,
  near: usize,
  second: usize,
  nearest: usize,
): void {
  for (let i = 0; i < rows; i += 4) {
    const place = (<usize>i) << 3;
    if (d == 3) twoOfThree(at + place, stride, centroids, k, near + place, second + place, nearest + place);
    else twoOfAny(at + place, stride, d, centroids, k, near + place, second + place, nearest + place);
  }
}

/** Four points of three columns. */
function twoOfThree(
  at: usize,
  stride: usize,
  centroids: usize,
  k: i32,
  near: usize,
  second: usize,
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
  let nextA = leastA;
  let nextB = leastA;
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
    // The larger of the new distance and the least one so far is what may come second.
    nextA = f64x2.pmin(nextA, f64x2.pmax(leastA, a));
    nextB = f64x2.pmin(nextB, f64x2.pmax(leastB, b));
    leastA = f64x2.pmin(leastA, a);
    leastB = f64x2.pmin(leastB, b);
    index = i64x2.add(index, one);
  }
  v128.store(near, f64x2.sqrt(leastA));
  v128.store(near, f64x2.sqrt(leastB), 16);
  v128.store(second, f64x2.sqrt(nextA));
  v128.store(second, f64x2.sqrt(nextB), 16);
  v128.store(nearest, foundA);
  v128.store(nearest, foundB, 16);
}

/** Four points of any number of columns, against two centroids at a time. */
function twoOfAny(
  at: usize,
  stride: usize,
  d: i32,
  centroids: usize,
  k: i32,
  near: usize,
  second: usize,
  nearest: usize,
): void {
  let leastA = f64x2.splat(Infinity);
  let leastB = leastA;
  let nextA = leastA;
  let nextB = leastA;
  let foundA = i64x2.splat(0);
  let foundB = foundA;
  const width = (<usize>d) << 3;
  for (let c = 0; c < k; c += 2) {
    const last = c + 1 == k;
    let centroid = centroids + <usize>c * width;
    const other: usize = last ? 0 : width;
    let a = f64x2.splat(0);
    let b = a;
    let e = a;
    let f = a;
    let column = at;
    for (let j = 0; j < d; j++) {
      const xs = v128.load(column);
      const ys = v128.load(column, 16);
      const x = v128.load64_splat(centroid);
      const y = v128.load64_splat(centroid + other);
      let away = f64x2.sub(xs, x);
      a = f64x2.add(a, f64x2.mul(away, away));
      away = f64x2.sub(ys, x);
      b = f64x2.add(b, f64x2.mul(away, away));
      away = f64x2.sub(xs, y);
      e = f64x2.add(e, f64x2.mul(away, away));
      away = f64x2.sub(ys, y);
      f = f64x2.add(f, f64x2.mul(away, away));
      column += stride;
      centroid += 8;
    }
    const index = i64x2.splat(c);
    foundA = v128.bitselect(index, foundA, f64x2.lt(a, leastA));
    foundB = v128.bitselect(index, foundB, f64x2.lt(b, leastB));
    nextA = f64x2.pmin(nextA, f64x2.pmax(leastA, a));
    nextB = f64x2.pmin(nextB, f64x2.pmax(leastB, b));
    leastA = f64x2.pmin(leastA, a);
    leastB = f64x2.pmin(leastB, b);
    if (last) break;
    const following = i64x2.splat(c + 1);
    foundA = v128.bitselect(following, foundA, f64x2.lt(e, leastA));
    foundB = v128.bitselect(following, foundB, f64x2.lt(f, leastB));
    nextA = f64x2.pmin(nextA, f64x2.pmax(leastA, e));
    nextB = f64x2.pmin(nextB, f64x2.pmax(leastB, f));
    leastA = f64x2.pmin(leastA, e);
    leastB = f64x2.pmin(leastB, f);
  }
  v128.store(near, f64x2.sqrt(leastA));
  v128.store(near, f64x2.sqrt(leastB), 16);
  v128.store(second, f64x2.sqrt(nextA));
  v128.store(second, f64x2.sqrt(nextB), 16);
  v128.store(nearest, foundA);
  v128.store(nearest, foundB, 16);
}
