import { metaOf } from '../table/meta';
import { columnNames, columnOf, makeTable } from '../table/table';
import type { ReadResult } from './read-report';

/** The same file with some columns under another name; a name that is taken already is left as it is. */
export function renamedRead({ table, report }: ReadResult, names: ReadonlyMap<string, string>): ReadResult {
  const there = new Set(columnNames(table));
  const nameOf = (name: string): string => {
    const wanted = names.get(name);
    return wanted !== undefined && !there.has(wanted) ? wanted : name;
  };
  if (![...names.keys()].some((name) => there.has(name) && nameOf(name) !== name)) return { table, report };
  return {
    table: makeTable(
      columnNames(table).map((name) => [nameOf(name), columnOf(table, name)] as const),
      metaOf(table),
    ),
    report: { ...report, columns: report.columns.map((one) => ({ ...one, name: nameOf(one.name) })) },
  };
}
