import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { dialects } from '../../../../src/engine/export/code/sql/dialects';
import type { Kind } from '../../../../src/engine/table/columns';

/** A cell as databases and Python give it back: dates as moments in words. */
export type Cell = string | number | boolean | null;
export type Rows = Record<string, Cell>[];

/** A column of a table to be loaded; dates as `2011-12-09` or `2011-12-09T12:50:00`. */
export interface Loaded {
  name: string;
  kind: Kind;
  cells: readonly Cell[];
}

export interface Database {
  target: 'duckdb' | 'postgresql';
  /** Makes the table anew. */
  load(table: string, columns: readonly Loaded[]): Promise<void>;
  /** Makes the table of a delimited file. */
  loadCsv(
    table: string,
    columns: readonly Omit<Loaded, 'cells'>[],
    csv: { path: string; text: () => Uint8Array },
  ): Promise<void>;
  query(sql: string): Promise<Rows>;
}

const createdBy = (
  target: Database['target'],
  table: string,
  columns: readonly Omit<Loaded, 'cells'>[],
): string => {
  const { quoted, types } = dialects[target];
  const list = columns.map(({ name, kind }) => `${quoted(name)} ${types[kind]}`);
  return `DROP TABLE IF EXISTS ${quoted(table)}; CREATE TABLE ${quoted(table)} (${list.join(', ')});`;
};

/** The rows as statements, in their order. */
function insertedBy(target: Database['target'], table: string, columns: readonly Loaded[]): string {
  const { quoted, text } = dialects[target];
  const cell = (value: Cell, kind: Kind): string => {
    if (value === null) return 'NULL';
    if (kind === 'date') return `TIMESTAMP '${String(value).replace('T', ' ').replace('Z', '')}'`;
    return typeof value === 'string' ? text(value) : String(value);
  };
  const rows = (columns[0]?.cells ?? []).map(
    (_, row) => `(${columns.map(({ cells, kind }) => cell(cells[row]!, kind)).join(', ')})`,
  );
  return rows.length === 0 ? '' : `INSERT INTO ${quoted(table)} VALUES ${rows.join(', ')};`;
}

/** As numbers, texts, truth and moments in words; dates without a clock end with the day. */
function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'object')
    return dateText(new Date(Number((value as { micros: bigint }).micros / 1000n)));
  return value as Cell;
}

const dateText = (date: Date): string => date.toISOString().replace('.000Z', '').replace('T00:00:00', '');

async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection: DuckDBConnection = await instance.connect();
  return {
    target: 'duckdb',
    load: async (table, columns) => {
      await connection.run(createdBy('duckdb', table, columns) + insertedBy('duckdb', table, columns));
    },
    loadCsv: async (table, columns, { path }) => {
      await connection.run(createdBy('duckdb', table, columns));
      await connection.run(
        `COPY ${dialects.duckdb.quoted(table)} FROM ${dialects.duckdb.text(path)} (HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"')`,
      );
    },
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      return reader
        .getRows()
        .map((row) => Object.fromEntries(row.map((value, i) => [names[i]!, plain(value)])));
    },
  };
}

async function openPostgres(): Promise<Database> {
  const database = await PGlite.create();
  await database.exec("SET TimeZone = 'UTC'");
  // Moments without a zone are read as they stand.
  const parsers = { 1114: (text: string) => new Date(`${text.replace(' ', 'T')}Z`) };
  return {
    target: 'postgresql',
    load: async (table, columns) => {
      await database.exec(createdBy('postgresql', table, columns) + insertedBy('postgresql', table, columns));
    },
    loadCsv: async (table, columns, { text }) => {
      await database.exec(createdBy('postgresql', table, columns));
      const blob = new Blob([text() as Uint8Array<ArrayBuffer>]);
      await database.query(
        `COPY ${dialects.postgresql.quoted(table)} FROM '/dev/blob' WITH (FORMAT csv, HEADER)`,
        [],
        { blob },
      );
    },
    query: async (sql) => {
      const { rows } = await database.query<Record<string, unknown>>(sql, [], { parsers });
      return rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
      );
    },
  };
}

const OPEN = { duckdb: openDuckdb, postgresql: openPostgres };
const opened = new Map<string, Promise<Database>>();

/** The database of that kind, in memory; opened once, for PostgreSQL takes seconds to begin. */
export function databaseOf(target: Database['target']): Promise<Database> {
  const known = opened.get(target) ?? OPEN[target]();
  opened.set(target, known);
  return known;
}
