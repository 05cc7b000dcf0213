import { quantile } from '../../../stats/quantile';
import { SortedColumns } from '../../../stats/sorted-columns';
import type { Work } from '../../../work';

/** A tail that reaches so many times as far as the middle 99 % is left out of the picture. */
const LONG = 2;

/** Where cells begin and end along one axis. */
export interface Axis {
  from: number;
  to: number;
  bins: number;
}

/** From the least to the greatest, long tails left out; whole numbers that are few have a bin each. */
export async function axisOf(
  values: Float64Array,
  most: number,
  work: Work,
  sorted = new SortedColumns(1),
): Promise<Axis> {
  const { values: rising } = await sorted.of(values, work);
  if (rising.length === 0) return { from: 0, to: 0, bins: 1 };
  const [low, high] = [quantile(rising, 0.005), quantile(rising, 0.995)];
  const reach = LONG * (high - low);
  const [min, max] = [rising[0]!, rising[rising.length - 1]!];
  const from = reach > 0 && low - min > reach ? low : min;
  const to = reach > 0 && max - high > reach ? high : max;
  if (!(to > from) || !Number.isFinite(to - from)) return { from, to, bins: 1 };
  const whole = to - from < most && rising.every((value) => Number.isInteger(value));
  return whole
    ? { from: Math.ceil(from) - 0.5, to: Math.floor(to) + 0.5, bins: Math.floor(to) - Math.ceil(from) + 1 }
    : { from, to, bins: most };
}

/** Which bin a value within the axis is in; the end belongs to the last one. */
export const binOf = (value: number, { from, to, bins }: Axis): number =>
  to > from ? Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins)) : 0;

/** Cells that hold a row, of counts row by row: across and up from 0, and how many. */
export const fullCells = (counts: Uint32Array, across: number): { x: number; y: number; count: number }[] =>
  Array.from(counts.keys())
    .filter((cell) => counts[cell]! > 0)
    .map((cell) => ({ x: cell % across, y: Math.floor(cell / across), count: counts[cell]! }));
