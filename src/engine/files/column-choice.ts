import type { Kind } from '../table/columns';

/** What a person or a recipe says about one column instead of what its cells would let it be. */
export interface ColumnChoice {
  kind: Kind;
  /** How its cells are written, as `ColumnReading.format` says it; what is not said is found out. */
  format?: string | null;
  /**
   * `blank`: a person's word. Cells that do not fit are missing and counted. Without it the format, then the kind are
   * tried first and give way to text where a cell does not fit.
   */
  others?: 'blank';
  /** Text only: whether `NA`, `?` and their like are missing cells or words. As elsewhere in the file, if not said. */
  marks?: 'blank' | 'keep';
}
