// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the end-to-end tests need them too
/// <reference path="../../src/engine/files/sqlite/sql-js.d.ts" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initSqlJs, { type Database, type SqlValue } from 'sql.js/dist/sql-wasm-browser.js';

const WASM = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm-browser.wasm');
const sqlite = await initSqlJs({ wasmBinary: new Uint8Array(readFileSync(WASM)) });

/** The bytes of an SQLite database that some statements have made. */
export function databaseOf(sql: string): Uint8Array {
  const database: Database & { export?(): Uint8Array } = new sqlite.Database(new Uint8Array(0));
  database.exec(sql);
  const bytes = new Uint8Array(database.export!());
  database.close();
  return bytes;
}

/** The rows that a query finds in the database that some statements make. */
export function answersOf(statements: string, query: string): SqlValue[][] {
  const database = new sqlite.Database(new Uint8Array(0));
  database.exec(statements);
  const found = database.exec(query)[0]?.values ?? [];
  database.close();
  return found;
}
