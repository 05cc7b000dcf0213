import { inBlocks } from '../../../steps/parts/blocks';
import type { Work } from '../../../work';
import { periodsOf, unitFor, type PeriodUnit } from '../periods';

/** A number along a date. */
export interface PairLine {
  shape: 'line';
  date: string;
  number: string;
  unit: PeriodUnit;
  /** Starts of the periods in ms, none left out. */
  starts: readonly number[];
  /** Rows of each period that have both, their sum, and their mean (null without rows). */
  rows: readonly number[];
  sums: readonly number[];
  means: readonly (number | null)[];
}

interface Named {
  name: string;
  values: Float64Array;
}

/** Sums and means of a number by the periods of a date. */
export async function lineOf(date: Named, number: Named, work: Work): Promise<PairLine> {
  const [from, to] = await rangeOf(date.values, number.values, work);
  const known = { shape: 'line' as const, date: date.name, number: number.name };
  if (from > to) return { ...known, unit: 'day', starts: [], rows: [], sums: [], means: [] };
  const unit = unitFor(from, to);
  const periods = periodsOf(from, to, unit);
  const rows = new Float64Array(periods.starts.length);
  const sums = new Float64Array(periods.starts.length);
  await inBlocks(date.values.length, 'adding-up', work, (first, end) => {
    for (let row = first; row < end; row++) {
      const [at, value] = [date.values[row]!, number.values[row]!];
      if (at !== at || value !== value) continue;
      const period = periods.of(at);
      rows[period]!++;
      sums[period]! += value;
    }
  });
  return {
    ...known,
    unit,
    starts: periods.starts,
    rows: [...rows],
    sums: [...sums],
    means: Array.from(rows, (count, period) => (count > 0 ? sums[period]! / count : null)),
  };
}

async function rangeOf(dates: Float64Array, numbers: Float64Array, work: Work): Promise<[number, number]> {
  let [from, to] = [Infinity, -Infinity];
  await inBlocks(dates.length, 'looking', work, (first, end) => {
    for (let row = first; row < end; row++) {
      const at = dates[row]!;
      if (at !== at || numbers[row] !== numbers[row]) continue;
      if (at < from) from = at;
      if (at > to) to = at;
    }
  });
  return [from, to];
}
