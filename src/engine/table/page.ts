import type { ColumnTable } from 'arquero';
import { isMissing, type Column } from './columns';
import { ranks } from './ranks';
import { columnAs, columnOf } from './table';

/** A window of a table: dates as ms, booleans in the source's spelling, missing cells null. */
export interface RowsPage {
  from: number;
  /** Rows there are in all, of which this page shows some. */
  total: number;
  /** Row numbers in the table (0-based), because a page may be sorted or filtered. */
  rows: readonly number[];
  columns: readonly { name: string; cells: readonly (string | number | null)[] }[];
}

/** The rows `from` to `from + count` of the order given, or of the table's own; columns that are not there are left out. */
export function pageOf(
  table: ColumnTable,
  order: Uint32Array | null,
  window: { from: number; count: number; columns: readonly string[] },
): RowsPage {
  const total = order ? order.length : table.numRows();
  const from = Math.max(0, Math.min(window.from, total));
  const until = Math.min(total, from + window.count);
  const rows: number[] = [];
  for (let i = from; i < until; i++) rows.push(order ? order[i]! : i);
  const present = new Set(table.columnNames());
  const columns = window.columns
    .filter((name) => present.has(name))
    .map((name) => ({ name, cells: rows.map((row) => cellOf(columnOf(table, name), row)) }));
  return { from, total, rows, columns };
}

function cellOf(column: Column, row: number): string | number | null {
  if (isMissing(column, row)) return null;
  if (column.kind === 'text') return column.at(row);
  if (column.kind === 'boolean') return column.spelling[column.values[row] as 0 | 1];
  return column.values[row]!;
}

/** The rows whose number in the column equals the value, rising. @throws EngineError `missing-column`, `wrong-kind` */
export function rowsEqual(table: ColumnTable, column: string, value: number): Uint32Array {
  const { values } = columnAs(table, column, 'number');
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (values[row] === value) rows.push(row);
  return Uint32Array.from(rows);
}

/** The rows ordered by one column, missing cells last either way, ties in their own order. Text by its characters' codes. */
export function orderBy(
  table: ColumnTable,
  rows: Uint32Array | null,
  sort: { column: string; descending: boolean },
): Uint32Array {
  const order = rows ? rows.slice() : Uint32Array.from({ length: table.numRows() }, (_, row) => row);
  const rank = ranks(columnOf(table, sort.column));
  const sign = sort.descending ? -1 : 1;
  return order.sort((a, b) => {
    const x = rank(a);
    const y = rank(b);
    if (x === y) return a - b;
    if (Number.isNaN(x)) return Number.isNaN(y) ? a - b : 1;
    if (Number.isNaN(y)) return -1;
    return x < y ? -sign : sign;
  });
}
