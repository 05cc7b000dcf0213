import { cellShape } from './cell-shape';

const SAMPLE_CELLS = 1 << 14;
const MOST = 4;
const MOSTLY = 0.8;
const LEAST_BELOW = 3;

/**
 * How many records at the top name the columns: 1 unless more of them hold words above columns that hold numbers or
 * dates further down. The topmost may be a line of groups, such as years above several columns each.
 */
export function countHeaderRows(records: readonly (readonly string[])[]): number {
  for (let rows = Math.min(MOST, records.length - LEAST_BELOW); rows > 1; rows--) {
    if (isHeader(records, rows)) return rows;
  }
  return 1;
}

function isHeader(records: readonly (readonly string[])[], rows: number): boolean {
  const valued = valuedColumns(records.slice(rows, rows + sampleRows(records)));
  if (valued.length === 0) return false;
  return records.slice(0, rows).every((record, line) => {
    const shapes = valued.map((column) => cellShape(record[column] ?? ''));
    const words = shapes.filter((shape) => shape === 'word' || shape === 'odd').length;
    const values = shapes.filter((shape) => shape === 'number' || shape === 'date').length;
    const last = line === rows - 1;
    if (line === 0 && rows > 1 && isGroups(record)) return true;
    return values === 0 && words * 2 >= valued.length && (!last || words > 0) && filledCells(record) > 1;
  });
}

/** Groups leave cells blank to their right; what they hold may be years. */
function isGroups(record: readonly string[]): boolean {
  const filled = record.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || filled.length * 2 > record.length + 1) return false;
  return filled.every((cell) => /^\d{4}$/.test(cell.trim()) || ['word', 'odd'].includes(cellShape(cell)));
}

const filledCells = (record: readonly string[]): number => record.filter((cell) => cell.trim() !== '').length;

/** Enough rows to judge by, fewer of a wide table. */
const sampleRows = (records: readonly (readonly string[])[]): number =>
  Math.max(LEAST_BELOW, Math.ceil(SAMPLE_CELLS / Math.max(1, records[0]!.length)));

function valuedColumns(rows: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const shapes = rows.map((row) => cellShape(row[column] ?? '')).filter((shape) => shape !== 'blank');
    const values = shapes.filter((shape) => shape === 'number' || shape === 'date').length;
    return shapes.length >= Math.min(2, rows.length) && values >= shapes.length * MOSTLY;
  });
}
