import type { Kind } from '../../table/columns';
import type { FaultInTurn } from '../every-fault';
import type { Counts, Example } from '../step';

/** One cell to look at: dates as ms, booleans in the source's spelling, missing cells null. */
export interface EffectCell {
  kind: Kind;
  value: string | number | null;
  /** Dates: whether the column has times of day. */
  hasTime?: true;
}

/** A column in which cells change. */
export interface ChangedColumn {
  column: string;
  from: Kind;
  to: Kind;
  /** Cells of rows that stay which are others afterwards; all with a value, where the kind changes. */
  cells: number;
  /** Those of them that had a value and have none afterwards. */
  blanked: number;
}

/** A cell before and after. */
export interface CellExample {
  /** Row of data in the file, 1-based; of the table before, where it has no file's rows. */
  row: number;
  column: string;
  /** Cells of a column that is new stand beside one that it was made from; null where it was made from none. */
  madeFrom?: string | null;
  /** Further columns that a new one was made from, and their cells in the row. */
  beside?: readonly { column: string; cell: EffectCell }[];
  before: EffectCell | null;
  after: EffectCell;
}

/** A row that goes, by a few of its columns: those the step reads first. */
export interface RowExample {
  row: number;
  cells: readonly { column: string; cell: EffectCell }[];
}

/** How a column of numbers lies. */
export interface Shape {
  column: string;
  /** Counts in 20 equal bins from the least to the greatest. */
  bins: readonly number[];
  /** Adjusted (G1), as pandas has it; null below three values. */
  skewness: number | null;
}

/** A step further down that reads columns this one changes or takes away. */
export interface Use {
  /** Index in the recipe. */
  step: number;
  columns: readonly string[];
}

/** What a step would do to a table. Everything is counted in the rows looked at. */
export interface StepEffect {
  op: string;
  describe: string;
  /** How many rows were looked at, where they are a sample; null: all of them. */
  sample: number | null;
  rows: {
    before: number;
    after: number;
    /** Rows that are gone afterwards, and rows that are new. */
    dropped: number;
    added: number;
    /** Whether rows that stay stand in another order. */
    reordered: boolean;
  };
  /** False where rows become something else, as orders become customers: then only counts and columns are known. */
  followed: boolean;
  /** In the table's order; columns in which nothing changes are not in it. */
  changed: readonly ChangedColumn[];
  columns: {
    added: readonly string[];
    removed: readonly string[];
    renamed: readonly (readonly [from: string, to: string])[];
    reordered: boolean;
  };
  /** The step's own counts and notes. */
  counts: Counts;
  notes: readonly string[];
  /** The first few cells it could not understand, if any. */
  examples?: readonly Example[];
  /** At most ten cells and ten rows, no two cells of a column with the same change as long as there are others. */
  cells: readonly CellExample[];
  dropped: readonly RowExample[];
  /** Of rows that become something else, the first rows of what they become. */
  made?: readonly RowExample[];
  /** The first columns that would have another shape, before and after. */
  shapes?: readonly { before: Shape; after: Shape }[];
  below: {
    /** All that cannot run further down as it is now. */
    faults: readonly FaultInTurn[];
    uses: readonly Use[];
  };
}
