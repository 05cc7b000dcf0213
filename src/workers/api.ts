import type {
  ColumnChoice,
  ColumnHead,
  ColumnProfile,
  ColumnTrial,
  CustomerPairs,
  Comparison,
  Drift,
  FilesPlan,
  FirstRows,
  Grain,
  GroupingsCompared,
  History,
  InsideCount,
  MapArea,
  JoinPlan,
  Model,
  MovedChoice,
  Moves,
  NoHistory,
  Progress,
  ReadOptions,
  ReadUnlike,
  Recipe,
  RecipesCompared,
  RecipeStep,
  Role,
  RowsPage,
  Rule,
  RulesCount,
  Segmentation,
  SettledDates,
  Spellings,
  StepOutcome,
  Suggestion,
  Understanding,
} from '../engine/index';
import type { AheadApi } from './ahead-api';
import type { PairsApi } from './pairs-api';
import type { PlainError } from './wire';

export type { StepAhead } from './ahead-api';
export type { ColumnHead, FirstRows, RowsPage };

/** What every call across the boundary gives back: a value, an error as plain data, or the news that it was stopped. */
export type Outcome<T> =
  { ok: true; value: T } | { ok: false; error: PlainError } | { ok: false; stopped: true };

/** A call's ears: told of progress. Cancel goes through `EngineApi.stop`. */
export type Watch = (progress: Progress) => void;

/** What the user said about a file instead of what was guessed. */
export interface RoleChoice {
  grain?: Grain;
  /** Role → column, or null for "none". Roles not named keep their guess. */
  roles?: readonly (readonly [Role, string | null])[];
  /** Which column lists the user changed, by column (customer files). */
  lists?: readonly (readonly [string, 'left-out' | 'described-by' | 'grouped-by'])[];
  /** What money is counted in, as written; null: nothing says so. */
  currency?: string | null;
  /** Columns needed as numbers or dates in which other cells count as blank. */
  othersBlank?: readonly string[];
  /** What columns are and how they are written, said instead of what was concluded: the file is read anew. */
  columns?: readonly (readonly [string, ColumnChoice])[];
  /** Names of the files that are put together, in the order of the recipe's sources; else the first one opened. */
  files?: readonly string[];
  /** Steps that put files together and those of the person's own, done before everything is understood and before the automatic steps. */
  before?: readonly RecipeStep[];
  /** Suggestions put away as not for this file, by their ids. */
  refused?: readonly string[];
}

/** The table as read, or after a step (index in the recipe). */
export type TableAt = 'source' | { afterStep: number };

export interface TableHead {
  rows: number;
  columns: readonly ColumnHead[];
}

export interface RowsQuery {
  table: TableAt;
  from: number;
  count: number;
  columns: readonly string[];
  /** Only these rows, in this order (such as those of a finding). */
  only?: Uint32Array;
  /** Only customers of this segment. */
  segment?: number | null;
  sort?: { column: string; descending: boolean };
}

export interface RunView {
  recipe: Recipe;
  steps: readonly StepOutcome[];
  segmentation: Segmentation | null;
}

/** What the segments are held against: another number of them, a column of the customers, an earlier recipe. */
export type OtherGrouping = { k: number } | { column: string } | { recipe: Recipe };

export interface ExportOptions {
  rows: 'customers' | 'source';
  /** Only these segments; all when absent. Customers only. */
  segments?: readonly number[];
  delimiter: ',' | ';' | '\t';
  decimal: '.' | ',';
  bom: boolean;
}

export interface SessionInfo {
  id: string;
  name: string;
  file: string;
  bytes: number;
  rows: number;
  columns: number;
  segments: number | null;
  /** ms since 1970, UTC, of the last change. */
  changed: number;
}

/** One point of the history: the recipe, and what the user had said about the file by then. */
export interface Moment {
  recipe: Recipe;
  choice: RoleChoice;
  /** Place in the history of the moment it was made from; null for the first. Not said: the one before it. */
  parent?: number | null;
  /** Place of the moment redo leads to, where it was visited. */
  next?: number;
  /** ms since 1970, UTC, of its making. */
  when?: number;
}

/** What survives a reload beside the table. */
export interface SessionState {
  info: SessionInfo;
  history: readonly Moment[];
  cursor: number;
}

/** A session brought back: the table is in the worker again. */
export interface Restored {
  state: SessionState;
  understanding: Understanding;
  run: RunView | null;
  /** Whether the original file is at hand, which the export of all source rows needs. */
  hasFile: boolean;
}

/** A file read and understood, and how long each took. */
export interface Opened {
  understanding: Understanding;
  /** Where several files were put together: what says so. */
  choice?: RoleChoice;
  ms: { read: number; understand: number };
}

/** Several files that were read, and how they may be put together. Nothing of what is open has changed. */
export interface Gathered {
  files: readonly {
    name: string;
    rows: number;
    columns: readonly string[];
    /** Dates of it that others of these files settle. */
    settled: readonly SettledDates[];
  }[];
  plan: FilesPlan;
}

/** Several files put together and understood, and the choice that says so. */
export interface PutTogether extends Opened {
  choice: RoleChoice;
}

/** How customers are beside those the model in use was made from. */
export interface SinceLastTime {
  /** Name of the work or file the model came from. */
  from: string;
  /** Null where segments were learnt anew since, or the model was saved before it knew. */
  drift: Drift | null;
  /** Name of the work or list that says who was in which segment; null where none does. */
  list: string | null;
  moves: Moves | null;
  /** Whether a column tells customers of one file from those of another. */
  comparable: boolean;
}

/** Customers to list: those of a change, or who fit no segment well. */
export type ChangedChoice = MovedChoice | 'unfit';

/** Two points of the history by their place in it, the earlier first. */
export interface HistorySpan {
  from: number;
  to: number;
}

/** What is taken away of the history: all sizes, all moves from one point to the next, or customers between two points. */
export type HistoryFile = 'sizes' | 'moves' | { span: HistorySpan; choice: MovedChoice };

/** A file that a recipe or a model was saved as. */
export interface SavedFile {
  name: string;
  text: string;
  /** Whether `keepLabels` was told of the work it is from. */
  kept?: boolean;
}

/** What a saved recipe says of itself. */
export interface RecipeFacts {
  /** Names of the files it was made from. */
  madeFrom: readonly string[];
  steps: number;
  /** Whether it brings what it learnt. */
  learnt: boolean;
}

/** A saved recipe held against the file that is open. */
export interface Compared extends Omit<Comparison, 'differences'> {
  /** Worst first for each file; its name, where there are several. */
  differences: readonly (Comparison['differences'][number] & { file: string | null })[];
  /** In what files are read otherwise than the recipe's were. */
  unlike: readonly (ReadUnlike & { file: string })[];
  /** Why it cannot run on any columns: a step that is not known, a file that is not there. */
  refused: PlainError | null;
  /** Name of the file the recipe was made from. */
  madeFrom: string;
  /** Whether it brings what it learnt. */
  learnt: boolean;
}

/** What a saved recipe would do to the file that is open; nothing has changed. */
export interface RecipeTrial {
  /** What the steps before the problem did; all, where there is none. */
  steps: readonly StepOutcome[];
  /** The steps as they stand for these files. */
  recipe: readonly RecipeStep[];
  /** Why the next step cannot be done. */
  problem: PlainError | null;
}

/** A saved recipe, done on the file that is open. */
export interface RecipeApplied {
  understanding: Understanding;
  choice: RoleChoice;
  run: RunView;
}

/** A file and what is said about how it is to be read. */
export interface FileToRead {
  file: File;
  options: Partial<ReadOptions>;
}

/** Bytes of memory: of each file as it will stand among the others, and of what is open, which may be a sample. */
export interface FilesWeighed {
  bytes: readonly number[];
  open: number;
  sample: NonNullable<ReadOptions['sample']> | null;
}

export interface EngineApi extends AheadApi, PairsApi {
  /** Shares a flag that stops the work at once where memory can be shared. */
  connect(flag: SharedArrayBuffer | null): void;
  /**
   * The first rows of a file, from its first megabyte alone; nothing is kept. Null for a file that is no delimited
   * text, such as a spreadsheet.
   */
  preview(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<FirstRows | null>>;
  /** The column by which a sample of the file keeps customers whole; null without one. */
  sampleColumn(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<string | null>>;
  /** What several files will take in memory, beside those that are open if they are to be added. */
  weigh(call: number, files: readonly File[], add: boolean, watch: Watch): Promise<Outcome<FilesWeighed>>;
  /** For each file the column that names the customer, by which samples of several files go together; null without one. */
  sampleColumns(call: number, files: readonly File[], watch: Watch): Promise<Outcome<(string | null)[]>>;
  open(call: number, file: File, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>>;
  /** Reads files, beside those that are open if they are to be added, and says how they go together. */
  gather(call: number, files: readonly FileToRead[], add: boolean, watch: Watch): Promise<Outcome<Gathered>>;
  /** What a join of that file by other columns would find. */
  joinBy(
    call: number,
    plan: FilesPlan,
    file: number,
    key: { left: string; right: string },
    watch: Watch,
  ): Promise<Outcome<JoinPlan>>;
  /** Puts the gathered files together; they are what is open from now on. */
  putTogether(call: number, plan: FilesPlan, choice: RoleChoice, watch: Watch): Promise<Outcome<PutTogether>>;
  openSample(call: number, watch: Watch): Promise<Outcome<Opened>>;
  /** Reads the same file in another way. */
  reread(call: number, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>>;
  understand(call: number, choice: RoleChoice, watch: Watch): Promise<Outcome<Understanding>>;
  /** What may be cleaned in the table that was understood, worst first. */
  suggestions(call: number, table: TableAt, watch: Watch): Promise<Outcome<readonly Suggestion[]>>;
  /** Tries what might be said about a column, on the first megabyte of the file or on all of it; changes nothing. */
  tryColumn(
    call: number,
    column: string,
    choice: ColumnChoice,
    whole: boolean,
    watch: Watch,
  ): Promise<Outcome<ColumnTrial>>;
  run(call: number, recipe: Recipe, mode: 'learn' | 'reuse', watch: Watch): Promise<Outcome<RunView>>;
  /** Whether that is a recipe or a model at all. */
  recipeFacts(saved: SavedFile): Promise<Outcome<RecipeFacts>>;
  /** The recipe of a stored session with what it learnt; null where nothing ran yet. */
  sessionModel(id: string): Promise<Outcome<Model | null>>;
  /** The recipe of a stored session; null where it is gone. */
  sessionRecipe(id: string): Promise<Outcome<Recipe | null>>;
  /** A recipe and a saved one step by step. */
  compareRecipes(here: Recipe, saved: SavedFile): Promise<Outcome<RecipesCompared>>;
  /** Holds a saved recipe or model against the file; `names` says which column stands for one of the recipe. */
  compareRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    watch: Watch,
  ): Promise<Outcome<Compared>>;
  /** What each step of a saved recipe would do to the file; changes nothing. */
  tryRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    mode: 'learn' | 'reuse',
    watch: Watch,
  ): Promise<Outcome<RecipeTrial>>;
  /**
   * Does a saved recipe on the file, whose columns are called as the recipe calls them from then on.
   * @param upTo id of the first step that is switched off, and all behind it; null: none
   */
  applyRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    mode: 'learn' | 'reuse',
    upTo: string | null,
    watch: Watch,
  ): Promise<Outcome<RecipeApplied>>;
  /** Remembers who is in which segment of a stored session, or of what is open, for the file its model is used on. */
  keepLabels(session: { id: string; name: string } | null): Promise<Outcome<null>>;
  /** What has changed since the model in use was made; null where nothing was reused. */
  sinceLast(call: number, watch: Watch): Promise<Outcome<SinceLastTime | null>>;
  /** A labelled list of last time says who was in which segment. */
  compareWithList(call: number, file: File, watch: Watch): Promise<Outcome<SinceLastTime | null>>;
  /** The customers of a change as a delimited file. */
  changedCsv(
    call: number,
    choice: ChangedChoice,
    options: ExportOptions,
    watch: Watch,
  ): Promise<Outcome<Blob>>;
  /** Makes everything read so far gone: back to the landing page. */
  close(): Promise<Outcome<null>>;
  head(table: TableAt): Promise<Outcome<TableHead>>;
  /** Rows of a table that may be one customer, by the choices of a step that merges them. */
  customerPairs(call: number, table: TableAt, params: unknown, watch: Watch): Promise<Outcome<CustomerPairs>>;
  /** Spellings of a column that may be one, and in how many cells each text of `asked` stands. */
  spellings(
    call: number,
    table: TableAt,
    column: string,
    asked: readonly string[],
    watch: Watch,
  ): Promise<Outcome<Spellings>>;
  /** One column in full. */
  profile(table: TableAt, column: string): Promise<Outcome<ColumnProfile>>;
  rows(query: RowsQuery): Promise<Outcome<RowsPage>>;
  /** Who is where if the customers are grouped in another way. */
  compareSegments(call: number, other: OtherGrouping, watch: Watch): Promise<Outcome<GroupingsCompared>>;
  /** The segments as they would have been at the end of each month, or why that cannot be said. */
  history(call: number, watch: Watch): Promise<Outcome<History | NoHistory>>;
  /** Who moved between two points of the history. */
  historyMoves(call: number, span: HistorySpan, watch: Watch): Promise<Outcome<Moves>>;
  historyCsv(call: number, file: HistoryFile, options: ExportOptions, watch: Watch): Promise<Outcome<Blob>>;
  /** Who would be in a segment drawn on the map. */
  countInside(call: number, area: MapArea, watch: Watch): Promise<Outcome<InsideCount>>;
  /** How many customers each of the person's own rules would have. */
  countRules(call: number, rules: readonly Rule[], watch: Watch): Promise<Outcome<RulesCount>>;
  exportCsv(call: number, options: ExportOptions, watch: Watch): Promise<Outcome<Blob>>;
  /** The present recipe with what its steps learnt. */
  model(): Promise<Outcome<Model>>;
  /** Stops the call of that number at its next breath. */
  stop(call: number): void;
  saveSession(state: SessionState, whole: boolean): Promise<Outcome<SessionInfo>>;
  openSession(call: number, id: string, watch: Watch): Promise<Outcome<Restored>>;
  sessions(): Promise<Outcome<readonly SessionInfo[]>>;
  renameSession(id: string, name: string): Promise<Outcome<null>>;
  deleteSession(id: string): Promise<Outcome<null>>;
  removeEverything(): Promise<Outcome<null>>;
}
