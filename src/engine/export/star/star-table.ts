import type { ColumnTable } from 'arquero';

/** A table of the star. */
export interface StarTable {
  name: 'customers' | 'segments' | 'profiles' | 'dates' | 'orders' | 'dictionary';
  table: ColumnTable;
  /** What columns hold, where their names do not say it. */
  about: ReadonlyMap<string, string>;
  /** Column → the column of another table whose value it holds: `segments.segment_id`. Blank: it belongs to none. */
  pointsTo: ReadonlyMap<string, string>;
}
