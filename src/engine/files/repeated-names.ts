import { MISSING, TextColumn, type Column } from '../table/columns';
import type { ReadReport } from './read-report';

const LEAST = 2;
const LOOK_AT = 2;
const MOST_SHOWN = 20;

/**
 * Rows that repeat the names of the columns, as where several exports were put into one file: in half of the columns
 * and two at least, one of the first two among them, every other cell blank. Null where there is none.
 */
export function repeatedNames(
  names: readonly string[],
  columns: readonly Column[],
): NonNullable<ReadReport['repeatedNames']> | null {
  const codeAt = (at: number): number => codeOf(columns[at], names[at]?.trim() ?? '');
  if (!Array.from({ length: LOOK_AT }, (_, at) => codeAt(at)).some((code) => code !== MISSING)) return null;
  const codes = names.map((_, at) => codeAt(at));
  const known = codes.filter((code) => code !== MISSING).length;
  const needed = Math.max(LEAST, names.length / 2);
  if (known < needed) return null;
  const found = new Set<number>();
  for (let at = 0; at < LOOK_AT; at++) {
    const column = columns[at];
    if (!(column instanceof TextColumn) || codes[at] === MISSING) continue;
    const own = column.codes;
    for (let row = 0; row < own.length; row++)
      if (own[row] === codes[at] && repeats(columns, codes, row, needed)) found.add(row + 1);
  }
  const rows = [...found].sort((a, b) => a - b);
  return rows.length === 0 ? null : { count: rows.length, first: rows.slice(0, MOST_SHOWN) };
}

/** The same of records that were left out. */
export const leftOut = (rows: readonly number[]): NonNullable<ReadReport['repeatedNames']> => ({
  count: rows.length,
  first: rows.slice(0, MOST_SHOWN),
  leftOut: true,
});

/** The same of one record: its cells, and the names without blanks around them. */
export function isRepeat(cells: readonly string[], names: readonly string[]): boolean {
  const alike = cells.map((cell, at) => cell.trim() !== '' && cell.trim() === names[at]);
  if (!alike.slice(0, LOOK_AT).includes(true)) return false;
  const others = cells.filter((cell, at) => !alike[at] && cell.trim() !== '');
  return others.length === 0 && alike.filter(Boolean).length >= Math.max(LEAST, names.length / 2);
}

function repeats(columns: readonly Column[], codes: readonly number[], row: number, needed: number): boolean {
  let alike = 0;
  for (const [at, column] of columns.entries()) {
    const code = codes[at] ?? MISSING;
    if (column instanceof TextColumn && code !== MISSING && column.codes[row] === code) alike++;
    else if (column.at(row) !== null) return false;
  }
  return alike >= needed;
}

/** The code of a text in a column; `MISSING` where it does not stand there. */
function codeOf(column: Column | undefined, text: string): number {
  if (!(column instanceof TextColumn) || text === '') return MISSING;
  const { bytes, offsets, size } = column.dictionary;
  const wanted = new TextEncoder().encode(text);
  for (let code = 0; code < size; code++) {
    const start = offsets[code]!;
    if (
      offsets[code + 1]! - start === wanted.length &&
      wanted.every((byte, at) => bytes[start + at] === byte)
    )
      return code;
  }
  return MISSING;
}
