import type { RecipeStep } from '../../recipe/schema';

/** What kinds of findings there are; each is a key of `ui/text`. Thresholds: `thresholds.ts`, docs/EXPLORE.md. */
export type ExploreFindingKind =
  /** `value`: the only one, or null where all cells are blank; `missing`, `share` (of the rows, blank). */
  | 'constant'
  /** `distinct`, `share` (different values ÷ cells that are not blank). */
  | 'almost-unique'
  /** `distinct`, `share` (rows of the most frequent value), `value` (that one). */
  | 'high-cardinality'
  /** `value` (the most frequent), `count`, `share`, `distinct`. */
  | 'imbalance'
  /** `skewness`, `median`, `mean`, `p95`; the remedy evens it out. */
  | 'skew'
  /** `count`, `below`, `above`, `lowFence`, `highFence`, `share`; `far` of them beyond `lowLimit` or `highLimit` (null: none on that side), where the remedy brings them. No remedy: a long tail. */
  | 'outliers'
  /** `missing`, `share`. */
  | 'missing-much'
  /** Columns: the first stays, the second is the same; `equal`: `cells`, or `one-to-one` where only the names of the values differ; `distinct`. */
  | 'duplicate-columns'
  /** Columns: the first tells the second; `distinct` (values of the first), `rows`, `told` (values of the second). */
  | 'determines'
  /** Columns: the date, then what is added up or averaged (`of`: `total`, `mean`, or `rows`: none, they are counted). `unit`: `month`, `weekday` or `hour`; `best`, `least` (0 based), `high`, `low` (what a day of that month, that weekday or that hour brings, or the mean), `times` (best ÷ least, null where `low` is 0 or below), `share` (of the best; null of means), `strength` (0 to 1), `cycles`. */
  | 'season'
  /** Columns as for `season`; `unit`: `month` or `week`; `from`, `to` (what the first and last period bring, or are on average, on the line), `times`, `fit` (r², 0 to 1), `periods`. */
  | 'trend'
  /** Columns: the date; `from`, `to` (ms), `days`. */
  | 'gap'
  /** Columns blank in the same rows: `missing` (rows in which the two that share least are), `share`, `most` (blanks of the one with most). */
  | 'missing-together'
  /** Two columns that go together: `measure`, `value`, `low`, `high`, `spearman`, `rows`; see `Association`. */
  | 'correlation';

/** The picture a finding belongs to. */
export type FindingPicture =
  | { of: 'column'; column: string }
  | { of: 'pair'; columns: readonly [string, string] }
  | { of: 'time'; date: string; measure: string | null; unit: 'month' | 'week' | 'weekday' | 'hour' | 'day' }
  | { of: 'missing' };

/** Something the table says about itself, counted; the sentence is the interface's. */
export interface ExploreFinding {
  kind: ExploreFindingKind;
  columns: readonly string[];
  /** What the sentence needs; see `ExploreFindingKind`. Shares 0 to 1, dates in ms. */
  figures: Readonly<Record<string, number | string | null>>;
  /** 1 may make results wrong, 2 changes how the table is to be read, 3 is good to know. Lists are sorted by it, worst first. */
  severity: 1 | 2 | 3;
  /** 0 to 1, greater is worse: the order among findings of one severity. */
  weight: number;
  picture: FindingPicture;
  /** The step that mends it, where one does; its op and params are as a recipe has them. */
  remedy?: Pick<RecipeStep, 'op' | 'params'>;
}

/** The picture at the top: what each period brought, or how many rows it has. */
export interface Headline {
  date: string;
  /** What is added up, before returns: the columns of the money of a row; empty where rows are counted. */
  measure: readonly string[];
  /** What the money is counted in, as written; null where nothing says so, or for rows. */
  currency: string | null;
  unit: 'day' | 'week' | 'month' | 'year';
  /** Starts of the periods in ms, UTC, none left out. */
  starts: readonly number[];
  totals: readonly number[];
  /** The first and the last day with a row, in ms: the first and last period may be cut. */
  from: number;
  to: number;
  /** Indices of the whole periods with the greatest and the least total, and how many times as much the one is; null where that says nothing. */
  contrast: { best: number; least: number; times: number } | null;
  /** Up to three periods next to each other that bring the greatest share of the sum, 0 to 1. */
  peak: { from: number; to: number; share: number } | null;
}
