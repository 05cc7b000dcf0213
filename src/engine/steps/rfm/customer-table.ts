import type { ColumnTable } from 'arquero';
import { DateColumn, NumberColumn } from '../../table/columns';
import { columnOf, makeTable } from '../../table/table';

/** The columns that `rfm` makes beside the customer's own. */
export const MADE = ['recency_days', 'frequency', 'monetary', 'last_purchase'] as const;

/** What is known of n customers, in one order. */
export interface CustomerValues {
  /** A row of the orders that names the customer. */
  firstRows: Uint32Array;
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
  /** Milliseconds since 1970. */
  lastPurchase: Float64Array;
}

/** Whole days from the last purchase to the reference date, both days since 1970; at least 1. */
export const recencyOf = (lastDay: number, reference: number): number => Math.max(1, reference - lastDay);

/** n customers as `rfm` gives them. @param orders the table they were added up from, with the column `key` */
export function customerTable(orders: ColumnTable, key: string, values: CustomerValues): ColumnTable {
  const [recency, frequency, monetary, last] = MADE;
  return makeTable(
    [
      [key, columnOf(orders, key).take(values.firstRows)],
      [recency, new NumberColumn(values.recency)],
      [frequency, new NumberColumn(values.frequency)],
      [monetary, new NumberColumn(values.monetary)],
      [last, new DateColumn(values.lastPurchase, false)],
    ],
    {
      grain: 'customers',
      key,
      roles: new Map([
        [key, 'customer'],
        [recency, 'recency'],
        [frequency, 'frequency'],
        [monetary, 'monetary'],
      ]),
    },
  );
}
