import { DAY, dayMs, dayOf } from '../../steps/parts/calendar';
import { weekdayOf } from './date-summary';

export type PeriodUnit = 'day' | 'week' | 'month' | 'year';

/** Periods of a calendar, one after the other. */
export interface Periods {
  unit: PeriodUnit;
  /** Starts in ms, rising, none left out. */
  starts: readonly number[];
  /** The period of a moment from the first to the last. */
  of(ms: number): number;
}

/** Weeks begin on Monday; years come in fives, tens, fifties … where there are more than sixty. */
export function periodsOf(from: number, to: number, unit: PeriodUnit): Periods {
  if (unit === 'day' || unit === 'week') return evenPeriods(from, to, unit);
  const numberOf = unit === 'month' ? monthNumber : yearNumber;
  const [first, last] = [numberOf(from), numberOf(to)];
  const step = unit === 'month' ? 1 : yearStep(last - first + 1);
  const begin = Math.floor(first / step) * step;
  const count = Math.floor((last - begin) / step) + 1;
  const startOf = unit === 'month' ? startOfMonth : (year: number) => dayMs(year, 1, 1)!;
  return {
    unit,
    starts: Array.from({ length: count }, (_, i) => startOf(begin + i * step)),
    of: (ms) => Math.floor((numberOf(ms) - begin) / step),
  };
}

/** The finest unit that gives few enough periods to be told apart. */
export function unitFor(from: number, to: number): PeriodUnit {
  const days = dayOf(to) - dayOf(from) + 1;
  if (days <= 45) return 'day';
  if (days <= 184) return 'week';
  return days <= 366 * 4 ? 'month' : 'year';
}

const YEARS = [1, 5, 10, 50, 100, 500, 1000];
const MOST_YEARS = 60;
const yearStep = (years: number): number => YEARS.find((step) => years / step <= MOST_YEARS) ?? 5000;

function evenPeriods(from: number, to: number, unit: 'day' | 'week'): Periods {
  const length = unit === 'day' ? 1 : 7;
  const begin = dayOf(from) - (unit === 'day' ? 0 : weekdayOf(dayOf(from)));
  const count = Math.floor((dayOf(to) - begin) / length) + 1;
  return {
    unit,
    starts: Array.from({ length: count }, (_, i) => (begin + i * length) * DAY),
    of: (ms) => Math.floor((dayOf(ms) - begin) / length),
  };
}

const yearNumber = (ms: number): number => new Date(ms).getUTCFullYear();

/** Months since January of year 0. */
export function monthNumber(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const startOfMonth = (month: number): number =>
  dayMs(Math.floor(month / 12), month - Math.floor(month / 12) * 12 + 1, 1)!;
