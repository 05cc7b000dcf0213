import type { Database } from 'sql.js/dist/sql-wasm-browser.js';

/** How many faults SQLite's own check (`quick_check`) finds in how a table is stored; 0 for a view. */
export function countFaults(database: Database, name: string): number {
  const [found] = database.exec(`pragma quick_check('${name.replaceAll("'", "''")}')`);
  const lines = (found?.values ?? []).flatMap(([message]) => String(message).split('\n'));
  return lines.filter((line) => line !== 'ok' && !line.startsWith('***')).length;
}
