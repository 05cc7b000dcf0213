import type { ColumnTable } from 'arquero';
import type { ErrorCode, ErrorDetails } from '../errors';
import type { Counts, Example } from './step';

export interface StepOutcome {
  id: string;
  op: string;
  describe: string;
  enabled: boolean;
  rowsIn: number;
  rowsOut: number;
  counts: Counts;
  notes: readonly string[];
  /** The first few cells that were not understood, if any. */
  examples?: readonly Example[];
  ms: number;
}

/** What is wrong with a recipe before it runs: which step, what, where. */
export interface RecipeFault {
  /** Index of the step, or null for the recipe as a whole. */
  step: number | null;
  code: ErrorCode;
  details: ErrorDetails;
}

export interface RunOutcome {
  steps: readonly StepOutcome[];
  /** The table after the last enabled step. */
  table: ColumnTable;
  /** The tables after each step (the same object where a step is off), so that any of them can be looked at. */
  tables: readonly ColumnTable[];
  /** What each enabled step learnt or reused, by id; plain JSON. */
  fits: Readonly<Record<string, unknown>>;
  /** The same as it was used: differs from `fits` where new data made a step depart from it (rfm's reference date). */
  used: Readonly<Record<string, unknown>>;
}
