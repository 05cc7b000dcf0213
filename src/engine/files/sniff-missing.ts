import { cellShape } from './cell-shape';
import { KNOWN_MARKS } from '../table/build/marks';

/** The known spellings of a missing cell that stand in columns whose other cells are all numbers or all dates. */
export function sniffMissing(rows: readonly (readonly string[])[], width: number): string[] {
  const found = new Set<string>();
  for (let column = 0; column < width; column++) {
    const marks = marksOf(rows, column);
    if (marks) for (const mark of marks) found.add(mark);
  }
  return KNOWN_MARKS.filter((mark) => found.has(mark));
}

function marksOf(rows: readonly (readonly string[])[], column: number): Set<string> | null {
  const marks = new Set<string>();
  let shape: string | null = null;
  for (const row of rows) {
    const cell = (row[column] ?? '').trim();
    if (cell === '') continue;
    if (KNOWN_MARKS.includes(cell)) {
      marks.add(cell);
      continue;
    }
    const here = cellShape(cell);
    if ((here !== 'number' && here !== 'date') || (shape !== null && here !== shape)) return null;
    shape = here;
  }
  return shape === null ? null : marks;
}
