import { float64 } from '../../table/buffers';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { dayOf } from '../parts/calendar';
import type { Numeric } from './params';

type Fold = (before: number, value: number) => number;

const FOLDS: Partial<Record<Numeric, Fold>> = {
  sum: (before, value) => before + value,
  mean: (before, value) => before + value,
  product: (before, value) => before * value,
  min: (before, value) => (value < before ? value : before),
  max: (before, value) => (value > before ? value : before),
};

const PAIRS: Partial<Record<Numeric, Fold>> = {
  difference: (one, other) => one - other,
  ratio: (one, other) => (other === 0 ? NaN : one / other),
  'days-between': (from, to) => dayOf(to) - dayOf(from),
};

/** What became of rows: blank because nothing was there, because of a division by 0, or beyond what a number can be. */
export interface CombinedCounts {
  blank: number;
  byZero: number;
  tooLarge: number;
}

/**
 * One column of several: sums, means, least, greatest and products of the cells with a value, pandas' `skipna`; of
 * differences, ratios and days both must have one. A ratio to 0 is blank.
 */
export async function combined(
  columns: readonly Float64Array[],
  how: Numeric,
  work: Work,
): Promise<{ values: Float64Array; counts: CombinedCounts }> {
  const rows = columns[0]!.length;
  const values = float64(rows);
  const counts: CombinedCounts = { blank: 0, byZero: 0, tooLarge: 0 };
  const [first, second] = columns as [Float64Array, Float64Array];
  const pair = PAIRS[how];
  const fold = FOLDS[how];
  const at = pair
    ? (row: number) => pair(first[row]!, second[row]!)
    : (row: number) => folded(columns, row, fold!, how === 'mean');
  await inBlocks(rows, 'combining', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = at(row);
      values[row] = Number.isFinite(value) ? value + 0 : NaN;
      if (Number.isFinite(value)) continue;
      const zero = how === 'ratio' && second[row] === 0 && first[row] === first[row];
      counts[zero ? 'byZero' : value === value ? 'tooLarge' : 'blank']++;
    }
  });
  return { values, counts };
}

function folded(columns: readonly Float64Array[], row: number, fold: Fold, mean: boolean): number {
  let [all, count] = [NaN, 0];
  for (const values of columns) {
    const value = values[row]!;
    if (value !== value) continue;
    all = count === 0 ? value : fold(all, value);
    count++;
  }
  return mean && count > 0 ? all / count : all;
}
