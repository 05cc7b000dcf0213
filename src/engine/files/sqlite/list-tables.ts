import type { Database } from 'sql.js/dist/sql-wasm-browser.js';
import type { Work } from '../../work';
import { quoted } from './quoted';

/** A table or view that can be read. */
export interface DatabaseTable {
  name: string;
  isView: boolean;
  rows: number;
}

/** Views are counted so far only: what they bring may take for ever to come to its end. */
const MOST_VIEW_ROWS = 1_000_000;

/** Tables and views in the order they were made, without those of SQLite itself and those that cannot be counted. */
export async function listTables(database: Database, work: Work): Promise<DatabaseTable[]> {
  const [found] = database.exec(
    "select name, type from sqlite_schema where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'",
  );
  const tables: DatabaseTable[] = [];
  for (const [name, type] of found?.values ?? []) {
    const rest = work.breathe();
    if (rest) await rest;
    const isView = type === 'view';
    const rows = countOf(database, String(name), isView);
    if (rows !== null) tables.push({ name: String(name), isView, rows });
  }
  return tables;
}

/** Null where it cannot be read: a virtual table of a module that is not there, a view of a table that is gone. */
function countOf(database: Database, name: string, isView: boolean): number | null {
  const from = isView ? `(select 1 from ${quoted(name)} limit ${MOST_VIEW_ROWS})` : quoted(name);
  try {
    return Number(database.exec(`select count(*) from ${from}`)[0]?.values[0]?.[0]);
  } catch (thrown) {
    if (thrown instanceof Error && /malformed|not a database/.test(thrown.message)) throw thrown;
    return null;
  }
}
