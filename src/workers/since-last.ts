import {
  columnNames,
  customersInList,
  driftOfRun,
  EngineError,
  fitsStillTrue,
  labelledCustomers,
  matchCustomers,
  movedList,
  movesOf,
  openTable,
  unfitList,
  writeCsv,
  type LabelledCustomers,
  type MatchedCustomers,
  type Recipe,
  type Work,
} from '../engine/index';
import type { ChangedChoice, ExportOptions, SinceLastTime } from './api';
import { blobSource } from './blob-source';
import { asBlob, CSV_TYPE } from './exports/hand-over';
import { harmless } from './exports/harmless';
import type { Run } from './on-the-desk';
import type { Entries } from './session-store';
import { labelsEntry, loadLabels, reusedEntry, type Reused } from './stored-labels';

/** What has changed since the model in use was made: who moved, how customers differ. */
export class SinceLast {
  /** Customers of the work a model was taken from last, until it is used. */
  #kept: Reused['then'] = null;
  #reused: Reused | null = null;
  #answer: { run: Run; reused: Reused; said: SinceLastTime; matched: MatchedCustomers | null } | null = null;
  #stored: { id: string; run: Run | null; reused: Reused | null } | null = null;

  /** Remembers who is in which segment here, for the file the model is used on next. */
  keep(run: Run | null): void {
    const customers = run && labelsOf(run);
    this.#kept = customers && { name: run.recipe.sources[0]!.name, customers };
  }

  async keepOf(id: string, name: string): Promise<void> {
    const customers = await loadLabels(id);
    this.#kept = customers && { name, customers };
  }

  /** A model was used on other customers. @param known whether it is the one that `keep` was told of */
  begin(from: string, recipe: Recipe, fits: Reused['fits'], known: boolean): void {
    this.#reused = { from, recipe, fits, then: known ? this.#kept : null };
    this.#kept = null;
  }

  forget(): void {
    this.#reused = null;
    this.#answer = null;
    this.#stored = null;
  }

  get state(): Reused | null {
    return this.#reused;
  }
  set state(reused: Reused | null) {
    this.#reused = reused;
  }

  /** The fits a changed recipe still goes by. The same recipe asked for again is to learn again. */
  fitsFor(recipe: Recipe, run: Run | null): Reused['fits'] | null {
    if (!this.#reused) return null;
    if (run && JSON.stringify(run.recipe.steps) === JSON.stringify(recipe.steps)) {
      this.forget();
      return null;
    }
    return fitsStillTrue(this.#reused.recipe, this.#reused.fits, recipe);
  }

  /** Null where nothing was reused, or nothing is known of before. @throws EngineError; Stopped */
  async look(run: Run, work: Work): Promise<SinceLastTime | null> {
    return (await this.#look(run, work))?.said ?? null;
  }

  async #look(run: Run, work: Work) {
    const reused = this.#reused;
    if (!reused || !run.segmentation) return null;
    if (this.#answer?.run === run && this.#answer.reused === reused) return this.#answer;
    const isReused = fitsStillTrue(reused.recipe, reused.fits, run.recipe) !== null;
    const drift = isReused ? await driftOfRun(run.recipe, run.outcome, work) : null;
    const now = labelsOf(run);
    const matched = reused.then && now && (await matchCustomers(reused.then.customers, now, work));
    const said: SinceLastTime = {
      from: reused.from,
      drift,
      list: matched && reused.then!.name,
      moves: matched && movesOf(matched),
      comparable: now !== null,
    };
    return (this.#answer = { run, reused, said, matched });
  }

  /** A labelled list of last time says who was in which segment. @throws EngineError naming the file; Stopped */
  async takeList(file: File, run: Run, work: Work): Promise<SinceLastTime | null> {
    const now = labelsOf(run);
    if (!this.#reused || !now) return null;
    const customers = await customersOf(file, now, run, work);
    this.#reused = { ...this.#reused, then: { name: file.name, customers } };
    return this.look(run, work);
  }

  /** Those customers as a delimited file. @throws EngineError; Stopped */
  async list(run: Run, choice: ChangedChoice, options: ExportOptions, work: Work): Promise<Blob> {
    if (choice === 'unfit') {
      const list = unfitList(run.recipe, run.outcome, run.segmentation!, columnNames(run.source));
      return asBlob(writeCsv(list.table, list.columns, harmless(options), work), CSV_TYPE);
    }
    const matched = (await this.#look(run, work))?.matched;
    if (!matched) throw new EngineError('missing-column', { column: 'segment' });
    const list = movedList(matched, choice);
    const columns = columnNames(list).map((name) => ({ name }));
    return asBlob(writeCsv(list, columns, harmless(options), work), CSV_TYPE);
  }

  /** What a later session, or this one after a reload, needs to be stored; nothing where it has not changed. */
  toStore(id: string, run: Run | null, reused: Reused | null): Entries {
    const before = this.#stored;
    return [
      ...(before?.id === id && before.run === run ? [] : [labelsEntry(id, run && labelsOf(run))]),
      ...(before?.id === id && before.reused === reused ? [] : [reusedEntry(id, reused)]),
    ];
  }

  /** So it is stored. */
  isStored(id: string, run: Run | null, reused: Reused | null): void {
    this.#stored = { id, run, reused };
  }
}

const labelsOf = ({ outcome, segmentation }: Run): LabelledCustomers | null =>
  segmentation && labelledCustomers(outcome.table, segmentation);

async function customersOf(
  file: File,
  now: LabelledCustomers,
  { segmentation }: Run,
  work: Work,
): Promise<LabelledCustomers> {
  try {
    const { read } = await openTable(blobSource(file, file.name), {}, work);
    return customersInList(read.table, now, segmentation?.money?.columns ?? []);
  } catch (error) {
    if (error instanceof EngineError)
      throw new EngineError(error.code, { ...error.details, file: file.name, list: file.name });
    throw error;
  }
}
