import { DateColumn, NumberColumn, type Column } from '../../table/columns';
import { makeTable } from '../../table/table';
import { DAY, dayOf } from '../../steps/parts/calendar';
import { numbers, texts } from '../columns-of';
import type { StarTable } from './star-table';

/** More days than this, and only those that occur are in the calendar: a date of the year 9999 must not fill it. */
const MOST_DAYS = 36_600;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The key of a day: its digits as a whole number, 20111209; NaN stays NaN. */
export function dateKey(ms: number): number {
  if (Number.isNaN(ms)) return NaN;
  const day = new Date(ms);
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

/** The keys of a column of dates. */
export function dateKeys({ values }: DateColumn): NumberColumn {
  let last = NaN;
  let key = NaN;
  return new NumberColumn(
    Float64Array.from(values, (ms) => {
      const day = dayOf(ms);
      if (day !== last) [last, key] = [day, dateKey(ms)];
      return key;
    }),
  );
}

/** A row for each calendar day from the first to the last of these dates. Weeks are those of ISO 8601. */
export function calendar(columns: readonly Column[]): StarTable {
  const days = daysOf(columns);
  const dates = days.map((day) => new Date(day * DAY));
  const weeks = days.map(isoWeek);
  const month = (date: Date) => date.getUTCMonth();
  const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;
  const year = dates.map((date) => date.getUTCFullYear());
  const table = makeTable([
    ['date_key', numbers(dates.map((date) => dateKey(date.getTime())))],
    ['date', new DateColumn(Float64Array.from(days, (day) => day * DAY), false)],
    ['year', numbers(year)],
    ['quarter', numbers(dates.map((date) => Math.floor(month(date) / 3) + 1))],
    ['month', numbers(dates.map((date) => month(date) + 1))],
    ['month_name', texts(dates.map((date) => MONTHS[month(date)]!))],
    ['year_month', texts(dates.map((date) => date.toISOString().slice(0, 7)))],
    ['iso_year', numbers(weeks.map((week) => week.year))],
    ['iso_week', numbers(weeks.map(({ week }) => week))],
    ['day', numbers(dates.map((date) => date.getUTCDate()))],
    ['weekday', numbers(days.map((day) => weekday(day) + 1))],
    ['weekday_name', texts(days.map((day) => WEEKDAYS[weekday(day)]!))],
    ['is_weekend', numbers(days.map((day) => Number(weekday(day) > 4)))],
  ]); // prettier-ignore
  return {
    name: 'dates',
    table,
    about: new Map([
      ['date_key', 'the day as a number: 20111209'],
      ['weekday', '1 is Monday'],
      ['is_weekend', '1 on Saturday and Sunday'],
    ]),
    pointsTo: new Map(),
  };
}

function daysOf(columns: readonly Column[]): number[] {
  const days = new Set<number>();
  for (const column of columns) {
    if (column.kind !== 'date') continue;
    for (const ms of column.values) if (!Number.isNaN(ms)) days.add(dayOf(ms));
  }
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  if (last - first >= MOST_DAYS) return [...days].sort((a, b) => a - b);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** The week of a day and the year that week belongs to: that of its Thursday. */
function isoWeek(day: number): { year: number; week: number } {
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const firstDay = dayOf(Date.UTC(year, 0, 1));
  return { year, week: Math.floor((thursday - firstDay) / 7) + 1 };
}
