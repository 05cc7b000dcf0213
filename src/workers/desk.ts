import {
  columnOf,
  columnProfile,
  customerColumn,
  customerList,
  EngineError,
  firstRows,
  headOf,
  labelSource,
  openTable,
  orderBy,
  pageOf,
  rowsEqual,
  run,
  sampleShop,
  segmentationOf,
  segmentColumns,
  sourceLabels,
  sourceTable,
  StepCache,
  tableSource,
  understand,
  writeCsv,
  type ColumnProfile,
  type ColumnChoice,
  type ColumnTrial,
  type Model,
  type Prepared,
  type ReadOptions,
  type ReadResult,
  type Recipe,
  type RecipeSource,
  type RecipeStep,
  type RunOutcome,
  type Segmentation,
  type Table,
  type Understanding,
  type Work,
} from '../engine/index';
import type {
  EngineApi,
  ExportOptions,
  FirstRows,
  Opened,
  Outcome,
  Restored,
  RoleChoice,
  RowsPage,
  RowsQuery,
  RunView,
  SessionInfo,
  SessionState,
  TableAt,
  TableHead,
  Watch,
} from './api';
import { blobSource } from './blob-source';
import { chosenRoles } from './chosen-roles';
import { HostWork } from './host-work';
import { dismissReaders, readyReaders, withReaders } from './reader-pool';
import { SessionShelf } from './session-shelf';
import * as sessions from './sessions';
import type { Stored } from './sessions';
import { whileStoring } from './storing';
import { isSaid, readAgain, tryInFile, type SaidOfColumns } from './said-of-columns';
import { outcome } from './wire';

const SAMPLE_SEED = 1;

interface Source {
  /** Null after a reload if the browser had no room for it. */
  file: File | null;
  read: ReadResult;
  understanding: Understanding;
}

interface Run {
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation | null;
  source: Table;
}

const recipeOf = (source: RecipeSource, steps: readonly RecipeStep[]): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [source],
  steps: [...steps],
});

/** The worker's side of the boundary: keeps the table read, the tables after each step, and answers questions about them. */
export class Desk extends SessionShelf implements EngineApi {
  #source: Source | null = null;
  #run: Run | null = null;
  #cache = new StepCache();
  #flag: Int32Array | null = null;
  readonly #working = new Map<number, HostWork>();
  #heads = new WeakMap<Table, TableHead>();
  #order: { key: string; table: Table; rows: Uint32Array } | null = null;

  connect(flag: SharedArrayBuffer | null): void {
    this.#flag = flag && new Int32Array(flag);
  }

  stop(call: number): void {
    this.#working.get(call)?.stop();
  }

  preview(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<FirstRows | null>> {
    return this.#watched(call, watch, async (work) => {
      readyReaders(file);
      try {
        return await firstRows(blobSource(file, file.name), { options: chosen }, work);
      } catch (thrown) {
        if (thrown instanceof EngineError && thrown.code === 'not-a-table') return null;
        throw thrown;
      }
    });
  }

  sampleColumn(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<string | null>> {
    return this.#watched(call, watch, (work) =>
      customerColumn(blobSource(file, file.name), { options: chosen }, work),
    );
  }

  open(call: number, file: File, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.#watched(call, watch, (work) => this.#read(file, chosen, work));
  }

  openSample(call: number, watch: Watch): Promise<Outcome<Opened>> {
    return this.#watched(call, watch, (work) => {
      const bytes = sampleShop(SAMPLE_SEED) as Uint8Array<ArrayBuffer>;
      return this.#read(new File([bytes], 'sample-shop.csv'), {}, work);
    });
  }

  reread(call: number, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.#watched(call, watch, (work) => this.#read(this.#file(), chosen, work));
  }

  async #read(file: File, chosen: Partial<ReadOptions>, work: Work): Promise<Opened> {
    const started = work.now();
    const read = await withReaders(file, async (hands) => {
      return (await openTable(blobSource(file, file.name), { options: chosen }, work, { hands })).read;
    });
    const readAt = work.now();
    const understanding = await understand(read, { today: Date.now() }, work);
    this.#source = { file, read, understanding };
    this.#forgetRun();
    return { understanding, ms: { read: readAt - started, understand: work.now() - readAt } };
  }

  #forgetRun(): void {
    this.#run = null;
    this.#cache = new StepCache();
    this.#order = null;
  }

  understand(call: number, choice: RoleChoice, watch: Watch): Promise<Outcome<Understanding>> {
    return this.#watched(call, watch, async (work) => {
      const source = await this.#readAs(choice.columns ?? [], work);
      const prepared = await this.#prepared(choice.before ?? [], work);
      const roles = chosenRoles(choice, source.understanding);
      const understanding = await understand(source.read, roles, work, prepared);
      this.#source = { ...source, understanding };
      this.#run = null;
      this.#order = null;
      return understanding;
    });
  }

  /** The file as it is open, read anew where something else is said about its columns. */
  async #readAs(said: SaidOfColumns, work: Work): Promise<Source> {
    const source = this.#opened();
    if (isSaid(source.read.report, said)) return source;
    const read = await readAgain(this.#file(), source.read.report, said, work);
    this.#source = { ...source, read };
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
    const report = () => this.#opened().read.report;
    return this.#watched(call, watch, (work) =>
      tryInFile(this.#file(), report(), column, choice, whole, work),
    );
  }

  /** What the person's own steps make of the table as read; the run that follows finds them done already. */
  async #prepared(steps: readonly RecipeStep[], work: Work): Promise<Prepared | null> {
    const { read, understanding } = this.#opened();
    const { contract } = understanding.source;
    if (!steps.some(({ enabled }) => enabled))
      return steps.length > 0 ? { table: read.table, steps, contract } : null;
    const recipe = recipeOf(understanding.source, steps);
    const source = sourceTable(read.table, understanding.source);
    const ran = await run(recipe, source, { mode: 'learn', cache: this.#cache, work });
    return { table: ran.table, steps, contract };
  }

  run(call: number, recipe: Recipe, mode: 'learn' | 'reuse', watch: Watch): Promise<Outcome<RunView>> {
    const fits = mode === 'reuse' ? this.#run?.outcome.fits : undefined;
    return this.#watched(call, watch, (work) => this.#runWith(recipe, mode, fits, work));
  }

  async #runWith(
    recipe: Recipe,
    mode: 'learn' | 'reuse',
    fits: Readonly<Record<string, unknown>> | undefined,
    work: Work,
  ): Promise<RunView> {
    const { read, understanding } = this.#opened();
    const source = sourceTable(read.table, recipe.sources[0]!);
    const ran = await run(recipe, source, { mode, cache: this.#cache, work, ...(fits && { fits }) });
    const describedBy = understanding.lists.filter((one) => one.list === 'described-by');
    const columns = describedBy.map((one) => one.column);
    const segmentation = await segmentationOf(recipe, ran, columns, work);
    this.#run = { recipe, outcome: ran, segmentation, source };
    this.#order = null;
    return { recipe, steps: ran.steps, segmentation };
  }

  close(): Promise<Outcome<null>> {
    dismissReaders();
    this.#source = null;
    this.#forgetRun();
    return Promise.resolve({ ok: true, value: null });
  }

  head(at: TableAt): Promise<Outcome<TableHead>> {
    return outcome(async () => {
      const table = this.#table(at);
      const known = this.#heads.get(table);
      if (known) return known;
      const columns = await headOf(table, new HostWork(0, null, null));
      const head: TableHead = { rows: table.numRows(), columns };
      this.#heads.set(table, head);
      return head;
    });
  }

  profile(at: TableAt, column: string): Promise<Outcome<ColumnProfile>> {
    return outcome(() => columnProfile(columnOf(this.#table(at), column), new HostWork(0, null, null)));
  }

  rows(query: RowsQuery): Promise<Outcome<RowsPage>> {
    return outcome(() => {
      const table = this.#table(query.table);
      return pageOf(table, this.#ordered(table, query), query);
    });
  }

  #ordered(table: Table, { only, segment, sort }: RowsQuery): Uint32Array | null {
    if (!only && segment == null && !sort) return null;
    const key = JSON.stringify([only?.length, only?.[0], segment, sort]);
    if (this.#order?.key === key && this.#order.table === table) return this.#order.rows;
    const ids = segmentColumns(table);
    let rows = only ?? null;
    if (segment != null && ids) rows = rowsEqual(table, ids.id, segment);
    if (sort) rows = orderBy(table, rows, sort);
    if (rows) this.#order = { key, table, rows };
    return rows;
  }

  exportCsv(call: number, options: ExportOptions, watch: Watch): Promise<Outcome<Blob>> {
    return this.#watched(call, watch, async (work) => {
      const parts = options.rows === 'customers' ? this.#customers(options, work) : this.#labelled(work);
      const blobs: Blob[] = [];
      // Handing over in pieces lets the browser move what is finished out of memory.
      for await (const part of parts) blobs.push(new Blob([part as Uint8Array<ArrayBuffer>]));
      return new Blob(blobs, { type: 'text/csv;charset=utf-8' });
    });
  }

  #customers(options: ExportOptions, work: Work): AsyncGenerator<Uint8Array> {
    const { outcome: ran, segmentation } = this.#segmented();
    const features = segmentation.features.map((feature) => feature.column);
    const list = customerList(ran.table, features, this.#opened().read.table.columnNames(), options.segments);
    return writeCsv(list.table, list.columns, options, work);
  }

  async *#labelled(work: Work): AsyncGenerator<Uint8Array> {
    const { outcome: ran, source } = this.#segmented();
    const { read } = this.#opened();
    const file = this.#file();
    const labels = sourceLabels(source, ran.table);
    const text = await tableSource(blobSource(file, file.name), read.report.options, work);
    yield* labelSource(text.source, read.report.options, labels, work);
  }

  model(): Promise<Outcome<Model>> {
    return outcome(() => {
      if (!this.#run) throw new EngineError('not-learnt', { id: '' });
      const { recipe, outcome: ran } = this.#run;
      return { format: 'tessera-model', version: 1, recipe, fits: { ...ran.fits } };
    });
  }

  saveSession(state: SessionState, whole: boolean): Promise<Outcome<SessionInfo>> {
    const save = async (): Promise<SessionInfo> => {
      const { read, understanding, file } = this.#opened();
      if (whole) await sessions.saveRead(state.info.id, read, file);
      await sessions.saveState(state, understanding, this.#run?.outcome.fits ?? null);
      return state.info;
    };
    return outcome(() => (whole ? whileStoring(state.info.id, save) : save()));
  }

  openSession(call: number, id: string, watch: Watch): Promise<Outcome<Restored>> {
    return this.#watched(call, watch, async (work) => {
      const stored = await sessions.loadSession(id, (progress) => work.breathe(progress));
      if (!stored) throw new EngineError('unreadable-file', { file: '', reason: 'session-gone' });
      const before = { source: this.#source, run: this.#run, cache: this.#cache };
      try {
        return await this.#bringBack(stored, work);
      } catch (error) {
        // What was open stays open.
        this.#source = before.source;
        this.#run = before.run;
        this.#cache = before.cache;
        this.#order = null;
        throw error;
      }
    });
  }

  async #bringBack({ state, read, fits, file: blob, ...stored }: Stored, work: Work): Promise<Restored> {
    const file = blob && new File([blob], read.report.name);
    // What an older version understood lacks what this one says of columns.
    const whole = 'source' in stored.understanding;
    const understanding = whole ? stored.understanding : await understand(read, {}, work);
    this.#source = { file, read, understanding };
    this.#forgetRun();
    const recipe = state.history[state.cursor]?.recipe;
    const again = recipe && recipe.steps.length > 0 && fits;
    const view = again ? await this.#runWith(recipe, 'reuse', fits, work) : null;
    return { state, understanding, run: view, hasFile: file !== null };
  }

  #opened(): Source {
    if (!this.#source) throw new EngineError('unreadable-file', { file: '', reason: 'nothing-open' });
    return this.#source;
  }

  #file(): File {
    const { file, read } = this.#opened();
    if (!file) throw new EngineError('unreadable-file', { file: read.report.name, reason: 'not-at-hand' });
    return file;
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

  async #watched<T>(call: number, watch: Watch, make: (work: Work) => T | Promise<T>): Promise<Outcome<T>> {
    const work = new HostWork(call, watch, this.#flag);
    this.#working.set(call, work);
    try {
      return await outcome(() => make(work));
    } finally {
      this.#working.delete(call);
    }
  }
}
