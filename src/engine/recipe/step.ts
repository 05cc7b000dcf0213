import type { ColumnTable } from 'arquero';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Work } from '../work';

/** Rows, cells or customers a step dropped, filled, changed or could not understand, by what happened to them. */
export type Counts = Readonly<Record<string, number>>;

export interface Applied {
  table: ColumnTable;
  counts: Counts;
  /** Things worth saying that are not counts, as keys of `ui/text`: `days-as-orders`, `order-totals` … */
  notes?: readonly string[];
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
  /** Whether the columns that were there are gone afterwards, all but those added (a step that changes the grain). */
  readonly replaces?: boolean;
  /** Parameters of version `from` as version `from + 1` writes them. */
  migrate?(params: Record<string, unknown>, from: number): Record<string, unknown>;
  /** The step as one line of the recipe, without its effect. */
  describe(params: InferOutput<Schema>): string;
  fit(table: ColumnTable, params: InferOutput<Schema>, work: Work): Fit | Promise<Fit>;
  apply(table: ColumnTable, params: InferOutput<Schema>, fit: Fit, work: Work): Applied | Promise<Applied>;
}

/** Gives the types of `params` and `fit` to a step written as a plain object. */
export const defineStep = <Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
): StepDefinition<Schema, Fit> => step;
