import type { Kind } from '../table/columns';
import type { Grain, Role } from '../table/meta';
import type { Recipe, RecipeSource, RecipeStep } from '../recipe/schema';
import type { ReadReport } from '../files/read-report';

/** A role and how sure the guess is, 0 to 1; below 0.8 the interface says "please check". */
export interface RoleGuess {
  column: string;
  role: Role;
  confidence: number;
}

/** One column at a glance. */
export interface ColumnSummary {
  name: string;
  kind: Kind;
  role: Role | null;
  /** What numbers are counted in, as written (`€`, `%`); null for plain numbers and other kinds. */
  unit?: string | null;
  /** Text that names things rather than says things: never a number, never grouped by. */
  identifier: boolean;
  missing: number;
  /** Distinct non-missing values; for numbers and dates counted exactly. */
  distinct: number;
  /** Counts in 20 equal bins from min to max, for numbers and dates; for text the counts of the 20 most frequent values. */
  histogram: readonly number[];
  /** Numbers: the value; dates: ms. Null for text and booleans. */
  min: number | null;
  max: number | null;
  /** Date columns: whether cells have a time of day. */
  hasTime: boolean;
  /** The first three different cells: numbers, dates in ms, or text. */
  examples: readonly (string | number)[];
  /** The three most frequent texts, most frequent first; none of other kinds. */
  top: readonly { value: string; count: number }[];
}

/** The lists into which the columns of a customer file are sorted (LOOK.md section 6). */
export type ColumnList = 'key' | 'left-out' | 'described-by' | 'grouped-by';

export interface SortedColumn {
  column: string;
  list: ColumnList;
  /** `constant`, `nearly-constant`, `mostly-blank`, `too-many-texts`, `copy-of`, `sum-of-others`, `blanks`, `beyond-twelve` … for left-out columns. */
  reason: string | null;
  /** The constant's value, the other column's name … */
  detail: string | null;
}

/** Something about the data worth knowing, counted; the sentence is the interface's. */
export interface Finding {
  /** `no-customer`, `negative-quantity`, `copies`, `free`, `ids-end-in-zero`, `ragged`, `ambiguous-date`, `text-in-number`, `blank`, `old-birth`, `future-date`, `extreme`, `rare-values`, `copies-but-key`, `constant` … a key of `ui/text/findings.ts`. */
  code: string;
  count: number;
  /** Numbers and names the sentence needs, such as `share`, `money`, `column`, `value`. */
  details: Readonly<Record<string, string | number | null>>;
  /** How to show the rows concerned, where rows can be shown: first up to 1,000 row indices (0-based). */
  rows: Uint32Array | null;
  /** The step that mends it by one click, if one does. */
  remedy?: Remedy;
}

/** A step for the recipe and what it would do to this table. */
export interface Remedy {
  op: string;
  params: RecipeStep['params'];
  /** Rows that would go or cells that would change, counted. */
  effect: { count: number; of: 'rows' | 'cells' };
}

/** How money is computed from the columns of one row: one column, two multiplied, or several added up. */
export type Money =
  | { by: 'amount'; column: string }
  | { by: 'product'; quantity: string; price: string }
  | { by: 'total'; columns: readonly string[]; label: string };

/** What money is counted in, as written (`€`, `US$`, `EUR`). */
export interface Currency {
  unit: string | null;
  /** A person, the cells of the money, the name of its column, or a column of its own; null where nothing says it. */
  from: 'chosen' | 'cells' | 'name' | 'column' | null;
  /** What the file itself says. */
  stated: string | null;
}

/** What the person chose instead of the guesses; what is left out is guessed. */
export interface Choices {
  grain?: Grain;
  /** By column; null: the column has no role. */
  roles?: ReadonlyMap<string, Role | null>;
  /** Null: there is no money. */
  money?: Money | null;
  /** What money is counted in, as written; null: nothing says so. */
  currency?: string | null;
  lists?: ReadonlyMap<string, ColumnList>;
  /** Columns that are needed as numbers or dates and whose other cells count as blank, however many they are. */
  othersBlank?: readonly string[];
  /** Today in ms, for dates that lie in the future; not judged without. */
  today?: number;
}

/** All the check screen says about a file. */
export interface Understanding {
  report: ReadReport;
  /** The source as a recipe keeps it: the columns as read, whatever steps stand before the automatic ones. */
  source: RecipeSource;
  /** The other sources of the recipe, where the table was made of several files. */
  others?: readonly RecipeSource[];
  columns: readonly ColumnSummary[];
  guesses: readonly RoleGuess[];
  grain: Grain;
  grainConfidence: number;
  /** Distinct customers; for customer files the rows. */
  customers: number;
  /** First and last date in ms, of the column with role date; null without one. */
  from: number | null;
  to: number | null;
  /** How money is computed from the roles; null if the file has none. */
  money: Money | null;
  /** Of orders: the quantities and prices that may be multiplied to money, the one in use first. Absent in sessions stored by earlier versions. */
  products?: readonly { quantity: string; price: string }[];
  /** Absent in sessions stored by earlier versions. */
  currency?: Currency;
  /** Sum of money over all rows, returns subtracted, and the part on rows that name no customer. */
  moneyTotal: number | null;
  moneyWithoutCustomer: number | null;
  /** For customer files; empty for orders. */
  lists: readonly SortedColumn[];
  findings: readonly Finding[];
  /** The automatic recipe for these roles, or why there is none. */
  recipe:
    | { ok: true; recipe: Recipe }
    | { ok: false; code: string; details: Record<string, string | number | null | readonly string[]> };
}
