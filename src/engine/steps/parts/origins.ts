import type { ColumnTable } from 'arquero';
import type { Column } from '../../table/columns';
import { metaOf, withMeta } from '../../table/meta';
import { withColumns } from '../../table/table';

/** A column made by a step from another one. */
export interface Derived {
  name: string;
  from: string;
  values: Float64Array | Column;
}

/** The table with the columns added, knowing what each was made from. */
export function withDerived(table: ColumnTable, derived: readonly Derived[]): ColumnTable {
  const added = withColumns(
    table,
    derived.map(({ name, values }) => [name, values] as const),
  );
  const origins = new Map(metaOf(table).origins);
  for (const { name, from } of derived) origins.set(name, from);
  return withMeta(added, { origins });
}
