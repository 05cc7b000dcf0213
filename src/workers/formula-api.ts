import type { FormulaTrial, TryFormula } from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';

/** What can be asked about a formula while it is written. */
export interface FormulaApi {
  /** What is wrong with it, or what it gives for the first rows. */
  tryFormula(call: number, table: TableAt, formula: TryFormula, watch: Watch): Promise<Outcome<FormulaTrial>>;
}
