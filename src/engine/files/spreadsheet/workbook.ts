/** A cell as its workbook stores it. */
export interface SheetCell {
  /** Number, text, truth value, error; others hold nothing. */
  t: string;
  v?: unknown;
  /** Number format. */
  z?: unknown;
}

/** Rows by their place in the sheet; rows and cells that were never filled may be absent. */
export type SheetRows = (readonly (SheetCell | null | undefined)[] | null | undefined)[];

export interface Worksheet {
  name: string;
  hidden: boolean;
  rows: SheetRows;
}

/** What every reader of spreadsheets gives, whichever it is: the cells of each worksheet. */
export interface Workbook {
  worksheets: readonly Worksheet[];
  /** Days are counted from 1904 rather than 1900. */
  date1904: boolean;
}
