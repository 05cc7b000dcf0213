import { cellShape } from './cell-shape';

const SAMPLE_ROWS = 200;

/**
 * Whether the first record names the columns. It does not where it holds numbers or dates above numbers or dates,
 * unless they are a run of years or of other rising whole numbers beside words (`Country, 2019, 2020`).
 */
export function sniffHeader(records: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = records;
  if (!first) return false;
  const shapes = first.map(cellShape);
  const valued = (shape: string | undefined) => shape === 'number' || shape === 'date';
  const values = shapes.filter(valued).length;
  if (values === 0) return rest.length > 0 || first.length > 1;
  const sample = rest.slice(0, SAMPLE_ROWS);
  if (sample.length === 0) return false;
  if (isRun(first) && shapes.includes('word')) return true;
  const alike = shapes.filter((shape, column) => {
    if (!valued(shape)) return false;
    const below = sample
      .map((record) => cellShape(record[column] ?? ''))
      .filter((other) => other !== 'blank');
    return below.filter((other) => other === shape).length * 2 > below.length;
  }).length;
  return alike * 2 < values || (alike === 0 && shapes.includes('word'));
}

/** Whole numbers that rise from column to column, as the names of years, weeks or sizes do. */
function isRun(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\d{1,4}$/.test(cell.trim())).map(Number);
  const others = cells.filter((cell) => cellShape(cell) === 'number' || cellShape(cell) === 'date').length;
  return (
    numbers.length >= 2 &&
    numbers.length === others &&
    numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1)
  );
}

/** Cells of a record that could name a column: neither blank nor numbers nor dates. */
export const nameable = (record: readonly string[]): number =>
  record.filter((cell) => ['word', 'odd'].includes(cellShape(cell))).length;
