import { exp, log1p } from '../stats/logarithm';
import { moments } from '../stats/moments';
import { quantile, sorted } from '../stats/quantile';
import type { Strip } from './segmentation';

const BINS = 20;
/** The lowest and highest 0.5 % go into the end bins, so that one customer does not squeeze all others into one. */
const BEYOND = 0.005;

/** ± log(1 + |x|): a log scale that goes through 0. */
const bend = (x: number): number => (x < 0 ? -log1p(-x) : log1p(x));
const unbend = (y: number): number => (y < 0 ? 1 - exp(-y) : exp(y) - 1);

/**
 * Counts of one column in at most 20 bins for each of k segments beside those of all labelled rows. The bins are equal
 * on the scale of ± log(1 + |x|) where skewness > 1, else on the column's own; bins of whole numbers hold at least one
 * whole number each. `edges` are the borders in the column's unit, one more than bins; the first and the last bin hold
 * what lies beyond. **Blanks**: not counted.
 */
export function stripsOf(column: string, values: Float64Array, labels: Uint8Array, k: number): Strip[] {
  const counted = values.filter((value, row) => labels[row] !== 0 && !Number.isNaN(value));
  const edges = edgesOf(counted);
  const bins = edges.length - 1;
  const counts = Array.from({ length: k + 1 }, () => new Array<number>(bins).fill(0));
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const id = labels[row]!;
    if (id === 0 || Number.isNaN(value)) continue;
    const bin = binOf(value, edges);
    counts[0]![bin]!++;
    counts[id]![bin]!++;
  }
  return counts.slice(1).map((segment) => ({ column, all: counts[0]!, segment, edges }));
}

function edgesOf(values: Float64Array): number[] {
  const rising = sorted(values);
  if (rising.length === 0 || rising[0] === rising.at(-1)) {
    const only = rising[0] ?? 0;
    return [only, only + 1];
  }
  const low = quantile(rising, BEYOND);
  const high = quantile(rising, 1 - BEYOND);
  const [from, to] = low < high ? [low, high] : [rising[0]!, rising.at(-1)!];
  const log = moments(values).skewness > 1;
  const start = log ? bend(from) : from;
  const width = ((log ? bend(to) : to) - start) / BINS;
  const edges = Array.from({ length: BINS + 1 }, (_, i) => {
    const edge = start + i * width;
    return log ? unbend(edge) : edge;
  });
  return rising.every(Number.isInteger) ? wholeEdges(edges) : edges;
}

/** Borders halfway between whole numbers, those that would hold none taken out. */
function wholeEdges(edges: readonly number[]): number[] {
  const between = edges.map((edge, i) =>
    i === edges.length - 1 ? Math.floor(edge) + 0.5 : Math.ceil(edge) - 0.5,
  );
  return between.filter((edge, i) => i === 0 || edge > between[i - 1]!);
}

/** The bin whose lower border is the last not above the value. */
function binOf(value: number, edges: readonly number[]): number {
  let bin = edges.length - 2;
  while (bin > 0 && value < edges[bin]!) bin--;
  return bin;
}
