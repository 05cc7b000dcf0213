import { squaredDistances } from './assign';
import type { Points } from './points';
import { spreadsOf } from './splits';

/** A settled clustering: k × d centroids, and for each point the index of its own. */
interface Clustering {
  centroids: Float64Array;
  labels: Uint8Array;
}

/**
 * Other starts near a settled clustering, the most promising first: one cluster is given up, the one whose points lose
 * least by joining their second nearest, and another is cut in two across its widest column. It leads out of most
 * places where k-means gets stuck.
 * @see Fritzke 2020, The k-means algorithm revisited ("breathing"); Fränti 2018, Efficiency of random swap clustering.
 */
export function swaps(points: Points, { centroids, labels }: Clustering): Float64Array[] {
  const { d } = points;
  const k = centroids.length / d;
  const losses = lossesOf(points, centroids, labels);
  const spreads = spreadsOf(points, labels, k);
  const pairs: { out: number; cut: number; promise: number }[] = [];
  spreads.forEach(({ size, widest, deviations }, cut) => {
    // A cut through the middle of a normal cloud takes 2/π of its variance in that direction away.
    const gain = (size * deviations[widest]! ** 2 * 2) / Math.PI;
    for (let out = 0; out < k; out++) {
      if (out !== cut && gain > 0) pairs.push({ out, cut, promise: gain - losses[out]! });
    }
  });
  pairs.sort((a, b) => b.promise - a.promise || a.out - b.out || a.cut - b.cut);
  return pairs.map(({ out, cut }) => {
    const { widest, deviations } = spreads[cut]!;
    const start = centroids.slice();
    start.copyWithin(out * d, cut * d, (cut + 1) * d);
    start[cut * d + widest]! -= deviations[widest]!;
    start[out * d + widest]! += deviations[widest]!;
    return start;
  });
}

/** For each cluster how much the squared distances of its points grow if they join their second nearest centroid. */
function lossesOf(points: Points, centroids: Float64Array, labels: Uint8Array): Float64Array {
  const { columns, n, d } = points;
  const k = centroids.length / d;
  const own = new Float64Array(n);
  const other = new Float64Array(n).fill(Infinity);
  const distances = new Float64Array(n);
  for (let c = 0; c < k; c++) {
    squaredDistances(columns, 0, n, centroids, c * d, distances);
    for (let row = 0; row < n; row++) {
      const distance = distances[row]!;
      if (labels[row] === c) own[row] = distance;
      else if (distance < other[row]!) other[row] = distance;
    }
  }
  const losses = new Float64Array(k);
  for (let row = 0; row < n; row++) losses[labels[row]!]! += other[row]! - own[row]!;
  return losses;
}
