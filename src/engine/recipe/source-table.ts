import type { ColumnTable } from 'arquero';
import { numberFormatOf } from '../table/build/number-format';
import { isBlank } from '../table/columns';
import { withMeta, type Role } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { RecipeSource } from './schema';
import type { KnownColumn } from './step';

/**
 * The table as read, knowing grain, roles, units and key as the recipe's source says. The columns are shared.
 * Columns of the source that the table lacks are passed over here: those a step reads are `missing-column` in `validate`.
 */
export function sourceTable(table: ColumnTable, source: RecipeSource): ColumnTable {
  const there = new Set(columnNames(table));
  const roles = new Map<string, Role>();
  const units = new Map<string, string>();
  for (const column of source.columns) {
    if (!there.has(column.name)) continue;
    if (column.role) roles.set(column.name, column.role);
    const unit = unitOf(column);
    if (unit !== null) units.set(column.name, unit);
  }
  const key = [...roles].find(([, role]) => role === 'customer')?.[0] ?? null;
  return withMeta(table, { grain: source.grain, key, roles, units, origins: new Map() });
}

/** What a column of a source is counted in: what is said of it, else what its format shows; null for plain numbers. */
export function unitOf({ kind, format, unit }: RecipeSource['columns'][number]): string | null {
  if (unit !== undefined) return unit;
  return kind === 'number' && format !== undefined ? (numberFormatOf(format)?.unit ?? null) : null;
}

/** Names and kinds of a table's columns, as `validate` takes them. */
export const kindsOf = (table: ColumnTable): KnownColumn[] =>
  columnNames(table).map((name) => {
    const column = columnOf(table, name);
    return { name, kind: column.kind, ...(isBlank(column) && { blank: true }) };
  });
