import type { ReadReport } from './read-report';
import { rowInFile } from './row-in-file';

/**
 * Where people find a row of data (from 1): its row in the file as a spreadsheet counts, and which file it is, where
 * the table was put together from several; the row of the table itself where rows were left out in between.
 */
export function placeOf(row: number, report: ReadReport): { file: string | null; row: number } {
  if (!report.files) return { file: null, row: rowInFile(row, report.options) };
  if (report.files.reduce((sum, { rows }) => sum + rows, 0) !== report.rows) return { file: null, row };
  let left = row;
  for (const { name, rows, options } of report.files) {
    if (left <= rows) return { file: name, row: rowInFile(left, options) };
    left -= rows;
  }
  return { file: null, row };
}
