import type { ColumnTable } from 'arquero';
import { isBlank } from '../table/columns';
import { withMeta, type Role } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { RecipeSource } from './schema';
import type { KnownColumn } from './step';

/**
 * The table as read, knowing grain, roles and key as the recipe's source says. The columns are shared.
 * Columns of the source that the table lacks are passed over here: those a step reads are `missing-column` in `validate`.
 */
export function sourceTable(table: ColumnTable, source: RecipeSource): ColumnTable {
  const there = new Set(columnNames(table));
  const roles = new Map<string, Role>();
  for (const { name, role } of source.columns) if (role && there.has(name)) roles.set(name, role);
  const key = [...roles].find(([, role]) => role === 'customer')?.[0] ?? null;
  return withMeta(table, { grain: source.grain, key, roles, origins: new Map() });
}

/** Names and kinds of a table's columns, as `validate` takes them. */
export const kindsOf = (table: ColumnTable): KnownColumn[] =>
  columnNames(table).map((name) => {
    const column = columnOf(table, name);
    return { name, kind: column.kind, ...(isBlank(column) && { blank: true }) };
  });
