import {
  EngineError,
  openTable,
  plainName,
  renamedRead,
  settledChoices,
  settledRead,
  tableSource,
  tryColumn,
  type ColumnChoice,
  type ColumnTrial,
  type ReadOptions,
  type ReadReport,
  type ReadResult,
  type Work,
} from '../engine/index';
import type { RoleChoice } from './api';
import type { HeldFile } from './held-files';
import { blobSource } from './blob-source';
import { withReaders } from './reader-pool';

/** What a person said about columns, by name. */
export type SaidOfColumns = NonNullable<RoleChoice['columns']>;

/** Whether the file was read with just that said about its columns. */
function isSaid({ columns }: ReadReport, said: SaidOfColumns): boolean {
  const now = columns.flatMap(({ name, choice }) => (choice ? [[name, choice] as const] : []));
  return JSON.stringify(byName(now)) === JSON.stringify(byName(said));
}

const byName = (said: SaidOfColumns) => [...said].sort(([one], [other]) => (one < other ? -1 : 1));

/** Spellings of missing cells are found anew, for a column may hold others once it is understood otherwise. */
function optionsOf({ options }: ReadReport) {
  const { missing: _found, ...others } = options;
  return others;
}

/**
 * The files that are open, each read anew that has columns about which something else is said now. Names that files of
 * one shape write differently are the same.
 * @throws EngineError `unreadable-file` for one that is not at hand
 */
export async function readAllAs(
  files: readonly HeldFile[],
  said: SaidOfColumns,
  work: Work,
): Promise<readonly HeldFile[]> {
  const read: HeldFile[] = [];
  for (const one of files) {
    const here = saidOf(one, said);
    const { report } = one.read;
    if (isSaid(report, here)) read.push(one);
    else read.push({ file: one.file, read: await readAgain(fileAtHand(one), report, here, work) });
  }
  return read;
}

/** What is said of the columns that this file has, by its own names. */
const saidOf = ({ read }: HeldFile, said: SaidOfColumns): SaidOfColumns =>
  said.flatMap(([name, choice]) => {
    const own = columnIn(read.report, name);
    return own === undefined ? [] : [[own, choice] as const];
  });

const columnIn = ({ columns }: ReadReport, name: string): string | undefined =>
  (columns.find((one) => one.name === name) ?? columns.find((one) => plainName(one.name) === plainName(name)))
    ?.name;

/** @throws EngineError */
export function fileAtHand({ file, read }: HeldFile): File {
  if (!file) throw new EngineError('unreadable-file', { file: read.report.name, reason: 'not-at-hand' });
  return file;
}

/**
 * How the other files are read once something else is said of the first: a file that was read like the first goes on
 * being read like it.
 */
export function alikeOptions(
  { options: other }: ReadReport,
  { options: first }: ReadReport,
  chosen: Partial<ReadOptions>,
): Partial<ReadOptions> | null {
  const same = Object.entries(chosen).filter(([name, value]) => {
    const [was, here] = [first[name as keyof ReadOptions], other[name as keyof ReadOptions]].map((one) =>
      JSON.stringify(one),
    );
    return was === here && here !== JSON.stringify(value);
  });
  return same.length > 0 ? (Object.fromEntries(same) as Partial<ReadOptions>) : null;
}

/** Reads the file in the same way but for what is said about its columns. */
async function readAgain(
  file: File,
  report: ReadReport,
  said: SaidOfColumns,
  work: Work,
): Promise<ReadResult> {
  const named = report.named ?? [];
  const own = new Map(named.map(([found, name]) => [name, found]));
  const settled = report.settled ?? [];
  const columns = new Map([
    ...settledChoices(settled),
    ...said.map(([name, choice]) => [own.get(name) ?? name, choice] as const),
  ]);
  const choice = { options: optionsOf(report), columns };
  const { read } = await withReaders(file, (hands) =>
    openTable(blobSource(file, report.name), choice, work, { hands }),
  );
  const free = settled.filter(({ column }) => !said.some(([name]) => (own.get(name) ?? name) === column));
  return renamedRead(settled.length > 0 ? settledRead(read, free) : read, new Map(named));
}

/** Tries what might be said about one column, in the first of the files that has it; see `tryColumn`. */
export async function tryInFiles(
  files: readonly HeldFile[],
  column: string,
  choice: ColumnChoice,
  whole: boolean,
  work: Work,
): Promise<ColumnTrial> {
  const held = files.find(({ read }) => read.report.columns.some(({ name }) => name === column)) ?? files[0]!;
  const { options, columns } = held.read.report;
  const file = fileAtHand(held);
  const { source } = await tableSource(blobSource(file, file.name), options, work);
  const position = columns.findIndex(({ name }) => name === column);
  return tryColumn(source, options, { name: column, position }, choice, whole, work);
}
