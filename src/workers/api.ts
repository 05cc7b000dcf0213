import type {
  ColumnChoice,
  ColumnHead,
  ColumnProfile,
  ColumnTrial,
  CustomerPairs,
  Drift,
  FirstRows,
  Grain,
  GroupingsCompared,
  History,
  InsideCount,
  MapArea,
  Model,
  MovedChoice,
  Moves,
  NoHistory,
  Progress,
  Recipe,
  RecipeStep,
  Role,
  RowsPage,
  Rule,
  RulesCount,
  Segmentation,
  Spellings,
  StepOutcome,
  Suggestion,
  Understanding,
} from '../engine/index';
import type { AheadApi } from './ahead-api';
import type { AiAnswer } from './ai-answer';
import type { ExportsApi } from './exports-api';
import type { FeaturesApi } from './features-api';
import type { FilesApi } from './files-api';
import type { KeptCampaign } from './kept-campaign';
import type { KeptLists } from './kept-lists';
import type { FormulaApi } from './formula-api';
import type { OwnStepsApi } from './own-steps-api';
import type { PairsApi } from './pairs-api';
import type { RecipeApi } from './recipe-api';
import type { ReportApi } from './report-api';
import type { SessionFilesApi } from './session-files-api';
import type { PlainError } from './wire';

export type { AiAnswer, AnswerPiece } from './ai-answer';
export type { StepAhead } from './ahead-api';
export type { ColumnHead, FirstRows, RowsPage };

/** What every call across the boundary gives back: a value, an error as plain data, or the news that it was stopped. */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; error: PlainError }
  | { ok: false; stopped: true };

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
  /** Bytes on the device; not known of sessions stored by earlier versions. */
  stored?: number;
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
  /** What an AI said about the charts, where one was asked. */
  answers?: readonly AiAnswer[];
  /** What was chosen for a file that goes to a service, where something was. */
  campaign?: KeptCampaign;
  /** What was chosen for lists, where something was. */
  lists?: KeptLists;
}

/** A session brought back: the table is in the worker again. */
export interface Restored {
  state: SessionState;
  understanding: Understanding;
  run: RunView | null;
  /** Whether the original file is at hand, which the export of all source rows needs. */
  hasFile: boolean;
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

export interface EngineApi
  extends
    AheadApi,
    ExportsApi,
    FeaturesApi,
    FilesApi,
    FormulaApi,
    OwnStepsApi,
    PairsApi,
    RecipeApi,
    ReportApi,
    SessionFilesApi {
  /** Shares a flag that stops the work at once where memory can be shared. */
  connect(flag: SharedArrayBuffer | null): void;
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
  /** Columns that say who a customer is, where each has several rows. */
  customerColumns(call: number, table: TableAt, customer: string, watch: Watch): Promise<Outcome<string[]>>;
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
  /** The present recipe with what its steps learnt. */
  model(): Promise<Outcome<Model>>;
  /** Stops the call of that number at its next breath. */
  stop(call: number): void;
  /** @param holder names the tab; refused as `session-taken` where another has taken the session over since. */
  saveSession(state: SessionState, whole: boolean, holder: string): Promise<Outcome<SessionInfo>>;
  /** @param holder null: to make a copy, so that whoever has the session keeps it. */
  openSession(call: number, id: string, holder: string | null, watch: Watch): Promise<Outcome<Restored>>;
  sessions(): Promise<Outcome<readonly SessionInfo[]>>;
  renameSession(id: string, name: string): Promise<Outcome<null>>;
  deleteSession(id: string): Promise<Outcome<null>>;
  removeEverything(): Promise<Outcome<null>>;
}
