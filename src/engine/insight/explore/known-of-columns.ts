import type { ColumnTable } from 'arquero';
import { metaOf } from '../../table/meta';
import { columnNames } from '../../table/table';
import type { Understanding } from '../understanding';
import type { KnownOfColumns } from './overview-of';

/** What is known of a table's columns: by the table itself where it knows, else by what was understood of the file. */
export function knownOfColumns(
  table: ColumnTable,
  { columns }: Pick<Understanding, 'columns'>,
): KnownOfColumns {
  const there = new Set(columnNames(table));
  const here = columns.filter(({ name }) => there.has(name));
  const own = metaOf(table).roles;
  const roles =
    own.size > 0 ? own : new Map(here.flatMap(({ name, role }) => (role ? [[name, role] as const] : [])));
  return { roles, identifiers: new Set(here.flatMap(({ name, identifier }) => (identifier ? [name] : []))) };
}
