/** What is to be said about a file once it is written: counts of cells and characters, all from 0. */
export interface ExportNotes {
  /** Cells and heads that began like a formula and were given an apostrophe. */
  guarded: number;
  /** Characters that the encoding does not have, written as `?`. */
  unfit: number;
  /** Texts that were cut, for a cell of a spreadsheet holds 32,767 characters. */
  cut: number;
  /** Sheets the rows stand in, where they are more than one sheet holds; else 0. */
  sheets: number;
}

export const newNotes = (): ExportNotes => ({ guarded: 0, unfit: 0, cut: 0, sheets: 0 });
