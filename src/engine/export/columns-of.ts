import { MISSING, NumberColumn, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';

/** A column of texts; null is a blank. */
export function texts(cells: readonly (string | null)[]): TextColumn {
  const codes = new Map<string, number>();
  for (const cell of cells) if (cell !== null && !codes.has(cell)) codes.set(cell, codes.size);
  return new TextColumn(
    Uint32Array.from(cells, (cell) => (cell === null ? MISSING : codes.get(cell)!)),
    Dictionary.of([...codes.keys()]),
  );
}

/** A column of numbers; null is a blank. */
export const numbers = (cells: readonly (number | null)[]): NumberColumn =>
  new NumberColumn(Float64Array.from(cells, (cell) => cell ?? NaN));

/** A name that no column has yet, as close to the wish as can be; it is taken then. */
export function freeName(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wish}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}
