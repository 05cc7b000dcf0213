import type { ColumnTable } from 'arquero';
import type { RecipeStep } from '../../recipe/schema';
import type { Work } from '../../work';
import type { Understanding } from '../understanding';

/** What a step would do, counted; a step does one of the three. */
export interface Effect {
  /** Rows that would go. */
  rows: number;
  /** Cells that would read otherwise. */
  cells: number;
  /** Columns that would go. */
  columns: number;
}

/** Why applying it leaves the segments as they are, or why that cannot be promised. */
export type Why =
  /** No automatic step reads the column. */
  | 'not-read'
  /** The automatic steps fill these blanks with the same. */
  | 'filled-alike'
  /** The automatic steps drop these rows themselves. */
  | 'dropped-anyway'
  /** Rows go that would count. */
  | 'rows-count'
  /** An automatic step reads the column, or it has a role that one reads. */
  | 'read'
  /** The column might be read by other automatic steps afterwards. */
  | 'may-be-read'
  /** Rows would become copies of others, which the automatic steps drop. */
  | 'makes-copies'
  /** There are no automatic steps. */
  | 'no-segments';

/** Something that may be cleaned, and the step that does it. */
export interface Suggestion {
  /** Code, columns and what it is about: the same for the same matter, so that a refusal is remembered. */
  id: string;
  /** A key of `ui/text/suggestions.ts`. */
  code: string;
  columns: readonly string[];
  effect: Effect;
  /** Rows, cells or columns concerned, of all rows, of the cells of these columns or of all columns; 0 to 1. */
  share: number;
  /** Numbers and texts the sentence needs. */
  details: Readonly<Record<string, string | number | null>>;
  step: Pick<RecipeStep, 'op' | 'params'>;
  /** Whether applying it leaves every number that segments are made from as it is (docs/CLEANING.md). */
  safe: boolean;
  why: Why;
}

/** A suggestion before it is said whether it is safe. */
export type Draft = Pick<Suggestion, 'code' | 'columns' | 'step'> & {
  effect: Partial<Effect>;
  /** Tells those of one code and column apart. */
  about?: string;
  details?: Suggestion['details'];
};

/** What suggestions are made from: the table that was understood, and what is known of it. */
export interface Studied {
  table: ColumnTable;
  understanding: Understanding;
  /** Columns the automatic steps read, and those whose role they would read. */
  read: ReadonlySet<string>;
  /** Today in ms; null where it is not known. */
  today: number | null;
  work: Work;
}

/** One kind of suggestion. */
export type Look = (studied: Studied) => readonly Draft[] | Promise<readonly Draft[]>;
