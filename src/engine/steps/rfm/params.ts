import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

export const RfmParams = v.strictObject({
  /** `YYYY-MM-DD`; absent or null: the day after the latest date. */
  referenceDate: v.optional(v.nullable(v.string())),
  customer: ColumnName,
  date: ColumnName,
  order: v.nullable(ColumnName),
  amount: v.nullable(ColumnName),
  quantity: v.nullable(ColumnName),
  price: v.nullable(ColumnName),
  /** Rows whose money is blank do not enter; absent: they count as purchases of 0. */
  blankMoney: v.optional(v.literal('set-aside')),
  /** Columns to take along: who the customers are. */
  keep: v.optional(ColumnNames),
  /** Of which row with a value: of the newest, of equally new ones the last; absent: of the first. */
  keepFrom: v.optional(v.literal('newest')),
});
export type RfmParams = v.InferOutput<typeof RfmParams>;

/** Steps that make customers of orders; each learns the day it counts to. */
export const FROM_ORDERS: readonly string[] = ['rfm', 'aggregate', 'customer-value'];

/** What the data taught. */
export const RfmFit = v.object({
  /** `YYYY-MM-DD`: recency is counted to this day. */
  referenceDate: v.pipe(v.string(), v.isoDate()),
  /** Whether the amount is the order's total, written on each of its rows. */
  orderTotals: v.boolean(),
});
export type RfmFit = v.InferOutput<typeof RfmFit>;
