import type { ColumnTable } from 'arquero';
import { metaOf, type TableMeta } from './meta';
import { columnOf, makeTable, type NamedColumn } from './table';

/**
 * The table with only those columns for which `called` gives a name, under it; what is known of a column goes with it.
 * The cells are shared.
 */
export function columnsCalled(table: ColumnTable, called: (name: string) => string | null): ColumnTable {
  const columns = table.columnNames().flatMap((name): NamedColumn[] => {
    const as = called(name);
    return as === null ? [] : [[as, columnOf(table, name)]];
  });
  return makeTable(columns, metaCalled(metaOf(table), called));
}

function metaCalled(meta: TableMeta, called: (name: string) => string | null): TableMeta {
  const { key, roles, units, origins, labels } = meta;
  const named = <T>(of: ReadonlyMap<string, T>): Map<string, T> =>
    new Map(
      [...of].flatMap(([name, what]) => {
        const as = called(name);
        return as === null ? [] : [[as, what] as const];
      }),
    );
  const probability = labels?.probability === undefined ? null : called(labels.probability);
  const [id, name] = [labels && called(labels.id), labels && called(labels.name)];
  return {
    ...meta,
    key: key === null ? null : called(key),
    roles: named(roles),
    units: named(units),
    origins: new Map([...named(origins)].map(([column, of]) => [column, called(of) ?? of])),
    labels:
      labels && id && name
        ? {
            id,
            name,
            ...(labels.known && { known: labels.known }),
            ...(probability !== null && { probability }),
          }
        : null,
  };
}
