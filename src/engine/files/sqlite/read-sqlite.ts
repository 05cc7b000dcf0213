import type { Database, SqlValue } from 'sql.js/dist/sql-wasm-browser.js';
import { EngineError } from '../../errors';
import type { Work } from '../../work';
import type { ByteSource } from '../source';
import type { StoredTable } from '../stored/stored-table';
import { databaseBytes } from './database-bytes';
import { countFaults } from './count-faults';
import { firstCells } from './first-cells';
import { listTables, type DatabaseTable } from './list-tables';
import { loadSqlite } from './load-sqlite';
import { quoted } from './quoted';
import { ValueColumn } from './value-column';

const BLOCK = 2048;

/**
 * Reads one table or view of an SQLite database: the one of that name, else the table with the most rows. The file is
 * held in memory meanwhile.
 * @throws EngineError `unreadable-file` (reason `damaged`, `no-tables`, `wal-only`, `no-such-sheet`), `file-too-large`;
 * Stopped; any other error where the file is damaged
 */
export async function readSqlite(
  source: ByteSource,
  wanted: string | undefined,
  work: Work,
): Promise<StoredTable> {
  const rest = work.breathe({ phase: 'reading', done: 0, total: source.size, unit: 'bytes' });
  if (rest) await rest;
  const [{ Database }, { bytes, wal }] = await Promise.all([loadSqlite(), databaseBytes(source)]);
  const database = new Database(bytes);
  try {
    const tables = await listTables(database, work);
    const table = chosenTable(source, tables, wanted, wal);
    const columns = await columnsOf(database, table, work);
    const others = tables.filter(({ name, rows }) => name !== table.name && rows > 0);
    return {
      format: 'sqlite',
      rows: columns.rows,
      codecs: [],
      columns: columns.all.map((column) => column.finish()),
      leftOut: [],
      wal,
      faults: table.isView ? 0 : countFaults(database, table.name),
      chosen: {
        name: table.name,
        preview: firstCells(database, table.name),
        others: others.map(({ name, rows }) => ({ name, rows, preview: firstCells(database, name) })),
      },
    };
  } finally {
    database.close();
  }
}

/** The table of that name; if it is not there, the only one with rows, as databases of another month have. */
function chosenTable(
  source: ByteSource,
  tables: readonly DatabaseTable[],
  wanted: string | undefined,
  wal: boolean,
): DatabaseTable {
  const details = { file: source.name, format: 'sqlite' };
  const filled = tables.filter(({ rows }) => rows > 0);
  const named = tables.find(({ name }) => name === wanted);
  if (wanted !== undefined && !named && filled.length > 1)
    throw new EngineError('unreadable-file', { ...details, reason: 'no-such-sheet', sheet: wanted });
  const kept = filled.filter(({ isView }) => !isView);
  const [first, ...others] = named ? [named] : kept.length > 0 ? kept : filled.length > 0 ? filled : tables;
  if (!first)
    throw new EngineError('unreadable-file', { ...details, reason: wal ? 'wal-only' : 'no-tables' });
  return others.reduce((best, table) => (table.rows > best.rows ? table : best), first);
}

async function columnsOf(database: Database, { name, rows: total }: DatabaseTable, work: Work) {
  // Hidden columns of virtual tables are not among those that `*` brings.
  const [info] = database.exec(
    `select name, type from pragma_table_xinfo('${name.replaceAll("'", "''")}') where hidden <> 1`,
  );
  const all = (info?.values ?? []).map(([column, type]) => new ValueColumn(String(column), String(type)));
  const statement = database.prepare(`select * from ${quoted(name)}`);
  let rows = 0;
  try {
    for (;;) {
      const block = nextRows(statement, all.length);
      for (const [at, column] of all.entries()) column.add(block.cells[at]!);
      rows += block.count;
      // A statement that came to its end would begin anew.
      if (block.count < BLOCK) return { all, rows };
      const rest = work.breathe({ phase: 'reading', done: Math.min(rows, total), total, unit: 'rows' });
      if (rest) await rest;
    }
  } finally {
    statement.free();
  }
}

/** The next rows, column by column. */
function nextRows(statement: ReturnType<Database['prepare']>, width: number) {
  const cells: SqlValue[][] = Array.from({ length: width }, () => []);
  let count = 0;
  while (count < BLOCK && statement.step()) {
    const row = statement.get(null, { useBigInt: true });
    for (let at = 0; at < width; at++) cells[at]!.push(row[at] ?? null);
    count++;
  }
  return { cells, count };
}
