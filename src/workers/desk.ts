import {
  columnOf,
  columnProfile,
  EngineError,
  pageOf,
  prepare,
  StepCache,
  understand,
  type ColumnProfile,
  type ColumnChoice,
  type ColumnTrial,
  type FilesPlan,
  type JoinPlan,
  type Model,
  type Prepared,
  type ReadOptions,
  type Recipe,
  type RecipeStep,
  type Segmentation,
  type Table,
  type Understanding,
  type Work,
} from '../engine/index';
import type {
  Compared,
  EngineApi,
  ExportOptions,
  FileToRead,
  Gathered,
  Opened,
  Outcome,
  PutTogether,
  RecipeApplied,
  Restored,
  RoleChoice,
  RowsPage,
  RowsQuery,
  RunView,
  SavedFile,
  SessionInfo,
  SessionState,
  TableAt,
  TableHead,
  Watch,
} from './api';
import { chosenRoles } from './chosen-roles';
import { Comparing } from './comparing';
import { listCsv } from './export-parts';
import { Gathering, heldOf, readHeld, readsOf, rereadAlike, type HeldFile } from './held-files';
import { HostWork } from './host-work';
import type { Run, Source } from './on-the-desk';
import { readAndUnderstand } from './read-and-understand';
import { dismissReaders } from './reader-pool';
import { RowOrder } from './row-order';
import { RecipesOnFiles, type ColumnNames } from './recipe-on-file';
import { sampleFile } from './sample-file';
import { modelOf, runOn } from './run-on-files';
import * as sessions from './sessions';
import type { Stored } from './sessions';
import { whileStoring } from './storing';
import { fileAtHand, readAllAs, tryInFiles, type SaidOfColumns } from './said-of-columns';
import { TableHeads } from './table-heads';
import { outcome } from './wire';

/** The worker's side of the boundary: keeps the table read, the tables after each step, and answers questions about them. */
export class Desk extends Comparing implements EngineApi {
  #source: Source | null = null;
  /** All files that were read; the history may go back to any of them. */
  #held: readonly HeldFile[] = [];
  #gathering = new Gathering([]);
  #run: Run | null = null;
  #cache = new StepCache();
  readonly #recipes = new RecipesOnFiles();
  readonly #heads = new TableHeads();
  readonly #order = new RowOrder();

  protected get heldFiles(): readonly HeldFile[] {
    return this.#held;
  }
  protected get segmented() {
    return { ...this.#segmented(), source: this.#opened(), cache: this.#cache };
  }

  open(call: number, file: File, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, (work) => this.#read(file, chosen, work));
  }

  openSample(call: number, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, (work) => this.#read(sampleFile(), {}, work));
  }

  reread(call: number, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, async (work) => {
      const { others, read } = this.#opened();
      if (others.length === 0) return this.#read(this.#file(), chosen, work);
      const again = await rereadAlike(others, read.report, chosen, work);
      await this.#read(this.#file(), chosen, work);
      this.#gathering = new Gathering([...this.#held, ...again]);
      return this.#putTogether((await this.#gathering.plan(work)).plan, {}, work);
    });
  }

  async #read(file: File, chosen: Partial<ReadOptions>, work: Work): Promise<Opened> {
    const { read, understanding, ms } = await readAndUnderstand(file, chosen, this.looks, work);
    this.#source = { file, read, others: [], understanding };
    this.#held = [{ file, read }];
    this.#forgetRun();
    return { understanding, ms };
  }

  gather(call: number, files: readonly FileToRead[], add: boolean, watch: Watch): Promise<Outcome<Gathered>> {
    return this.watched(call, watch, async (work) => {
      const read: HeldFile[] = add ? [...this.#held] : [];
      for (const one of files) read.push(await readHeld(one, read, work));
      this.#gathering = new Gathering(read);
      return this.#gathering.plan(work);
    });
  }

  joinBy(
    call: number,
    plan: FilesPlan,
    file: number,
    key: { left: string; right: string },
    watch: Watch,
  ): Promise<Outcome<JoinPlan>> {
    return this.watched(call, watch, (work) => this.#gathering.joinBy(plan, file, key, work));
  }

  putTogether(
    call: number,
    plan: FilesPlan,
    before: RoleChoice,
    watch: Watch,
  ): Promise<Outcome<PutTogether>> {
    return this.watched(call, watch, (work) => this.#putTogether(plan, before, work));
  }

  async #putTogether(plan: FilesPlan, before: RoleChoice, work: Work): Promise<PutTogether> {
    const roles = this.#source ? chosenRoles(before, this.#source.understanding) : { today: Date.now() };
    const { first, others, ...put } = await this.#gathering.putTogether(plan, before, roles, work);
    this.#source = { ...first, others, understanding: put.understanding };
    this.#held = this.#gathering.files;
    this.#forgetRun();
    return put;
  }

  protected present(): Run | null {
    return this.#run;
  }

  #forgetRun(): void {
    this.since.forget();
    this.#run = null;
    this.#recipes.forget();
    this.#cache = new StepCache();
    this.#order.forget();
  }

  understand(call: number, choice: RoleChoice, watch: Watch): Promise<Outcome<Understanding>> {
    return this.watched(call, watch, async (work) => {
      this.#take(choice.files);
      const source = await this.#readAs(choice.columns ?? [], work);
      const prepared = await this.#prepared(choice.before ?? [], work);
      const roles = chosenRoles(choice, source.understanding);
      const understanding = await understand(source.read, roles, work, prepared);
      this.#source = { ...source, understanding };
      this.#run = null;
      this.#order.forget();
      return understanding;
    });
  }

  /** Makes the files of these names the ones that are open. */
  #take(names: readonly string[] | undefined): void {
    const { understanding, ...now } = this.#opened();
    const [first, ...others] = heldOf(this.#held, names);
    const same = [now, ...now.others].map(({ read }) => read.report.name).join('\n');
    if (same === [first!, ...others].map(({ read }) => read.report.name).join('\n')) return;
    this.#source = { ...first!, others, understanding };
    this.#forgetRun();
  }

  /** The files that are open, read anew where something else is said about their columns. */
  async #readAs(said: SaidOfColumns, work: Work): Promise<Source> {
    const source = this.#opened();
    const before = [source, ...source.others];
    const now = await readAllAs(before, said, work);
    if (now.every((one, i) => one.read === before[i]!.read)) return source;
    this.#source = { ...source, read: now[0]!.read, others: now.slice(1) };
    const byName = new Map(now.map((one) => [one.read.report.name, one]));
    this.#held = this.#held.map((one) => byName.get(one.read.report.name) ?? one);
    this.#forgetRun();
    return this.#source;
  }

  tryColumn(
    call: number,
    column: string,
    choice: ColumnChoice,
    whole: boolean,
    watch: Watch,
  ): Promise<Outcome<ColumnTrial>> {
    return this.watched(call, watch, (work) => {
      const source = this.#opened();
      return tryInFiles([source, ...source.others], column, choice, whole, work);
    });
  }

  /** What the files put together and the person's own steps come to; the run that follows finds it done already. */
  #prepared(steps: readonly RecipeStep[], work: Work): Promise<Prepared | null> {
    const source = this.#opened();
    const { source: first, others = [] } = source.understanding;
    const reads = readsOf(source, source.others);
    const known = [first, ...others].filter(({ name }, i) => name === reads[i]?.report.name);
    return prepare(reads, steps, known.length === reads.length ? known : [], this.#cache, work);
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
      this.#opened(),
      recipe,
      { mode, cache: this.#cache, learnNew: this.since.state !== null, ...(fits && { fits }) },
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
    return this.watched(call, watch, (work) => this.#recipes.compare(this.#opened(), saved, names, work));
  }

  applyRecipe(
    call: number,
    saved: SavedFile,
    names: ColumnNames,
    mode: 'learn' | 'reuse',
    watch: Watch,
  ): Promise<Outcome<RecipeApplied>> {
    return this.watched(call, watch, async (work) => {
      const { recipe, fits, choice, madeFrom, ...source } = await this.#recipes.apply(
        this.#opened(),
        saved,
        names,
        work,
      );
      return this.#unlessItFails(async () => {
        this.#source = source;
        this.#held = [source, ...source.others].map(({ file, read }) => ({ file, read }));
        this.#forgetRun();
        const run = await this.#runWith(recipe, mode, fits ?? undefined, work);
        if (mode === 'reuse') this.since.begin(madeFrom, recipe, fits ?? {}, saved.kept === true);
        return { understanding: source.understanding, choice, run };
      });
    });
  }

  /** What was open stays open where this fails. */
  async #unlessItFails<T>(make: () => Promise<T>): Promise<T> {
    const before = [this.#source, this.#held, this.#run, this.#cache, this.since.state] as const;
    try {
      return await make();
    } catch (error) {
      [this.#source, this.#held, this.#run, this.#cache, this.since.state] = before;
      this.#order.forget();
      throw error;
    }
  }

  close(): Promise<Outcome<null>> {
    dismissReaders();
    this.#source = null;
    this.#forgetRun();
    return Promise.resolve({ ok: true, value: null });
  }

  head(at: TableAt): Promise<Outcome<TableHead>> {
    return outcome(() => this.#heads.of(this.#table(at)));
  }

  profile(at: TableAt, column: string): Promise<Outcome<ColumnProfile>> {
    return outcome(() => columnProfile(columnOf(this.#table(at), column), new HostWork(0, null, null)));
  }

  rows(query: RowsQuery): Promise<Outcome<RowsPage>> {
    return outcome(() => {
      const table = this.#table(query.table);
      return pageOf(table, this.#order.of(table, query), query);
    });
  }

  exportCsv(call: number, options: ExportOptions, watch: Watch): Promise<Outcome<Blob>> {
    return this.watched(call, watch, async (work) => {
      const { outcome: ran, segmentation, recipe } = this.#segmented();
      const source = this.#opened();
      return listCsv([source, ...source.others], { recipe, outcome: ran, segmentation }, options, work);
    });
  }

  model(): Promise<Outcome<Model>> {
    return outcome(() => modelOf(this.#run));
  }

  saveSession(state: SessionState, whole: boolean): Promise<Outcome<SessionInfo>> {
    const save = async (): Promise<SessionInfo> => {
      const { understanding } = this.#opened();
      if (whole) await sessions.saveFiles(state.info.id, this.#held);
      await sessions.saveState(state, understanding, this.#run?.outcome.fits ?? null);
      await this.since.save(state.info.id, this.#run);
      return state.info;
    };
    return outcome(() => (whole ? whileStoring(state.info.id, save) : save()));
  }

  openSession(call: number, id: string, watch: Watch): Promise<Outcome<Restored>> {
    return this.watched(call, watch, async (work) => {
      const stored = await sessions.loadSession(id, (progress) => work.breathe(progress));
      if (!stored) throw new EngineError('unreadable-file', { file: '', reason: 'session-gone' });
      return this.#unlessItFails(() => this.#bringBack(stored, work));
    });
  }

  async #bringBack({ state, files, fits, ...stored }: Stored, work: Work): Promise<Restored> {
    this.#held = files.map(({ read, file }) => ({
      read,
      file: file && new File([file], read.report.name),
    }));
    const { recipe, choice } = state.history[state.cursor] ?? {};
    const [first, ...others] = heldOf(this.#held, choice?.files);
    const { read, file } = first!;
    // What an older version understood lacks what this one says of columns.
    const whole = 'source' in stored.understanding;
    const understanding = whole ? stored.understanding : await understand(read, {}, work);
    this.#source = { file, read, others, understanding };
    this.#forgetRun();
    await this.since.resume(state.info.id);
    const again = recipe && recipe.steps.length > 0 && fits;
    const view = again ? await this.#runWith(recipe, 'reuse', fits, work) : null;
    return { state, understanding, run: view, hasFile: file !== null };
  }

  #opened(): Source {
    if (!this.#source) throw new EngineError('unreadable-file', { file: '', reason: 'nothing-open' });
    return this.#source;
  }

  #file(): File {
    return fileAtHand(this.#opened());
  }

  #segmented(): Run & { segmentation: Segmentation } {
    const { segmentation } = this.#run ?? {};
    if (!this.#run || !segmentation) throw new EngineError('missing-column', { column: 'segment_id' });
    return { ...this.#run, segmentation };
  }

  #table(at: TableAt): Table {
    if (at === 'source') return this.#run?.source ?? this.#opened().read.table;
    const table = this.#run?.outcome.tables[at.afterStep];
    if (!table) throw new EngineError('unreadable-file', { file: '', reason: 'no-such-step' });
    return table;
  }
}
