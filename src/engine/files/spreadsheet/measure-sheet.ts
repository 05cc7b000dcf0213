import type { Work } from '../../work';
import type { SheetCell, SheetRows } from './workbook';

/** Which part of a sheet is filled. Rows and columns count from 0; `to` is the first behind. */
export interface FilledPart {
  toRow: number;
  fromColumn: number;
  toColumn: number;
  /** Rows with a filled cell. */
  rows: number;
  /** Filled cells other than errors. */
  cells: number;
}

/** Whether a cell holds anything; errors do. */
export const isFilled = (cell: SheetCell | null | undefined): cell is SheetCell =>
  cell != null && cell.t !== 'z' && cell.v !== undefined && cell.v !== null && cell.v !== '';

const BLOCK = 4096;

/** Measures what is filled, so that formats put on empty rows and columns do not count. */
export async function measureSheet(rows: SheetRows, work: Work): Promise<FilledPart> {
  const part: FilledPart = { toRow: 0, fromColumn: Infinity, toColumn: 0, rows: 0, cells: 0 };
  for (let at = 0; at < rows.length; at++) {
    const rest = at % BLOCK === 0 && work.breathe();
    if (rest) await rest;
    const row = rows[at];
    if (!row) continue;
    let filled = false;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      if (!isFilled(cell)) continue;
      filled = true;
      if (cell.t !== 'e') part.cells++;
      if (column < part.fromColumn) part.fromColumn = column;
      if (column >= part.toColumn) part.toColumn = column + 1;
    }
    if (!filled) continue;
    part.rows++;
    part.toRow = at + 1;
  }
  return part;
}
