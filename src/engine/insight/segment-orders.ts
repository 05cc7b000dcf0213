import type { ColumnTable } from 'arquero';
import { columnWithRole } from '../table/meta';
import { columnAs, columnNames } from '../table/table';

export interface SegmentOrders {
  /** Orders of its customers; null where no column counts them. */
  orders: number | null;
  /** Of all orders, 0 to 1. */
  ordersShare: number | null;
}

/** By segment (index 0 is segment 1) the orders of its customers: the sum of the column with that role, blanks as 0. */
export function segmentOrders(table: ColumnTable, labels: Uint8Array, k: number): SegmentOrders[] {
  const column = columnWithRole(table, 'frequency');
  if (column === null || !columnNames(table).includes(column))
    return Array.from({ length: k }, () => ({ orders: null, ordersShare: null }));
  const { values } = columnAs(table, column, 'number');
  const sums = new Float64Array(k + 1);
  for (let row = 0; row < values.length; row++) sums[labels[row]!]! += values[row]! || 0;
  const whole = sums.subarray(1).reduce((sum, value) => sum + value, 0);
  return Array.from(sums.subarray(1), (orders) => ({
    orders,
    ordersShare: whole > 0 ? orders / whole : null,
  }));
}
