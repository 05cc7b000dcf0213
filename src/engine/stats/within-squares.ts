import { BLOCK } from './assign';
import type { Points } from './points';

/** Squared distances of points to the centroids of their labels, added up over fixed blocks. @param centroids k × d */
export function withinSquares(
  { columns, n }: Points,
  centroids: readonly (readonly number[])[],
  labels: Uint8Array,
): number {
  let sum = 0;
  for (let from = 0; from < n; from += BLOCK) {
    let block = 0;
    columns.forEach((column, j) => {
      const at = Float64Array.from(centroids, (centroid) => centroid[j]!);
      for (let row = from; row < Math.min(n, from + BLOCK); row++)
        block += (column[row]! - at[labels[row]!]!) ** 2;
    });
    sum += block;
  }
  return sum;
}
