/** A rectangle of a sheet. Rows and columns count from 0; `to…` is the first behind. */
export interface Rectangle {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** A rectangle and what it holds. */
export interface SheetBlock extends Rectangle {
  /** Rows with a filled cell. */
  rows: number;
  /** Filled cells other than errors. */
  cells: number;
  errors: number;
  /** Hidden rows with a filled cell. */
  hiddenRows: number;
}

const LETTERS = 26;

/** The name of a column as spreadsheets have it: A, B … Z, AA … */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  return letters;
}

/** `A1:H20`. */
export const rangeName = ({ fromRow, toRow, fromColumn, toColumn }: Rectangle): string =>
  `${columnLetters(fromColumn)}${fromRow + 1}:${columnLetters(toColumn - 1)}${toRow}`;
