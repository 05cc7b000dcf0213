import type { ColumnTable } from 'arquero';
import type { Column } from '../../table/columns';
import type { Role } from '../../table/meta';
import { columnNames, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { kindOverview } from './kind-overview';

/** What a number column holds; blanks are skipped. Conventions: docs/EXPLORE.md. */
export interface NumberSummary {
  min: number;
  max: number;
  /** At 5, 25, 50, 75 and 95 %, type 7. */
  quantiles: readonly [p05: number, p25: number, median: number, p75: number, p95: number];
  mean: number;
  /** Divisor n − 1; null for one value. */
  deviation: number | null;
  /** As pandas (adjusted, G1 and G2); null where not defined. */
  skewness: number | null;
  kurtosis: number | null;
  zeros: number;
  negatives: number;
  whole: boolean;
  /** Outside the box plot's fences, 1.5 × the range of the quartiles; `far` of them beyond 3 ×. */
  outliers: { below: number; above: number; lowFence: number; highFence: number; far: number };
}

/** What a date column holds. */
export interface DateSummary {
  /** ms since 1970, UTC. */
  min: number;
  max: number;
  hasTime: boolean;
  /** Different days. */
  days: number;
  /** Rows by day of the week, Monday first. */
  weekdays: readonly number[];
  /** Rows by hour of the day; null without a time of day, and where all say midnight. */
  hours: readonly number[] | null;
  /** The longest stretch of days without a row, if it is longer than the rhythm of the column explains. */
  gap: { from: number; to: number; days: number } | null;
}

/** What a text column holds. Lengths in characters (code points). */
export interface TextSummary {
  shortest: number;
  longest: number;
  meanLength: number;
}

/** The small picture of a column: bars that count rows. */
export type ColumnPicture =
  /** Equal bins from `from` to `to`; `below` counts the rows below `from`, `above` those at `to` or above: tails, which are bars of their own (0: none). */
  | { shape: 'histogram'; from: number; to: number; counts: readonly number[]; below: number; above: number }
  /** The most frequent values, and the rows of all others; of at most five different numbers and of yes and no all, in their own order. No bars where all values are different and there are several. */
  | { shape: 'bars'; bars: readonly { value: string; count: number }[]; others: number }
  /** Rows per day, week, month or year; `starts` in ms, none left out. More than 60 years come in fives, tens … */
  | {
      shape: 'time';
      unit: 'day' | 'week' | 'month' | 'year';
      starts: readonly number[];
      counts: readonly number[];
    }
  /** Nothing but blanks. */
  | { shape: 'none' };

/** One card of the overview. */
export interface ColumnOverview {
  name: string;
  kind: Column['kind'];
  role: Role | null;
  identifier: boolean;
  rows: number;
  missing: number;
  distinct: number;
  numbers: NumberSummary | null;
  dates: DateSummary | null;
  texts: TextSummary | null;
  /** Most frequent first, at most eight; empty where all are different and there are several. */
  frequent: readonly { value: string | number; count: number }[];
  /** 1 − entropy ÷ the greatest it can be: 0 where all values are as frequent, near 1 where one drowns the others. Null of one value or more than 50. */
  imbalance: number | null;
  picture: ColumnPicture;
}

/** What is known of a table's columns beside their cells. */
export interface KnownOfColumns {
  /** By column. */
  roles: ReadonlyMap<string, Role>;
  /** Columns of text that name things rather than say things. */
  identifiers: ReadonlySet<string>;
}

/**
 * One card per column, in the order of the table; exact over all rows. Conventions: docs/EXPLORE.md.
 * @throws Stopped
 */
export async function overviewOf(
  table: ColumnTable,
  { roles, identifiers }: KnownOfColumns,
  work: Work,
): Promise<readonly ColumnOverview[]> {
  const cards: ColumnOverview[] = [];
  for (const name of columnNames(table)) {
    const column = columnOf(table, name);
    const [role, identifier] = [roles.get(name) ?? null, identifiers.has(name)];
    const found = await kindOverview(column, work);
    cards.push({ name, kind: column.kind, role, identifier, rows: column.length, ...found });
  }
  return cards;
}
