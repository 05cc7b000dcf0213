import {
  columnNames,
  EngineError,
  joinBy,
  openTable,
  knownSources,
  planFiles,
  plannedFiles,
  plannedSteps,
  prepare,
  settleDates,
  settledChoices,
  settledRead,
  understand,
  type Choices,
  type FilesPlan,
  type JoinPlan,
  type ReadChoice,
  type ReadOptions,
  type ReadReport,
  type ReadResult,
  type SettledDates,
  type Work,
} from '../engine/index';
import type { RoleChoice } from './api';
import type { FileToRead, Gathered, PutTogether } from './files-api';
import { blobSource } from './blob-source';
import { withReaders } from './reader-pool';
import { alikeOptions, fileAtHand } from './said-of-columns';

/** A file as it was read. The file itself is null after a reload if the browser had no room for it. */
export interface HeldFile {
  file: File | null;
  read: ReadResult;
}

/** Reads a file under a name that none of the others has. */
export async function readHeld(
  { file, options }: FileToRead,
  others: readonly HeldFile[],
  work: Work,
): Promise<HeldFile> {
  const read = await readWith(file, { options }, work);
  const taken = others.map((one) => one.read.report.name);
  const dot = file.name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
  let name = file.name;
  for (let copy = 2; taken.includes(name); copy++) name = `${stem} (${copy})${end}`;
  return { file, read: { ...read, report: { ...read.report, name } } };
}

const readWith = (file: File, choice: ReadChoice, work: Work): Promise<ReadResult> =>
  withReaders(file, async (hands) => {
    return (await openTable(blobSource(file, file.name), choice, work, { hands })).read;
  });

/** The same file under the same name, read in another way. @throws EngineError; Stopped */
async function readOtherwise(one: HeldFile, choice: ReadChoice, work: Work): Promise<HeldFile> {
  const { table, report } = await readWith(fileAtHand(one), choice, work);
  return { file: one.file, read: { table, report: { ...report, name: one.read.report.name } } };
}

/** The files beside the first, those read anew that were read like it and for which the same is said now. */
export async function rereadAlike(
  others: readonly HeldFile[],
  first: ReadReport,
  chosen: Partial<ReadOptions>,
  work: Work,
): Promise<HeldFile[]> {
  const read: HeldFile[] = [];
  for (const one of others) {
    const options = alikeOptions(one.read.report, first, chosen);
    read.push(options && one.file ? await readOtherwise(one, { options }, work) : one);
  }
  return read;
}

/** Several files that are read and not yet put together. */
export class Gathering {
  #files: readonly HeldFile[];

  constructor(files: readonly HeldFile[]) {
    this.#files = files;
  }

  get files(): readonly HeldFile[] {
    return this.#files;
  }

  /** How they go together; dates of one that others settle are read as these have them. */
  async plan(work: Work): Promise<Gathered> {
    const readings = () => this.files.map(({ read }) => read);
    let plan = await planFiles(readings(), work);
    const settled = settleDates(readings(), plan.first);
    const again = [...settled.keys()].some((at) => this.files[at]!.file !== null);
    if (again) {
      const files: HeldFile[] = [];
      for (const [at, one] of this.files.entries()) files.push(await settledFile(one, settled.get(at), work));
      this.#files = files;
      plan = await planFiles(readings(), work);
    }
    return {
      files: readings().map(({ report, table }) => ({
        name: report.name,
        rows: report.rows,
        columns: columnNames(table),
        settled: report.settled ?? [],
      })),
      plan,
    };
  }

  /** What a join by other columns would find. The first files are put together for it. */
  async joinBy(
    plan: FilesPlan,
    file: number,
    key: { left: string; right: string },
    work: Work,
  ): Promise<JoinPlan> {
    const first: FilesPlan = { ...plan, joins: [], unrelated: [] };
    const reads = plannedFiles(first).map((at) => this.files[at]!.read);
    const prepared = await prepare(reads, plannedSteps(first), [], undefined, work);
    const table = prepared?.table ?? reads[0]!.table;
    const others = plan.joins.filter((join) => join.file !== file);
    const taken = [...columnNames(table), ...others.flatMap(({ columns }) => columns.map(({ as }) => as))];
    return joinBy(table, this.files[file]!.read.table, file, key, taken, work);
  }

  /** Puts the files together as planned and understands what comes of it. What was chosen before stays chosen. */
  async putTogether(
    plan: FilesPlan,
    before: RoleChoice,
    chosen: Choices,
    work: Work,
  ): Promise<TogetherFiles> {
    const started = work.now();
    const [first, ...others] = plannedFiles(plan).map((at) => this.files[at]!);
    const reads = [first!, ...others].map(({ read }) => read);
    const own = (before.before ?? []).filter(({ op }) => op !== 'append' && op !== 'join');
    const files = reads.map(({ report }) => report.name);
    const choice = { ...before, files, before: [...plannedSteps(plan), ...own] };
    const prepared = await prepare(
      reads,
      choice.before,
      await knownSources(reads, choice.before, work),
      undefined,
      work,
    );
    const understanding = await understand(first!.read, chosen, work, prepared);
    return {
      first: first!,
      others,
      understanding,
      choice,
      ms: { read: 0, understand: work.now() - started },
    };
  }
}

async function settledFile(
  one: HeldFile,
  dates: readonly SettledDates[] | undefined,
  work: Work,
): Promise<HeldFile> {
  if (!dates || !one.file) return one;
  const { options } = one.read.report;
  const { file, read } = await readOtherwise(one, { options, columns: settledChoices(dates) }, work);
  return { file, read: settledRead(read, dates) };
}

/** What was put together, and of which files. */
export interface TogetherFiles extends PutTogether {
  first: HeldFile;
  others: HeldFile[];
}

/** The files of these names, in that order; the first one held, where none are named. @throws EngineError */
export function heldOf(held: readonly HeldFile[], names: readonly string[] | undefined): HeldFile[] {
  if (!names) return held.slice(0, 1);
  return names.map((name) => {
    const found = held.find(({ read }) => read.report.name === name);
    if (!found) throw new EngineError('unreadable-file', { file: name, reason: 'not-at-hand' });
    return found;
  });
}

/** What was read of the files, the first one first. */
export const readsOf = (first: HeldFile, others: readonly HeldFile[]): ReadResult[] =>
  [first, ...others].map(({ read }) => read);
