import type { GenericSchema, InferOutput } from 'valibot';
import type { StepDefinition } from '../../recipe/step';
import type { Recipe } from '../../recipe/schema';
import type { PythonScript } from './python/script';
import type { SqlScript } from './sql/script';
import type { Labels, State } from './state';
import type { Target } from './targets';

/** A step as it is written down: what was chosen, what was learnt, and the table it finds. */
export interface Said<Params, Fit> {
  params: Params;
  fit: Fit;
  before: State;
  target: Target;
  /** The files of the recipe. */
  sources: Recipe['sources'];
  /** The step's id, by which Python finds what was learnt. */
  id: string;
}

/** How a kind of step is said in SQL and in Python. */
export interface Words<Params, Fit> {
  /** Why it cannot be said in that language; null where it can. */
  cannot?(said: Said<Params, Fit>): string | null;
  /** The same choices without columns that are not there, of a step that only takes them along or treats each by itself. */
  without?(params: Params, isThere: (column: string) => boolean): Params;
  /** What may come out otherwise than here; a sentence each. */
  differs?(said: Said<Params, Fit>): readonly string[];
  /** Columns added that only the fit knows of. */
  made?(said: Said<Params, Fit>): readonly string[];
  /** Columns taken out that only the fit knows of. */
  gone?(said: Said<Params, Fit>): readonly string[];
  /** Dates it makes that may have a time of day. */
  clocks?(said: Said<Params, Fit>): readonly string[];
  /** The segments there are afterwards, where the step makes or changes them. */
  labels?(said: Said<Params, Fit>): Labels;
  /** Whether it asks which row stands before which. */
  needsOrder?(said: Said<Params, Fit>): boolean;
  sql(sql: SqlScript, said: Said<Params, Fit>): void;
  python(python: PythonScript, said: Said<Params, Fit>): void;
}

export interface StepWriter extends Words<unknown, unknown> {
  readonly step: StepDefinition;
  /** It changes no cell: its sentence is all that is said. */
  readonly isSentence?: true;
}

/** `without` of a step that treats each of its columns by itself. */
export const columnsThere = <Params extends { columns: string[] }>(
  params: Params,
  isThere: (column: string) => boolean,
): Params => ({ ...params, columns: params.columns.filter(isThere) });

/** Ties the words to the step they say. */
export const writerOf = <Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
  words: Words<InferOutput<Schema>, NoInfer<Fit>>,
): StepWriter => ({ step, ...words }) as unknown as StepWriter;
