import {
  openTable,
  renamedRead,
  tableSource,
  tryColumn,
  type ColumnChoice,
  type ColumnTrial,
  type ReadReport,
  type ReadResult,
  type Work,
} from '../engine/index';
import type { RoleChoice } from './api';
import { blobSource } from './blob-source';
import { withReaders } from './reader-pool';

/** What a person said about columns, by name. */
export type SaidOfColumns = NonNullable<RoleChoice['columns']>;

/** Whether the file was read with just that said about its columns. */
export function isSaid({ columns }: ReadReport, said: SaidOfColumns): boolean {
  const now = columns.flatMap(({ name, choice }) => (choice ? [[name, choice] as const] : []));
  return JSON.stringify(byName(now)) === JSON.stringify(byName(said));
}

const byName = (said: SaidOfColumns) => [...said].sort(([one], [other]) => (one < other ? -1 : 1));

/** Spellings of missing cells are found anew, for a column may hold others once it is understood otherwise. */
function optionsOf({ options }: ReadReport) {
  const { missing: _found, ...others } = options;
  return others;
}

/** Reads the file in the same way but for what is said about its columns. */
export async function readAgain(
  file: File,
  report: ReadReport,
  said: SaidOfColumns,
  work: Work,
): Promise<ReadResult> {
  const named = report.named ?? [];
  const own = new Map(named.map(([found, name]) => [name, found]));
  const columns = new Map(said.map(([name, choice]) => [own.get(name) ?? name, choice]));
  const choice = { options: optionsOf(report), columns };
  const { read } = await withReaders(file, (hands) =>
    openTable(blobSource(file, report.name), choice, work, { hands }),
  );
  return renamedRead(read, new Map(named));
}

/** Tries what might be said about one column; see `tryColumn`. */
export async function tryInFile(
  file: File,
  { options, columns }: ReadReport,
  column: string,
  choice: ColumnChoice,
  whole: boolean,
  work: Work,
): Promise<ColumnTrial> {
  const { source } = await tableSource(blobSource(file, file.name), options, work);
  const position = columns.findIndex(({ name }) => name === column);
  return tryColumn(source, options, { name: column, position }, choice, whole, work);
}
