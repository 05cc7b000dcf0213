import type { Points } from './points';

/** k × d means of points by label (0 to k − 1), added up in the order of the points; NaN-free: 0 for a label without points. */
export function centroidsOf({ columns, n }: Points, labels: Uint8Array, k: number): number[][] {
  const sizes = new Float64Array(k);
  for (const label of labels) sizes[label]!++;
  const means = columns.map((column) => {
    const sums = new Float64Array(k);
    for (let i = 0; i < n; i++) sums[labels[i]!]! += column[i]!;
    return sums.map((sum, label) => sum / Math.max(1, sizes[label]!));
  });
  return Array.from({ length: k }, (_, label) => means.map((column) => column[label]!));
}
