import type { Pieces } from '../pieces';
import { exp, log1p } from '../stats/logarithm';
import { moments } from '../stats/moments';
import { quantile } from '../stats/quantile';
import { firstNotBelow } from './first-not-below';
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
 * what lies beyond.
 * @param parts rising values, see `segmentParts`
 */
export function* stripsOf(column: string, parts: readonly Float64Array[]): Pieces<Strip[]> {
  const edges = edgesOf(parts[0]!);
  yield;
  const [all, ...segments] = parts.map((part) => countsIn(part, edges));
  return segments.map((segment) => ({ column, all: all!, segment, edges }));
}

function edgesOf(rising: Float64Array): number[] {
  if (rising.length === 0 || rising[0] === rising.at(-1)) {
    const only = rising[0] ?? 0;
    return [only, only + 1];
  }
  const low = quantile(rising, BEYOND);
  const high = quantile(rising, 1 - BEYOND);
  const [from, to] = low < high ? [low, high] : [rising[0]!, rising.at(-1)!];
  const log = moments(rising).skewness > 1;
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

/** How many of the rising values are in each bin: a value is in the last one whose lower border is not above it. */
function countsIn(rising: Float64Array, edges: readonly number[]): number[] {
  const from = edges.slice(0, -1).map((edge, bin) => (bin === 0 ? 0 : firstNotBelow(rising, edge)));
  return from.map((start, bin) => (from[bin + 1] ?? rising.length) - start);
}
