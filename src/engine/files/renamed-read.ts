import { metaOf } from '../table/meta';
import { columnNames, columnOf, makeTable } from '../table/table';
import type { ReadResult } from './read-report';

/**
 * The same file with some columns under another name, which its report remembers; a name that is taken already is left
 * as it is.
 */
export function renamedRead({ table, report }: ReadResult, names: ReadonlyMap<string, string>): ReadResult {
  const there = new Set(columnNames(table));
  const changed = [...names].filter(([from, to]) => there.has(from) && !there.has(to));
  if (changed.length === 0) return { table, report };
  const now = new Map(changed);
  const nameOf = (name: string): string => now.get(name) ?? name;
  const before = report.named ?? [];
  const known = new Set(before.map(([, name]) => name));
  return {
    table: makeTable(
      columnNames(table).map((name) => [nameOf(name), columnOf(table, name)] as const),
      metaOf(table),
    ),
    report: {
      ...report,
      columns: report.columns.map((one) => ({ ...one, name: nameOf(one.name) })),
      named: [
        ...before.map(([found, name]) => [found, nameOf(name)] as const),
        ...changed.filter(([from]) => !known.has(from)),
      ],
    },
  };
}
