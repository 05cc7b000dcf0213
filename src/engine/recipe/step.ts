import type { ColumnTable } from 'arquero';
import type { GenericSchema, InferOutput } from 'valibot';
import type { ErrorCode, ErrorDetails } from '../errors';
import type { Kind } from '../table/columns';
import type { Grain } from '../table/meta';
import type { Work } from '../work';

/** Rows, cells or customers a step dropped, filled, changed or could not understand, by what happened to them. */
export type Counts = Readonly<Record<string, number>>;

/** A cell a step could not understand. */
export interface Example {
  column: string;
  /** 1-based row of data in the file; of the table the step was given, where the grain has changed. */
  row: number;
  value: string;
}

export interface Applied {
  table: ColumnTable;
  counts: Counts;
  /** Things worth saying that are not counts, as keys of `ui/text`: `days-as-orders`, `order-totals` … */
  notes?: readonly string[];
  /** The first few cells that were not understood, where `counts` has such. */
  examples?: readonly Example[];
  /** The fit as it was used, where the data made the step depart from what it had learnt. */
  used?: unknown;
}

/** A source of the recipe, read: its name and its table. */
export interface SourceTable {
  name: string;
  table: ColumnTable;
}

/** The sources at hand by their index in the recipe; the first, 0, is the one the recipe runs on. */
export type SourceTables = ReadonlyMap<number, SourceTable>;

/** A column as far as it is known without its cells. */
export interface KnownColumn {
  name: string;
  kind: Kind;
  /** It has no cell with a value, so that it fits a column of any kind. */
  blank?: boolean;
}

/** A source before it is read into a step. */
export interface KnownSource {
  name: string;
  columns: readonly KnownColumn[];
}

/** Why a step cannot be, told from its parameters alone. */
export interface Refusal {
  code: ErrorCode;
  details: ErrorDetails;
}

/**
 * One kind of step. `params` is what the user chose, `Fit` what the data taught; a fit is plain JSON.
 * `fit` and `apply` leave the table they are given unchanged.
 */
export interface StepDefinition<Schema extends GenericSchema = GenericSchema, Fit = unknown> {
  readonly op: string;
  /** Raised when the meaning of the parameters changes; `migrate` brings older ones up. */
  readonly version: number;
  readonly params: Schema;
  /** Columns that must exist before the step. */
  reads(params: InferOutput<Schema>): readonly string[];
  /** Columns that exist after the step and did not before. */
  adds(params: InferOutput<Schema>): readonly string[];
  /** Whether a column of that name may be among those added, where the data say which these are; they are numbers. */
  mayAdd?(params: InferOutput<Schema>, column: string): boolean;
  /** Whether the columns that were there are gone afterwards, all but those added (a step that changes the grain). */
  readonly replaces?: boolean;
  /** Columns that are gone afterwards, where only some are. */
  drops?(params: InferOutput<Schema>): readonly string[];
  /** Columns that are called otherwise afterwards; all at once, so that two may change names. */
  renames?(params: InferOutput<Schema>): readonly (readonly [column: string, as: string])[];
  /** The kinds a column read may have; any, for columns not named. Checked before the run. */
  needs?(params: InferOutput<Schema>): readonly (readonly [column: string, kinds: readonly Kind[]])[];
  /** Kinds of the columns added or changed; numbers, for columns not named. `before`: kinds of the columns so far. */
  makes?(
    params: InferOutput<Schema>,
    before: ReadonlyMap<string, Kind>,
  ): readonly (readonly [column: string, kind: Kind])[];
  /** Indices of the other sources the step reads; none, if not said. */
  sources?(params: InferOutput<Schema>): readonly number[];
  /**
   * What a step that reads other sources finds wrong with them, and the columns there are afterwards, in their order;
   * instead of `makes`. `others` are the sources of `sources(params)`, in that order.
   */
  combines?(
    params: InferOutput<Schema>,
    before: readonly KnownColumn[],
    others: readonly KnownSource[],
  ): { faults: readonly Refusal[]; columns: readonly KnownColumn[] };
  /** What a fit must look like to be reused; it may come from a file. */
  readonly learnt?: GenericSchema;
  /** The grain the table must have; either, if not said. */
  readonly grain?: Grain;
  /** The grain the table has afterwards, if the step changes it. */
  readonly gives?: Grain;
  /**
   * The same parameters with the columns named, of a step that looks at all there are unless some are named: the table
   * may have one more that is not to count.
   */
  naming?(params: InferOutput<Schema>, columns: readonly string[]): InferOutput<Schema>;
  /** The same parameters for columns that are called otherwise, of a step that names them inside texts. */
  called?(params: InferOutput<Schema>, as: (column: string) => string): InferOutput<Schema>;
  /** What becomes of a row hangs on all the others, as with copies: a sample of rows says nothing. */
  readonly needsAll?: boolean;
  /** The same where it hangs on the parameters. */
  looksAtAll?(params: InferOutput<Schema>): boolean;
  /** Columns added have the values of others in another shape, which is worth a picture. */
  readonly reshapes?: boolean;
  /** What the schema cannot say: parameters that are well formed and still no basis for the step. */
  refuses?(params: InferOutput<Schema>): Refusal | null;
  /** What is wrong with parameters that are understood, for a table of these columns, beside `reads` and `needs`. */
  checks?(params: InferOutput<Schema>, before: ReadonlyMap<string, Kind>): Refusal | null;
  /** Parameters of version `from` as version `from + 1` writes them. */
  migrate?(params: Record<string, unknown>, from: number): Record<string, unknown>;
  /** The step as one line of the recipe, without its effect; `fit` makes it more exact where it is known. */
  describe(params: InferOutput<Schema>, fit?: Fit): string;
  fit(
    table: ColumnTable,
    params: InferOutput<Schema>,
    work: Work,
    sources?: SourceTables,
  ): Fit | Promise<Fit>;
  apply(
    table: ColumnTable,
    params: InferOutput<Schema>,
    fit: Fit,
    work: Work,
    sources?: SourceTables,
  ): Applied | Promise<Applied>;
}

/** Gives the types of `params` and `fit` to a step written as a plain object. */
export const defineStep = <Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
): StepDefinition<Schema, Fit> => step;
