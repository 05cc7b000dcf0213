import type { Work } from '../../work';
import type { Rectangle } from './sheet-block';

/** Cells made one; the first holds what is shown. */
export type Merge = Rectangle;

/** Takes the filled cells of a sheet, row by row, each row from left to right. */
export interface CellSink {
  /** Rows so far. */
  readonly rows: number;
  row(row: number, hidden: boolean): void;
  /** Text in UTF-8 as it is meant; empty text is no cell. */
  text(column: number, bytes: Uint8Array, start: number, end: number): void;
  /** Text as delimited text has it: between quotes where it must be. */
  ready(column: number, bytes: Uint8Array, start: number, end: number): void;
  /** A number in its shortest digits. */
  digits(column: number, bytes: Uint8Array, start: number, end: number): void;
  /** A number, a moment or a truth value in ASCII. */
  value(column: number, text: string): void;
  words(column: number, text: string): void;
  /** An error: it fills its cell and says nothing. */
  error(column: number): void;
  merge(merge: Merge): void;
}

export interface Worksheet {
  name: string;
  hidden: boolean;
  /** How much there is of it, in any unit: tells which sheet is likely to be the fullest. */
  size: number;
  /**
   * Gives its filled cells and its merges in their order; may be asked again. Ends early once there is `enough`.
   * Gives which share of the sheet was read, 0 to 1.
   */
  write(to: CellSink, work: Work, enough?: () => boolean): Promise<number>;
}

/** What every reader of spreadsheets gives, whichever it is. */
export interface Workbook {
  reader: 'stream' | 'sheetjs';
  worksheets: readonly Worksheet[];
}
