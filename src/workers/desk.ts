import {
  columnOf,
  columnProfile,
  customerColumns,
  customerPairs,
  EngineError,
  newNotes,
  pageOf,
  spellingsOf,
  StepCache,
  suggestionsOf,
  understand,
  type Code,
  type ColumnProfile,
  type CustomerPairs,
  type Model,
  type Recipe,
  type Segmentation,
  type Spellings,
  type Suggestion,
  type Table,
  type Work,
} from '../engine/index';
import type {
  EngineApi,
  Outcome,
  Restored,
  RowsPage,
  RowsQuery,
  RunView,
  SessionInfo,
  SessionState,
  TableAt,
  TableHead,
  Watch,
} from './api';
import type { Compared, RecipeApplied, RecipeTrial, SavedFile } from './recipe-api';
import type { ListColumns, WantedFile, WrittenFile } from './exports-api';
import type { Finished } from './exports/finished';
import { codeFor, type WrittenCode } from './exports/code';
import { asBlob, intoFile } from './exports/hand-over';
import { columnsOf } from './exports/list';
import { writerOf } from './exports/writers';
import { heldOf, type HeldFile } from './held-files';
import { HostWork } from './host-work';
import type { Run } from './on-the-desk';
import { nothingOpen, OpenFiles } from './open-files';
import { dismissReaders } from './reader-pool';
import { RowOrder } from './row-order';
import { RecipesOnFiles, type ColumnNames } from './recipe-on-file';
import { modelOf, runOn } from './run-on-files';
import * as sessions from './sessions';
import type { Stored } from './sessions';
import { asSavedFile, readSavedSession, saveSessionFile } from './session-files';
import type { SessionFileOpened, WantedSession } from './session-files-api';
import { loadReused, type Reused } from './stored-labels';
import { TableHeads } from './table-heads';
import { outcome } from './wire';

/** More pairs, or groups of spellings, than a person looks through. */
const MOST_PAIRS = 5000;
const MOST_SPELLINGS = 5000;

/** The worker's side of the boundary: keeps the tables after each step, and answers questions about them. */
export class Desk extends OpenFiles implements EngineApi {
  #run: Run | null = null;
  readonly #recipes = new RecipesOnFiles();
  readonly #heads = new TableHeads();
  readonly #order = new RowOrder();
  /** One at a time, in the order it was asked for. */
  #storing: Promise<Outcome<SessionInfo>> = Promise.resolve({ ok: false, stopped: true });
  /** Its cells could not be stored: a history that goes on from them cannot be either. */
  #notStored: { id: string; why: unknown } | null = null;

  protected get segmented() {
    return { ...this.#segmented(), source: this.opened(), cache: this.cache };
  }

  protected present(): Run | null {
    return this.#run;
  }

  protected forgetRun(): void {
    this.since.forget();
    this.#run = null;
    this.#recipes.forget();
    this.cache = new StepCache();
    this.#order.forget();
  }

  protected forgetOutcome(): void {
    this.#run = null;
    this.#order.forget();
  }

  run(call: number, recipe: Recipe, mode: 'learn' | 'reuse', watch: Watch): Promise<Outcome<RunView>> {
    const still = mode === 'learn' ? this.since.fitsFor(recipe, this.#run) : null;
    const fits = still ?? (mode === 'reuse' ? this.#run?.outcome.fits : undefined);
    return this.watched(call, watch, (work) => this.#runWith(recipe, still ? 'reuse' : mode, fits, work));
  }

  async #runWith(
    recipe: Recipe,
    mode: 'learn' | 'reuse',
    fits: Readonly<Record<string, unknown>> | undefined,
    work: Work,
  ): Promise<RunView> {
    this.#run = await runOn(
      this.opened(),
      recipe,
      { mode, cache: this.cache, learnNew: this.since.state !== null, ...(fits && { fits }) },
      work,
    );
    this.#order.forget();
    return { recipe, steps: this.#run.outcome.steps, segmentation: this.#run.segmentation };
  }

  compareRecipe(
    call: number,
    saved: SavedFile,
    names: ColumnNames,
    watch: Watch,
  ): Promise<Outcome<Compared>> {
    return this.watched(call, watch, (work) => this.#recipes.compare(this.opened(), saved, names, work));
  }

  tryRecipe(
    call: number,
    saved: SavedFile,
    names: ColumnNames,
    mode: 'learn' | 'reuse',
    watch: Watch,
  ): Promise<Outcome<RecipeTrial>> {
    return this.watched(call, watch, (work) => this.#recipes.try(this.opened(), saved, names, mode, work));
  }

  applyRecipe(
    call: number,
    saved: SavedFile,
    names: ColumnNames,
    mode: 'learn' | 'reuse',
    upTo: string | null,
    watch: Watch,
  ): Promise<Outcome<RecipeApplied>> {
    return this.watched(call, watch, async (work) => {
      const { recipe, fits, choice, madeFrom, cache, ...source } = await this.#recipes.apply(
        this.opened(),
        saved,
        names,
        upTo,
        work,
      );
      return this.#unlessItFails(async () => {
        this.source = source;
        this.held = [source, ...source.others].map(({ file, read }) => ({ file, read }));
        this.forgetRun();
        this.cache = cache;
        const run = await this.#runWith(recipe, mode, fits ?? undefined, work);
        if (mode === 'reuse') this.since.begin(madeFrom, recipe, fits ?? {}, saved.kept === true);
        return { understanding: source.understanding, choice, run };
      });
    });
  }

  /** What was open stays open where this fails. */
  async #unlessItFails<T>(make: () => Promise<T>): Promise<T> {
    const before = [this.source, this.held, this.#run, this.cache, this.since.state] as const;
    try {
      return await make();
    } catch (error) {
      [this.source, this.held, this.#run, this.cache, this.since.state] = before;
      this.#order.forget();
      throw error;
    }
  }

  close(): Promise<Outcome<null>> {
    dismissReaders();
    this.source = null;
    this.forgetRun();
    return Promise.resolve({ ok: true, value: null });
  }

  head(at: TableAt): Promise<Outcome<TableHead>> {
    return outcome(() => this.#heads.of(this.table(at)));
  }

  customerColumns(call: number, at: TableAt, customer: string, watch: Watch): Promise<Outcome<string[]>> {
    return this.watched(call, watch, (work) => customerColumns(this.table(at), customer, work));
  }

  customerPairs(call: number, at: TableAt, params: unknown, watch: Watch): Promise<Outcome<CustomerPairs>> {
    return this.watched(call, watch, (work) => customerPairs(this.table(at), params, MOST_PAIRS, work));
  }

  spellings(
    call: number,
    at: TableAt,
    column: string,
    asked: readonly string[],
    watch: Watch,
  ): Promise<Outcome<Spellings>> {
    return this.watched(call, watch, (work) =>
      spellingsOf(this.table(at), column, asked, MOST_SPELLINGS, work),
    );
  }

  profile(at: TableAt, column: string): Promise<Outcome<ColumnProfile>> {
    return outcome(() => columnProfile(columnOf(this.table(at), column), new HostWork(0, null, null)));
  }

  suggestions(call: number, table: TableAt, watch: Watch): Promise<Outcome<readonly Suggestion[]>> {
    const own = table === 'source' ? 0 : table.afterStep + 1;
    return this.watched(call, watch, (work) =>
      suggestionsOf(this.table(table), this.opened().understanding, own, Date.now(), work),
    );
  }

  rows(query: RowsQuery): Promise<Outcome<RowsPage>> {
    return outcome(() => {
      const table = this.table(query.table);
      return pageOf(table, this.#order.of(table, query), query);
    });
  }

  exportFile(
    call: number,
    wanted: WantedFile,
    into: FileSystemFileHandle | null,
    watch: Watch,
  ): Promise<Outcome<WrittenFile>> {
    return this.watched(call, watch, async (work) => {
      const { type, write } = writerOf(wanted);
      const notes = newNotes();
      const parts = write(wanted, this.#finished(), work, notes);
      if (!into) return { blob: await asBlob(parts, typeof type === 'string' ? type : type(wanted)), notes };
      await intoFile(parts, into);
      return { blob: null, notes };
    });
  }

  listColumns(): Promise<Outcome<ListColumns>> {
    return outcome(() => columnsOf(this.#finished()));
  }

  code(wanted: WrittenCode): Promise<Outcome<Code>> {
    return outcome(() => codeFor(wanted, this.#segmented()));
  }

  #finished(): Finished {
    return { ...this.#segmented(), opened: this.opened() };
  }

  model(): Promise<Outcome<Model>> {
    return outcome(() => modelOf(this.#run));
  }

  saveSession(state: SessionState, whole: boolean, holder: string): Promise<Outcome<SessionInfo>> {
    // As it is now: by the time it is stored the next step may have run.
    const [source, held, run, reused] = [this.source, this.held, this.#run, this.since.state];
    const { id } = state.info;
    const store = async (): Promise<SessionInfo> => {
      if (!source) throw nothingOpen();
      if (!whole && this.#notStored?.id === id) throw this.#notStored.why;
      const { understanding } = source;
      const fits = run?.outcome.fits ?? null;
      const beside = this.since.toStore(id, run, reused);
      const save = { state, understanding, fits, beside, holder };
      await (whole ? this.#storeWhole(save, held) : sessions.saveState(save));
      this.since.isStored(id, run, reused);
      return state.info;
    };
    return (this.#storing = this.#storing.then(() => outcome(store)));
  }

  async #storeWhole(save: sessions.StateToSave, held: readonly HeldFile[]): Promise<void> {
    this.#notStored = null;
    try {
      await sessions.saveWhole(save, held);
    } catch (why) {
      this.#notStored = { id: save.state.info.id, why };
      throw why;
    }
  }

  openSession(call: number, id: string, holder: string | null, watch: Watch): Promise<Outcome<Restored>> {
    return this.watched(call, watch, async (work) => {
      if (holder !== null) await sessions.takeSession(id, holder);
      const stored = await sessions.loadSession(id, (progress) => work.breathe(progress));
      if (!stored) throw new EngineError('unreadable-file', { file: '', reason: 'session-gone' });
      const reused = await loadReused(id);
      return this.#unlessItFails(() => this.#bringBack(stored, reused, work));
    });
  }

  saveSessionFile(
    call: number,
    wanted: WantedSession,
    into: FileSystemFileHandle | null,
    watch: Watch,
  ): Promise<Outcome<Blob | null>> {
    const desk = () => ({
      held: this.held,
      source: this.opened(),
      run: this.#run,
      reused: this.since.state,
    });
    return this.watched(call, watch, (work) => saveSessionFile(wanted, desk, into, work));
  }

  openSessionFile(
    call: number,
    file: File,
    passphrase: string | null,
    watch: Watch,
  ): Promise<Outcome<SessionFileOpened>> {
    return this.watched(call, watch, async (work): Promise<SessionFileOpened> => {
      const saved = await readSavedSession(file, passphrase, work);
      if (saved.kind === 'model')
        return { kind: 'model', saved: asSavedFile(file.name, saved.recipe, saved.fits) };
      const { session, reused } = saved;
      return {
        kind: 'session',
        restored: await this.#unlessItFails(() => this.#bringBack(session, reused, work)),
      };
    });
  }

  async #bringBack(
    { state, files, fits, ...stored }: Stored,
    reused: Reused | null,
    work: Work,
  ): Promise<Restored> {
    this.held = files.map(({ read, file }) => ({
      read,
      file: file && new File([file], read.report.name),
    }));
    const { recipe, choice } = state.history[state.cursor] ?? {};
    const [first, ...others] = heldOf(this.held, choice?.files);
    const { read, file } = first!;
    // What an older version understood lacks what this one says of columns.
    const whole = 'source' in stored.understanding;
    const understanding = whole ? stored.understanding : await understand(read, {}, work);
    this.source = { file, read, others, understanding };
    this.forgetRun();
    this.since.state = reused;
    const again = recipe && recipe.steps.length > 0 && fits;
    const view = again ? await this.#runWith(recipe, 'reuse', fits, work) : null;
    return { state, understanding, run: view, hasFile: file !== null };
  }

  #segmented(): Run & { segmentation: Segmentation } {
    const { segmentation } = this.#run ?? {};
    if (!this.#run || !segmentation) throw new EngineError('missing-column', { column: 'segment_id' });
    return { ...this.#run, segmentation };
  }

  protected table(at: TableAt): Table {
    if (at === 'source') return this.#run?.source ?? this.opened().read.table;
    const table = this.#run?.outcome.tables[at.afterStep];
    if (!table) throw new EngineError('unreadable-file', { file: '', reason: 'no-such-step' });
    return table;
  }
}
