import Papa from 'papaparse';
import type { Rows } from './databases';

/** The rows of a labelled file; empty cells are blanks. */
export function rowsOf(csv: string): Rows {
  if (csv.startsWith('ERROR')) throw new Error(csv);
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === '' ? null : cell])),
  );
}
