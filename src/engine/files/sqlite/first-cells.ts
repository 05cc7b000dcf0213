import type { Database } from 'sql.js/dist/sql-wasm-browser.js';
import { cellText } from './cell-text';
import { quoted } from './quoted';

const ROWS = 5;
const COLUMNS = 8;
const LETTERS = 60;

/** The names and the first rows of a table or view as texts, to choose it by; none where it cannot be read. */
export function firstCells(database: Database, name: string): string[][] {
  try {
    const [found] = database.exec(`select * from ${quoted(name)} limit ${ROWS}`, null, { useBigInt: true });
    if (!found) return [];
    return [found.columns, ...found.values].map((row) =>
      row.slice(0, COLUMNS).map((value) => cellText(value).slice(0, LETTERS)),
    );
  } catch {
    return [];
  }
}
