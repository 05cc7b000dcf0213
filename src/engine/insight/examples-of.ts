import { isMissing, type Column } from '../table/columns';

const EXAMPLES = 3;
const LOOKED_AT = 2000;

/** The first three different cells of a column among its first 2,000: numbers, dates in ms, or text. */
export function examplesOf(column: Column): (string | number)[] {
  const found: (string | number)[] = [];
  for (let row = 0; row < Math.min(column.length, LOOKED_AT) && found.length < EXAMPLES; row++) {
    if (isMissing(column, row)) continue;
    const cell = cellOf(column, row);
    if (!found.includes(cell)) found.push(cell);
  }
  return found;
}

function cellOf(column: Column, row: number): string | number {
  if (column.kind === 'text') return column.at(row)!;
  return column.kind === 'boolean' ? column.spelling[column.values[row] as 0 | 1] : column.values[row]!;
}
