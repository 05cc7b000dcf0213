import type { ColumnTable } from 'arquero';
import { columnAs } from '../../table/table';

/** For each of the rows the sum of its money, blanks as 0; null where no column says it. */
export function moneyOf(
  table: ColumnTable,
  columns: readonly string[],
  rows: Uint32Array,
): Float64Array | null {
  if (columns.length === 0) return null;
  const money = new Float64Array(rows.length);
  for (const column of columns) {
    const { values } = columnAs(table, column, 'number');
    for (let i = 0; i < rows.length; i++) money[i]! += values[rows[i]!]! || 0;
  }
  return money;
}
