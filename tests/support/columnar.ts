import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bytesSource, type ByteSource } from '../../src/engine/files/source';
import type { Column } from '../../src/engine/table/columns';

const FIXTURES = fileURLToPath(new URL('../fixtures/data/columnar/', import.meta.url));
const EXPECTATIONS = fileURLToPath(new URL('../expectations/columnar/', import.meta.url));

/** A small file that a script under tests/expectations/columnar has made. */
export const columnarFile = (name: string): ByteSource =>
  bytesSource(name, new Uint8Array(readFileSync(FIXTURES + name)));

export const columnarPath = (name: string): string => FIXTURES + name;

/** What another program says of one column; only what its kind has. */
export interface ColumnFacts {
  kind: Column['kind'];
  missing: number;
  sum?: number;
  least?: string | null;
  most?: string | null;
  yes?: number;
  distinct?: number;
}

export interface FileFacts {
  rows: number;
  columns: Record<string, ColumnFacts>;
}

export const expectedFacts = (name: string): Record<string, FileFacts | { refused: string }> =>
  JSON.parse(readFileSync(`${EXPECTATIONS}${name}.json`, 'utf8')) as Record<
    string,
    FileFacts | { refused: string }
  >;

const numberOf = (cell: unknown): number => (cell instanceof Date ? cell.getTime() : Number(cell));

/** The same of one of our columns, as far as its kind has it. */
function factsOf(column: Column, { kind }: ColumnFacts): Partial<ColumnFacts> {
  const cells = [...column].filter((cell) => cell !== null);
  const missing = column.length - cells.length;
  if (kind === 'number' || kind === 'date') {
    const numbers = cells.map(numberOf).sort((a, b) => a - b);
    const ends = { least: numbers[0], most: numbers.at(-1) };
    return { kind, missing, ...(kind === 'number' && { sum: sumOf(numbers) }), ...asTexts(ends) };
  }
  if (kind === 'boolean') return { kind, missing, yes: cells.filter((cell) => cell === true).length };
  const distinct = new Set(cells.map(String)).size;
  if (column.kind !== 'text') return { kind, missing, distinct };
  const texts = cells.map(String).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return { kind, missing, distinct, ...asTexts({ least: texts[0], most: texts.at(-1) }) };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);
const asTexts = (ends: Record<'least' | 'most', unknown>) => ({
  least: ends.least === undefined ? null : String(ends.least),
  most: ends.most === undefined ? null : String(ends.most),
});

/** Both sides of a comparison: what is expected, and the same of our column; sums as a ratio. */
export function compared(column: Column, expected: ColumnFacts) {
  const { sum: wantedSum, ...wanted } = expected;
  const { sum, ...found } = factsOf(column, expected);
  const plain = (text: string | null | undefined) =>
    text == null || expected.kind !== 'number' ? text : String(Number(text));
  const numeric = { ...wanted, least: plain(wanted.least), most: plain(wanted.most) };
  return { wanted: numeric, found, ratio: sum === undefined || !wantedSum ? 1 : sum / wantedSum };
}

/** What Python says of the tables of each database. */
export const expectedTables = (): Record<string, Record<string, FileFacts>> =>
  JSON.parse(readFileSync(`${EXPECTATIONS}sqlite.json`, 'utf8')) as Record<string, Record<string, FileFacts>>;
