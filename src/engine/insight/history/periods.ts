import { DAY } from '../../steps/parts/calendar';
import type { DaysOfRows } from './orders-by-period';

/** The days that segments are looked back at, as days since 1970-01-01. */
export interface Periods {
  by: 'months' | 'weeks';
  /** Last days of whole months or weeks (Sundays), rising; behind them the last day of all. */
  ends: readonly number[];
  /** Earlier months or weeks that are not looked at. */
  leftOut: number;
  /** A few rows long behind all others, which end on the day `after`; the months between are not looked at. */
  stray: DaysOfRows['stray'];
}

/** At most so many days are looked back at. */
const MOST = 24;
/** Files that end in an earlier month than their fourth are looked at by weeks. */
const LEAST_MONTHS = 4;

/** The last 24 month ends from the first day to the last, or week ends where there are fewer than four months. */
export function periodsOf({ first, last, stray }: DaysOfRows): Periods {
  const end = stray?.after ?? last;
  const months = endsOf(first, end, endOfMonth);
  const by = months.length < LEAST_MONTHS ? 'weeks' : 'months';
  const usual = by === 'weeks' ? endsOf(first, end, endOfWeek) : months;
  const all = stray ? [...usual, last] : usual;
  return { by, ends: all.slice(-MOST), leftOut: Math.max(0, all.length - MOST), stray };
}

function endsOf(first: number, last: number, endOf: (day: number) => number): number[] {
  const ends: number[] = [];
  for (let end = endOf(first); end < last; end = endOf(end + 1)) ends.push(end);
  return [...ends, last];
}

function endOfMonth(day: number): number {
  const date = new Date(day * DAY);
  // Not `Date.UTC`, which takes the year 99 for 1999.
  date.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return date.getTime() / DAY;
}

/** Day 0 was a Thursday. */
const endOfWeek = (day: number): number => day + 6 - ((((day + 3) % 7) + 7) % 7);
