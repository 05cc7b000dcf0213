import { float64, uint32 } from '../../table/buffers';
import { MISSING, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { ExactSums } from '../rfm/exact-sums';
import type { CustomerRows } from './customer-rows';
import { middleOf } from './of-column';

/** Days of one period of a trend. */
const MONTH = 30;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** 1970-01-01 was a Thursday. 0 is Monday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const each = (rows: CustomerRows, value: (customer: number) => number): Float64Array =>
  float64(rows.count).map((_, customer) => value(customer));

/** Something of each customer's days with a purchase, rising; `days` is used again and must not be kept. */
async function ofDays(rows: CustomerRows, value: (days: Int32Array) => number): Promise<Float64Array> {
  const { days, starts } = await rows.purchaseDays();
  return each(rows, (customer) => value(days.subarray(starts[customer]!, starts[customer + 1]!)));
}

export const purchaseDaysOf = (rows: CustomerRows): Promise<Float64Array> =>
  ofDays(rows, ({ length }) => length);

function gapsOf(days: Int32Array): Float64Array {
  const gaps = new Float64Array(days.length - 1);
  for (let i = 0; i < gaps.length; i++) gaps[i] = days[i + 1]! - days[i]!;
  return gaps;
}

/** Blank for who bought on one day only. */
export const meanGap = (rows: CustomerRows): Promise<Float64Array> =>
  ofDays(rows, (days) => (days.length < 2 ? NaN : (days[days.length - 1]! - days[0]!) / (days.length - 1)));

export const medianGap = (rows: CustomerRows): Promise<Float64Array> =>
  ofDays(rows, (days) => (days.length < 2 ? NaN : middleOf(gapsOf(days))));

/** Divisor n: 0 for a single gap. */
export const deviationGap = (rows: CustomerRows): Promise<Float64Array> =>
  ofDays(rows, (days) => {
    if (days.length < 2) return NaN;
    const gaps = days.length - 1;
    const mean = (days[gaps]! - days[0]!) / gaps;
    let squares = 0;
    for (let i = 0; i < gaps; i++) squares += (days[i + 1]! - days[i]! - mean) ** 2;
    return Math.sqrt(squares / gaps);
  });

export const weekendShare = (rows: CustomerRows): Promise<Float64Array> =>
  ofDays(rows, (days) => {
    let weekends = 0;
    for (let i = 0; i < days.length; i++) if (weekdayOf(days[i]!) > 4) weekends++;
    return weekends / days.length;
  });

/** The day of the week with most purchase days; of several the first from Monday on. */
export async function favouriteWeekday(rows: CustomerRows): Promise<TextColumn> {
  const { days, starts } = await rows.purchaseDays();
  const codes = uint32(rows.count);
  const counts = new Uint32Array(WEEKDAYS.length);
  for (let customer = 0; customer < rows.count; customer++) {
    counts.fill(0);
    for (let i = starts[customer]!; i < starts[customer + 1]!; i++) counts[weekdayOf(days[i]!)]!++;
    let best = 0;
    for (let weekday = 1; weekday < WEEKDAYS.length; weekday++)
      if (counts[weekday]! > counts[best]!) best = weekday;
    codes[customer] = best;
  }
  return new TextColumn(codes, Dictionary.of(WEEKDAYS));
}

/** Purchases less returns of the row here. */
const spendOf = ({ returned, sizes }: CustomerRows, i: number): number =>
  returned[i] ? -sizes[i]! : sizes[i]!;

/** Whether the row here lies in the `days` days before the reference date, which itself is not among them. */
const isLately = (rows: CustomerRows, i: number, days: number): boolean =>
  rows.days[i]! < rows.reference && rows.days[i]! >= rows.reference - days;

/** Purchases less returns of the last days. */
export async function spendLast(rows: CustomerRows, days: number): Promise<Float64Array> {
  const sums = new ExactSums(rows.count);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) if (isLately(rows, i, days)) sums.add(customer, spendOf(rows, i));
  });
  return each(rows, (customer) => sums.at(customer));
}

/** Different orders with a purchase in the last days. */
export async function ordersLast(rows: CustomerRows, days: number): Promise<Float64Array> {
  const { orders } = rows.orders;
  const seenBy = new Uint32Array(orders?.size ?? 0).fill(MISSING);
  const found = float64(rows.count);
  const without = new Set<number>();
  await rows.each((customer, from, to) => {
    without.clear();
    for (let i = from; i < to; i++) {
      if (rows.returned[i] || !isLately(rows, i, days)) continue;
      const code = orders ? orders.codes[rows.rows[i]!]! : MISSING;
      if (code === MISSING) without.add(rows.days[i]!);
      else if (seenBy[code] !== customer) {
        seenBy[code] = customer;
        found[customer]!++;
      }
    }
    found[customer]! += without.size;
  });
  return found;
}

/** Money of purchases, or of returns, as sizes. */
async function moneyOf(rows: CustomerRows, returned: 0 | 1): Promise<ExactSums> {
  const sums = new ExactSums(rows.count);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) if (rows.returned[i] === returned) sums.add(customer, rows.sizes[i]!);
  });
  return sums;
}

/** Money of purchases by order; returns are not taken off. */
export async function orderValue(
  rows: CustomerRows,
  orders: (customer: number) => number,
): Promise<Float64Array> {
  const bought = await moneyOf(rows, 0);
  return each(rows, (customer) => bought.at(customer) / orders(customer));
}

/** Rows of purchases by order. */
export async function basketSize(
  rows: CustomerRows,
  orders: (customer: number) => number,
): Promise<Float64Array> {
  const lines = float64(rows.count);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) if (!rows.returned[i]) lines[customer]!++;
  });
  return lines.map((count, customer) => count / orders(customer));
}

/** Money returned by money bought; blank where nothing was paid. */
export async function returnedShare(rows: CustomerRows): Promise<Float64Array> {
  const [bought, back] = [await moneyOf(rows, 0), await moneyOf(rows, 1)];
  return each(rows, (customer) => {
    const paid = bought.at(customer);
    return paid > 0 ? back.at(customer) / paid : NaN;
  });
}

/**
 * By how much a customer's spend (purchases less returns) rises from one period of 30 days to the next: the slope of the
 * line of least squares through the periods, counted back from the reference date, from that of the first purchase to the
 * last one, empty ones too. Blank where there is one period only.
 */
export async function trendOf(rows: CustomerRows): Promise<Float64Array> {
  const slopes = float64(rows.count).fill(NaN);
  const { days, starts } = await rows.purchaseDays();
  const back = (day: number): number => Math.floor((rows.reference - 1 - day) / MONTH);
  await rows.each((customer, from, to) => {
    const oldest = back(days[starts[customer]!]!);
    if (oldest < 1) return;
    let [sum, weighted] = [0, 0];
    for (let i = from; i < to; i++) {
      const period = back(rows.days[i]!);
      if (period < 0 || period > oldest) continue;
      const spend = spendOf(rows, i);
      sum += spend;
      weighted += spend * (oldest - period);
    }
    const n = oldest + 1;
    // Of 0 … n − 1 the mean is (n − 1) ÷ 2, the sum of squares from it n (n² − 1) ÷ 12.
    slopes[customer] = (weighted - (sum * (n - 1)) / 2) / ((n * (n * n - 1)) / 12);
  });
  return slopes;
}
