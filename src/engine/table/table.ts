import { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { rowsOf } from './cells';
import { NumberColumn, type Column, type Kind } from './columns';
import { metaOf, withMeta, type TableMeta } from './meta';

export type NamedColumn = readonly [name: string, column: Column];

/** A table of the given columns, in that order. All have the same length. */
export function makeTable(columns: readonly NamedColumn[], meta: Partial<TableMeta> = {}): ColumnTable {
  const data = Object.fromEntries(columns);
  const names = columns.map(([name]) => name);
  return withMeta(new ColumnTable(data as never, names), meta);
}

export const columnNames = (table: ColumnTable): string[] => table.columnNames();

/** @throws EngineError `missing-column` */
export function columnOf(table: ColumnTable, name: string): Column {
  // Not `columnNames`, which lists them all; nor what every object has, such as `constructor`.
  if (!Object.hasOwn(table.data(), name)) throw new EngineError('missing-column', { column: name });
  return table.column(name) as unknown as Column;
}

/** The column as the class of that kind. @throws EngineError `missing-column`, `wrong-kind` */
export function columnAs<K extends Kind>(
  table: ColumnTable,
  name: string,
  kind: K,
): Extract<Column, { kind: K }> {
  const column = columnOf(table, name);
  if (column.kind !== kind)
    throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: kind });
  return column as Extract<Column, { kind: K }>;
}

/** The raw numbers of a number or date column, NaN where missing; not a copy, not to be written to. */
export function numbers(table: ColumnTable, name: string): Float64Array {
  const column = columnOf(table, name);
  if (column.kind === 'number' || column.kind === 'date') return column.values;
  throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: 'number' });
}

/** The table with columns added at the end, or replaced in place where the name exists; the others are shared. */
export function withColumns(
  table: ColumnTable,
  added: readonly (readonly [name: string, column: Column | Float64Array])[],
): ColumnTable {
  const columns = new Map<string, Column>(table.columnNames().map((name) => [name, columnOf(table, name)]));
  for (const [name, column] of added) {
    columns.set(name, column instanceof Float64Array ? new NumberColumn(column) : column);
  }
  return makeTable([...columns], metaOf(table));
}

/** The given rows, in that order, as a table of its own. */
export function take(table: ColumnTable, rows: Uint32Array): ColumnTable {
  const columns = table.columnNames().map((name): NamedColumn => [name, columnOf(table, name).take(rows)]);
  const meta = metaOf(table);
  const before = meta.sourceRows;
  return makeTable(columns, { ...meta, sourceRows: before ? rowsOf(before, rows) : rows });
}

/** The rows whose mark is not 0; the table itself where all are kept. */
export function keep(table: ColumnTable, marks: Uint8Array): ColumnTable {
  let kept = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row]) kept++;
  if (kept === marks.length) return table;
  const rows = new Uint32Array(kept);
  let at = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row]) rows[at++] = row;
  return take(table, rows);
}

/** Learns something of each column, in the order given. */
export function eachOf<F>(columns: readonly string[], learn: (column: string) => F): F[] {
  return columns.map(learn);
}
