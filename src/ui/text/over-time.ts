import type { History, HistoryPoint, Moves, NoHistory, Progress } from '../../engine/index';
import { count, counted, date, inUnit, listed, money, short } from './format';

export type Measure = 'customers' | 'revenue';

export const OVER_TIME = 'How the segments have grown';
export const OVER_TIME_LINE =
  'Customers and revenue of each segment at the end of each month, and who moved from one to another';
export const SHOW_OVER_TIME = 'Show over time';
export const NOT_WORKED_OUT = 'This could not be worked out. The segments are as they were; try once more.';
export const LIST_NOT_WRITTEN = 'The list could not be written. Try once more.';

/** Why there is no history. */
export function noHistory(none: NoHistory): string {
  if (none.why === 'one-period')
    return 'All orders lie within one week, so there is no earlier month or week to look back at.';
  if (none.why === 'customers')
    return 'The file has one row per customer, which does not say how they were before. Order files have a history.';
  if (none.why === 'measures')
    return 'Segments are followed back by recency, frequency and monetary value alone, and these go by other measures of the orders.';
  return `There is no looking back: what the step “${none.describe}” does to a customer hangs on the other customers there are.`;
}

/** "Looking back: month 4 of 13". */
export function lookingBack(progress: Progress | null): string {
  if (progress?.unit !== 'rounds') return 'Looking back…';
  return `Looking back: ${count(Math.min(progress.done + 1, progress.total))} of ${count(progress.total)}`;
}

const valuesOf = (point: HistoryPoint, measure: Measure): readonly number[] =>
  measure === 'revenue' ? (point.worth ?? []) : point.sizes;

/** So many points before the last, the finding looks back. */
const BACK = 3;

/** "Champions grew from 181 to 359 customers since 31 Aug 2011": the segment that has changed most. */
export function sizesTitle({ points, names }: History, measure: Measure, currency: string | null): string {
  const [then, now] = [points[Math.max(0, points.length - 1 - BACK)]!, points.at(-1)!];
  const [before, after] = [valuesOf(then, measure), valuesOf(now, measure)];
  const changes = names.map((_, i) => Math.abs(after[i]! - before[i]!));
  const most = changes.indexOf(Math.max(...changes));
  const since = `since ${date(then.day)}`;
  const [was, is] = [before[most]!, after[most]!];
  const said = (value: number) => (measure === 'revenue' ? money(value, currency) : count(value));
  const what = measure === 'revenue' ? ' of revenue' : is === 1 ? ' customer' : ' customers';
  if (said(was) === said(is)) return `No segment has changed ${since}`;
  return `${names[most]!} ${is > was ? 'grew' : 'shrank'} from ${said(was)} to ${said(is)}${what} ${since}`;
}

export function sizesLine({ by }: History, measure: Measure): string {
  const ends = `by the end of each ${by === 'months' ? 'month' : 'week'}`;
  return measure === 'customers'
    ? `Customers in each segment ${ends}, with recency counted to that day`
    : `What the customers who were in each segment had brought ${ends}, all told`;
}

/** What holds the figure together, and what is left out. */
export function sizesNote({ by, leftOut, points, stray }: History): string {
  const unit = by === 'months' ? 'month' : 'week';
  const none = points.at(-1)!.withoutSegment;
  return [
    `The segments are those found now; the last point, ${date(points.at(-1)!.day)}, is the segments above.`,
    leftOut > 0
      ? `The last ${count(points.length)} ${unit}s are looked at, ${counted(leftOut, `earlier ${unit}`)} left out.`
      : 'At the start of the file nobody can have been away for long.',
    stray
      ? `${counted(stray.rows, 'row')} ${stray.rows === 1 ? 'is' : 'are'} dated more than a year after all others, which end on ${date(stray.after)}: the time between is left out. Is the date right?`
      : '',
    by === 'weeks' ? 'By weeks, as the orders lie in fewer than four months.' : '',
    none > 0 ? `${counted(none, 'customer')} in no segment not drawn.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** "Champions, 31 Aug 2011: 223 customers". */
export function sizeWords(
  name: string,
  point: HistoryPoint,
  value: number,
  measure: Measure,
  currency: string | null,
) {
  const said = measure === 'revenue' ? money(value, currency) : counted(value, 'customer');
  return `${name}, ${date(point.day)}: ${said}`;
}

/** A value on the axis: "1.5 k", "800". */
export const sizeTick = (value: number, currency: string | null): string => {
  // "1.50 k" and "2.00 M" without what says nothing.
  const text = short(value)
    .replace(/([.,]\d*?)0+(?=\u00a0)/, '$1')
    .replace(/[.,](?=\u00a0)/, '');
  return inUnit(text, currency);
};

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** On the axis: "Dec 10" for the end of a month, "9 Dec" for other days. */
export function pointTick(ms: number): string {
  const day = new Date(ms);
  const next = new Date(ms + 86_400_000);
  const month = SHORT[day.getUTCMonth()]!;
  return next.getUTCDate() === 1
    ? `${month} ${String(day.getUTCFullYear() % 100).padStart(2, '0')}`
    : `${day.getUTCDate()} ${month}`;
}

export const betweenTitle = (moved: number, back: number, from: number, to: number): string => {
  const span = `between ${date(from)} and ${date(to)}`;
  if (back === 0) return `Nobody was there yet on ${date(from)}`;
  if (moved === 0) return `Nobody changed segment ${span}`;
  return `${count(moved)} of ${counted(back, 'customer')} changed segment ${span}`;
};

export const betweenLine = (from: number, to: number): string =>
  `Each band is the customers that went from a segment on ${date(from)} (left) to one on ${date(to)} (right)`;

/** "3,904 stayed, 41 are new. Gained 345 k from new customers and those worth more than then; lost 3,031 to returns." */
export function betweenNote({ customers, worth }: Moves, currency: string | null): string {
  const { stayed, gone } = customers;
  const are = (value: number) => `${count(value)} ${value === 1 ? 'is' : 'are'}`;
  const parts = [`${count(stayed)} stayed`, `${are(customers.new)} new`];
  if (gone > 0) parts.push(`${are(gone)} left out by a step`);
  const people = `${listed(parts)}.`;
  if (worth === null) return people;
  const gained = `Gained ${money(worth.gained, currency)} from new customers and those worth more than then`;
  const lost =
    worth.lost > 0
      ? `; lost ${money(worth.lost, currency)} ${gone > 0 ? 'from those worth less or left out' : 'to returns'}`
      : '';
  return `${people} ${gained}${lost}.`;
}

/** Customers who had not ordered yet, and those whom a step leaves out later; narrow pictures show the first word. */
export const NEWCOMERS = 'New since then';
export const LEFT_OUT = 'Omitted';
