import { DAY, dayMs, dayOf, momentOf } from '../../steps/parts/calendar';
import { formulaFault } from '../fault';
import type { FormulaFunction } from '../function';
import type { Typed } from '../typed';
import { oneOfWords } from './one-of-words';
import { eachIn } from './row-functions';

const each = eachIn('Dates');
const outside = { fault: 'outside' } as const;
const MOST_YEAR = 9999;

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();
const monthOf = (ms: number): number => new Date(ms).getUTCMonth() + 1;
const dayOfMonth = (ms: number): number => new Date(ms).getUTCDate();
/** 1 is Monday. */
const weekday = (ms: number): number => ((((dayOf(ms) + 3) % 7) + 7) % 7) + 1;
/** The Thursday of the same week: its year is the year of the week (ISO 8601). */
const thursday = (ms: number): number => (dayOf(ms) - weekday(ms) + 4) * DAY;
const quarter = (ms: number): number => Math.ceil(monthOf(ms) / 3);
const startOf = (year: number, month: number): number => dayMs(year, month, 1) ?? NaN;
const week = (ms: number): number => {
  const middle = thursday(ms);
  return Math.floor((middle - startOf(yearOf(middle), 1)) / (7 * DAY)) + 1;
};
const within = (rest: number, by: number): number => ((rest % by) + by) % by;

/** The first moments of units of time. */
const STARTS: Readonly<Record<string, (ms: number) => number>> = {
  year: (ms) => startOf(yearOf(ms), 1),
  quarter: (ms) => startOf(yearOf(ms), quarter(ms) * 3 - 2),
  month: (ms) => startOf(yearOf(ms), monthOf(ms)),
  week: (ms) => (dayOf(ms) - weekday(ms) + 1) * DAY,
  day: (ms) => dayOf(ms) * DAY,
  hour: (ms) => ms - within(ms, DAY / 24),
};

/** So many months on, the clock kept; the last day of a month that is too short. */
function addMonths(ms: number, count: number): number {
  const months = yearOf(ms) * 12 + monthOf(ms) - 1 + Math.trunc(count);
  const [year, month] = [Math.floor(months / 12), within(months, 12) + 1];
  if (!(Math.abs(year) <= MOST_YEAR)) return NaN;
  const last = dayOfMonth(startOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1) - DAY);
  return dayMs(year, month, Math.min(dayOfMonth(ms), last))! + within(ms, DAY);
}

/** The most whole months that, added to the first, do not lead past the second; below 0 where that is earlier. */
function monthsBetween(from: number, to: number): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  const there = addMonths(from, months);
  if (to < from) return (there < to ? months + 1 : months) + 0;
  return there > to ? months - 1 : months;
}

function dateOf(first: string | number, month = 1, day = 1): number {
  if (typeof first === 'string') return momentOf(first) ?? NaN;
  return Math.abs(first) <= MOST_YEAR
    ? (dayMs(Math.trunc(first), Math.trunc(month), Math.trunc(day)) ?? NaN)
    : NaN;
}

function verifyDate([first]: readonly Typed[]): void {
  if (first?.type !== 'constant' || first.kind !== 'text') return;
  if (momentOf(String(first.value)) === null)
    throw formulaFault('bad-date', first, { found: String(first.value) });
}

export const DATES: readonly FormulaFunction[] = [
  each('date', '=text > date | number number number > date', dateOf, { ...outside, verify: verifyDate }),
  each('year', 'date > number', yearOf),
  each('quarter', 'date > number', quarter),
  each('month', 'date > number', monthOf),
  each('week', 'date > number', week),
  each('week_year', 'date > number', (ms: number) => yearOf(thursday(ms))),
  each('day', 'date > number', dayOfMonth),
  each('weekday', 'date > number', weekday),
  each('hour', 'date > number', (ms: number) => Math.floor(within(ms, DAY) / (DAY / 24))),
  each('minute', 'date > number', (ms: number) => Math.floor(within(ms, DAY / 24) / 60_000)),
  each('date_trunc', 'date =text > date', (ms: number, unit: string) => STARTS[unit]!(ms), {
    verify: oneOfWords(1, Object.keys(STARTS)),
  }),
  each('add_days', 'date number > date', (ms: number, count: number) => ms + count * DAY, outside),
  each('add_months', 'date number > date', addMonths, outside),
  each('days_between', 'date date > number', (from: number, to: number) => dayOf(to) - dayOf(from)),
  each('months_between', 'date date > number', monthsBetween),
];
