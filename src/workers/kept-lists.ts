import type { CsvLook, ListFormat } from '../engine/index';

/** How lists are written: what a person chooses once for all of them. */
export interface FileLook {
  format: ListFormat;
  csv: CsvLook;
}

/** What was chosen last for lists, kept with the work. */
export interface KeptLists {
  /** Null: as the file that was read. */
  look: FileLook | null;
  /** Of customer lists; null: the usual ones. */
  columns: readonly string[] | null;
  /** Names of the chosen segments, by which they are found again; null: all. */
  segments: readonly string[] | null;
  /** Of the labelled file; null: all. */
  rowColumns: readonly string[] | null;
  /** Whether formulas in the labelled file are made harmless: its cells stay as they were read unless asked for. */
  rowGuard: boolean;
}
