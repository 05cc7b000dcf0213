import { quantile } from '../../stats/quantile';
import { firstNotBelow } from '../first-not-below';
import type { ShapeOptions } from './column-shape';

/** Bars that count values. */
export interface Histogram {
  scale: ShapeOptions['scale'];
  /** One more than there are counts, rising; a bar holds its left edge, the last one its right edge too. */
  edges: readonly number[];
  counts: readonly number[];
  /** Values of the tails before the first and behind the last edge. */
  below: number;
  above: number;
  /** Values at or below 0, which a logarithmic scale has no place for. */
  leftOut: number;
}

const FEWEST = 8;
const MOST = 60;
/** Of the values on either side that may be a tail, and how long it must be: as long as all that lies between. */
const TAIL = 0.01;

/** Where long tails begin; null where there are none. */
export function tailsOf(rising: Float64Array): { from: number; to: number } | null {
  const [least, most] = [rising[0]!, rising[rising.length - 1]!];
  const [low, high] = [quantile(rising, TAIL), quantile(rising, 1 - TAIL)];
  const between = high - low;
  const [before, behind] = [low - least > between, most - high > between];
  if (between === 0 || (!before && !behind)) return null;
  return { from: before ? low : least, to: behind ? high : most };
}

/**
 * Counts of rising numbers, of which there is one at least.
 * @see NumPy, histogram; Freedman and Diaconis 1981 for the number of bars.
 */
export function histogramOf(
  rising: Float64Array,
  bins: number | null,
  scale: ShapeOptions['scale'],
): Histogram {
  const tails = scale === 'gathered' ? tailsOf(rising) : null;
  const first = scale === 'log' ? firstAbove(rising, 0) : firstNotBelow(rising, tails?.from ?? -Infinity);
  const end = tails ? firstAbove(rising, tails.to) : rising.length;
  const inside = rising.subarray(first, end);
  const edges = scale === 'log' ? logEdges(inside, bins ?? suitable(inside)) : evenEdges(inside, bins);
  const starts = edges.slice(0, -1).map((edge) => firstNotBelow(inside, edge));
  return {
    scale: scale === 'gathered' && !tails ? 'even' : scale,
    edges,
    counts: starts.map((start, i) => (starts[i + 1] ?? inside.length) - start),
    below: scale === 'log' ? 0 : first,
    above: rising.length - end,
    leftOut: scale === 'log' ? first : 0,
  };
}

/** Bars as wide as the spread of the middle half asks for. */
function suitable(rising: Float64Array): number {
  const range = rising[rising.length - 1]! - rising[0]!;
  const width = (2 * (quantile(rising, 0.75) - quantile(rising, 0.25))) / Math.cbrt(rising.length);
  const wanted = width > 0 && range < Infinity ? Math.ceil(range / width) : FEWEST;
  return Math.min(MOST, Math.max(FEWEST, wanted));
}

/** Whole numbers get bars that hold equally many of them, or some bars would stand out for nothing. */
function evenEdges(rising: Float64Array, wanted: number | null): number[] {
  const [least, most] = [rising[0]!, rising[rising.length - 1]!];
  if (least === most) return [least - 0.5, least + 0.5];
  const bins = wanted ?? suitable(rising);
  const different = most - least + 1;
  if (!areWhole(rising) || different > Number.MAX_SAFE_INTEGER) return between(least, most, bins);
  const width = Math.ceil(different / (wanted ?? (different <= MOST ? different : bins)));
  return Array.from({ length: Math.ceil(different / width) + 1 }, (_, i) => least - 0.5 + i * width);
}

function between(least: number, most: number, bins: number): number[] {
  const step = (most - least) / bins;
  const at = (i: number) => (step < Infinity ? least + i * step : least * (1 - i / bins) + most * (i / bins));
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? most : Math.min(most, at(i))));
}

function logEdges(rising: Float64Array, bins: number): number[] {
  const [least, most] = [rising[0]!, rising[rising.length - 1]!];
  if (least === most) return [least / 2, least * 2];
  const [from, to] = [Math.log10(least), Math.log10(most)];
  return Array.from({ length: bins + 1 }, (_, i) =>
    i === 0
      ? least
      : i === bins
        ? most
        : Math.min(most, Math.max(least, 10 ** (from + (i * (to - from)) / bins))),
  );
}

export function areWhole(values: Float64Array): boolean {
  for (const value of values) if (value !== Math.floor(value)) return false;
  return true;
}

/** Index of the first of rising numbers that is above; their number where there is none. */
export function firstAbove(rising: Float64Array, value: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rising[middle]! > value) to = middle;
    else from = middle + 1;
  }
  return from;
}
