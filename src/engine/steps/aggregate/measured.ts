import type { ColumnTable } from 'arquero';
import { float64 } from '../../table/buffers';
import { DateColumn, NumberColumn, type Column } from '../../table/columns';
import { columnAs, columnOf } from '../../table/table';
import { DAY } from '../parts/calendar';
import type { Totals } from '../rfm/add-up';
import { recencyOf } from '../rfm/customer-table';
import type { CustomerRows } from './customer-rows';
import * as column from './of-column';
import * as purchases from './of-purchases';
import * as history from './of-repeats';
import type { MeasureName } from './measures';
import type { Measure } from './params';

/** Everything measures are taken from. */
export interface Measured {
  table: ColumnTable;
  rows: CustomerRows;
  /** Codes of the customers, row by row of the new table. */
  bought: readonly number[];
  totals: Totals;
  /** By row of the table; null where it has none. */
  dates: Float64Array | null;
}

type Take = (from: Measured, one: Measure) => Promise<Column | Float64Array> | Column | Float64Array;

const ofTotals =
  (value: (totals: Totals, customer: number, reference: number) => number): Take =>
  ({ bought, totals, rows }) =>
    float64(bought.length).map((_, i) => value(totals, bought[i]!, rows.reference));
const ofNumbers =
  (take: (values: Float64Array, rows: CustomerRows) => Promise<Float64Array>): Take =>
  ({ table, rows }, one) =>
    take(columnAs(table, one.column!, 'number').values, rows);
const ofRows =
  (take: (rows: CustomerRows) => Promise<Column | Float64Array>): Take =>
  ({ rows }) =>
    take(rows);
const orders =
  ({ bought, totals }: Measured) =>
  (customer: number): number =>
    totals.orders[bought[customer]!]!;
const day =
  (value: (totals: Totals, customer: number) => number): Take =>
  (from, one) =>
    new DateColumn(
      ofTotals((totals, customer) => value(totals, customer) * DAY)(from, one) as Float64Array,
      false,
    );

const TAKES: Record<MeasureName, Take> = {
  recency: ofTotals(({ lastDay }, customer, reference) => recencyOf(lastDay[customer]!, reference)),
  frequency: ofTotals((totals, customer) => totals.orders[customer]!),
  monetary: ofTotals(({ money }, customer) => money.at(customer)),
  'last-purchase': day(({ lastDay }, customer) => lastDay[customer]!),
  'first-purchase': day(({ firstDay }, customer) => firstDay[customer]!),
  tenure: ofTotals(({ firstDay }, customer, reference) => recencyOf(firstDay[customer]!, reference)),
  'purchase-days': ofRows(purchases.purchaseDaysOf),
  'mean-gap': ofRows(purchases.meanGap),
  'median-gap': ofRows(purchases.medianGap),
  'deviation-gap': ofRows(purchases.deviationGap),
  'spend-last': ({ rows }, { days }) => purchases.spendLast(rows, days!),
  'orders-last': ({ rows }, { days }) => purchases.ordersLast(rows, days!),
  'order-value': (from) => purchases.orderValue(from.rows, orders(from)),
  'basket-size': (from) => purchases.basketSize(from.rows, orders(from)),
  trend: ofRows(purchases.trendOf),
  'returned-share': ofRows(purchases.returnedShare),
  'favourite-weekday': ofRows(purchases.favouriteWeekday),
  'weekend-share': ofRows(purchases.weekendShare),
  repeats: ofRows(history.repeatsOf),
  'repeat-span': ofRows(history.repeatSpan),
  'seen-days': ofRows(history.seenDays),
  'repeat-value': ofRows(history.repeatValue),
  rows: ({ rows }) => float64(rows.count).map((_, i) => rows.starts[i + 1]! - rows.starts[i]!),
  favourite: ({ table, rows }, one) => column.favouriteOf(columnAs(table, one.column!, 'text'), rows),
  distinct: ({ table, rows }, one) => column.distinctOf(columnOf(table, one.column!), rows),
  share: ({ table, rows }, one) =>
    column.shareOf(columnAs(table, one.column!, 'text'), one.value!, rows, false),
  'money-share': ({ table, rows }, one) =>
    column.shareOf(columnAs(table, one.column!, 'text'), one.value!, rows, true),
  sum: ofNumbers(column.sumOf),
  mean: ofNumbers(column.meanOf),
  median: ofNumbers(column.medianOf),
  deviation: ofNumbers(column.deviationOf),
  min: ({ table, rows }, one) =>
    column.extremeOf(columnOf(table, one.column!) as NumberColumn | DateColumn, rows, 1),
  max: ({ table, rows }, one) =>
    column.extremeOf(columnOf(table, one.column!) as NumberColumn | DateColumn, rows, -1),
  first: ({ table, rows, dates }, one) => column.endOf(columnOf(table, one.column!), dates, rows, false),
  last: ({ table, rows, dates }, one) => column.endOf(columnOf(table, one.column!), dates, rows, true),
};

/** The column of a measure, one cell for each customer. */
export async function measured(from: Measured, one: Measure): Promise<Column> {
  const found = await TAKES[one.measure](from, one);
  return found instanceof Float64Array ? new NumberColumn(found) : found;
}
