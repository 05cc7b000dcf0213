import { moments } from '../stats/moments';
import type { Strip } from './segmentation';

const BINS = 20;

/**
 * Counts of one column in 20 equal bins for each of k segments beside those of all labelled rows: on the scale of
 * log(1 + x) where x ≥ 0 and skewness > 1, else linear; `edges` are the 21 borders in the column's unit. The last bin
 * holds its upper edge; a constant column falls into the first bin. **Blanks**: not counted.
 */
export function stripsOf(column: string, values: Float64Array, labels: Uint8Array, k: number): Strip[] {
  const [low, high] = extent(values, labels);
  const log = low >= 0 && moments(values).skewness > 1;
  const to = log ? Math.log1p : (value: number) => value;
  const from = log ? Math.expm1 : (value: number) => value;
  const width = (to(high) - to(low)) / BINS;
  const counts = Array.from({ length: k + 1 }, () => new Array<number>(BINS).fill(0));
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const id = labels[row]!;
    if (id === 0 || Number.isNaN(value)) continue;
    const bin = width > 0 ? Math.min(BINS - 1, Math.floor((to(value) - to(low)) / width)) : 0;
    counts[0]![bin]!++;
    counts[id]![bin]!++;
  }
  const edges = Array.from({ length: BINS + 1 }, (_, i) => from(to(low) + i * width));
  return counts.slice(1).map((segment) => ({ column, all: counts[0]!, segment, edges }));
}

function extent(values: Float64Array, labels: Uint8Array): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    if (labels[row] === 0) continue;
    if (values[row]! < low) low = values[row]!;
    if (values[row]! > high) high = values[row]!;
  }
  return low <= high ? [low, high] : [0, 0];
}
