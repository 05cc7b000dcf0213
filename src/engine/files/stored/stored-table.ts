import type { Column } from '../../table/columns';

/** Files that keep cells with their kinds, rather than as text. */
export type StoredFormat = 'parquet' | 'sqlite';

/**
 * What became of a column whose kind is none of the four: lists and structs as `json`, bytes as `hex` or, where they
 * are UTF-8, as text (`bytes`); `utc`: moments stored as UTC and shown so; `unix`, `julian`: moments stored as a
 * count of seconds or days.
 */
export type Rewritten = 'json' | 'hex' | 'bytes' | 'utc' | 'unix' | 'julian';

export interface StoredColumn {
  name: string;
  /** Null where its cells cannot be shown. */
  column: Column | null;
  as: Rewritten | null;
}

interface ChosenTable {
  name: string;
  preview: readonly (readonly string[])[];
}

/** A table as such a file keeps it, before its texts are looked at. */
export interface StoredTable {
  format: StoredFormat;
  rows: number;
  /** Compressions met; none where nothing is packed. */
  codecs: readonly string[];
  columns: readonly StoredColumn[];
  /** Columns that cannot be shown: `binary`, `interval`, `variant`, `geometry`. */
  leftOut: readonly { column: string; reason: string }[];
  /** Of a database: whether its last changes may lie in a `-wal` file beside it. */
  wal?: boolean;
  /** Of a database: faults in how the table is stored; rows may be missing or wrong. */
  faults?: number;
  /** Of a database: the table that was read and the others, each with its names and first rows as texts. */
  chosen?: ChosenTable & { others: readonly (ChosenTable & { rows: number })[] };
}
