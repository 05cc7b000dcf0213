import { DAY, dayOf } from '../../steps/parts/calendar';
import { inBlocks } from '../../steps/parts/blocks';
import type { DateColumn } from '../../table/columns';
import type { Work } from '../../work';
import type { RowMoney } from '../money-of-row';
import { hourOf } from './date-summary';
import type { DateSummary } from './overview-of';

/** Something followed from day to day. */
export interface DaySeries {
  /** What is added up or averaged; none: rows are counted. */
  columns: readonly string[];
  of: 'rows' | 'total' | 'mean';
  sums: Float64Array;
  /** Of totals Σ x², by which it is told what is chance; of counted rows the same as `sums`. */
  squares: Float64Array;
  /** Of means: values a day. */
  counts: Float64Array | null;
}

/** What each day of a table brought. */
export interface DaySums {
  /** The first day, since 1970; the others follow it without a gap. */
  first: number;
  days: number;
  /** Money before returns where there is any, else rows. */
  main: DaySeries;
  means: readonly DaySeries[];
  rows: Float64Array;
  /** Rows by hour, 24 a day; null without a time of day. */
  hours: Float64Array | null;
}

/** Dates farther apart are no time to follow: one of them is wrong. */
const MOST_DAYS = 40_000;

/**
 * Null where dates are too far apart.
 * @param measures columns of numbers to be averaged
 */
export async function daySums(
  { values, hasTime }: DateColumn,
  dates: DateSummary,
  money: { columns: readonly string[]; of: RowMoney } | null,
  measures: readonly { name: string; values: Float64Array }[],
  work: Work,
): Promise<DaySums | null> {
  const first = dayOf(dates.min);
  const days = dayOf(dates.max) - first + 1;
  if (days > MOST_DAYS) return null;
  const empty = () => new Float64Array(days);
  const rows = empty();
  const hours = hasTime ? new Float64Array(days * 24) : null;
  const main: DaySeries = money
    ? { columns: money.columns, of: 'total', sums: empty(), squares: empty(), counts: null }
    : { columns: [], of: 'rows', sums: rows, squares: rows, counts: null };
  const means = measures.map(({ name }): DaySeries => {
    return { columns: [name], of: 'mean', sums: empty(), squares: rows, counts: empty() };
  });
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const ms = values[row]!;
      if (ms !== ms) continue;
      const day = Math.floor(ms / DAY) - first;
      rows[day]!++;
      if (hours) hours[day * 24 + hourOf(ms)]!++;
      if (money) addMoney(main, day, money.of(row));
    }
    means.forEach((mean, i) => addMeans(mean, values, measures[i]!.values, first, from, to));
  });
  return { first, days, main, means, rows, hours };
}

function addMoney({ sums, squares }: DaySeries, day: number, spent: number): void {
  if (!(spent > 0)) return;
  sums[day]! += spent;
  squares[day]! += spent * spent;
}

function addMeans(
  { sums, counts }: DaySeries,
  moments: Float64Array,
  values: Float64Array,
  first: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const [ms, value] = [moments[row]!, values[row]!];
    if (ms !== ms || value !== value) continue;
    const day = Math.floor(ms / DAY) - first;
    sums[day]! += value;
    counts![day]!++;
  }
}
