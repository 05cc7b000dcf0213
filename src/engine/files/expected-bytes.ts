import type { ColumnTable } from 'arquero';
import { MISSING, TextColumn, type Kind } from '../table/columns';
import { columnNames, columnOf } from '../table/table';

const CELL_BYTES = { number: 8, date: 8, boolean: 1, text: 4 } as const satisfies Record<Kind, number>;
const OFFSET_BYTES = 4;

/**
 * Bytes that columns will take once there are `rows` of them, judged by the `seen` first ones: text columns as they are
 * so far, others by their kind. Distinct texts are taken to go on growing by the power of the rows by which they grew
 * in the second half of what was seen (Heaps' law), never faster than the rows.
 */
export function expectedBytes(
  columns: readonly (TextColumn | Exclude<Kind, 'text'>)[],
  seen: number,
  rows: number,
): number {
  let bytes = 0;
  for (const column of columns) {
    if (typeof column === 'string') bytes += rows * CELL_BYTES[column];
    else bytes += rows * CELL_BYTES.text + dictionaryBytes(column, rows / Math.max(1, seen));
  }
  return Math.round(bytes);
}

/** Bytes that the columns of a table take. */
export function bytesOfTable(table: ColumnTable): number {
  const columns = columnNames(table).map((name) => columnOf(table, name));
  const rows = table.totalRows();
  const kinds = columns.map((column) => (column instanceof TextColumn ? column : column.kind));
  return expectedBytes(kinds, rows, rows);
}

function dictionaryBytes({ codes, dictionary }: TextColumn, times: number): number {
  const { size } = dictionary;
  if (size === 0) return 0;
  const power = Math.min(
    1,
    Math.max(0, Math.log2(size / Math.max(1, distinctBefore(codes, codes.length >> 1)))),
  );
  const distinct = size * times ** power;
  return (distinct * (dictionary.bytes.length + size * OFFSET_BYTES)) / size;
}

/** Distinct texts above a row: codes are numbered in the order of first appearance. */
function distinctBefore(codes: Uint32Array, row: number): number {
  let distinct = 0;
  for (let at = 0; at < row; at++)
    if (codes[at] !== MISSING && codes[at]! >= distinct) distinct = codes[at]! + 1;
  return distinct;
}
