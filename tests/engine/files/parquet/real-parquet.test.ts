import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../src/engine/errors';
import { openTable } from '../../../../src/engine/files/open-table';
import type { ReadResult } from '../../../../src/engine/files/read-report';
import { columnNames, columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { compared, expectedFacts, type FileFacts } from '../../../support/columnar';
import { hasRealFiles, realFile, realPath } from '../../../support/files';

const list = (folder: string) =>
  hasRealFiles ? readdirSync(realPath(`parquet/${folder}`)).filter((name) => name.endsWith('.parquet')) : [];
const FILES = [...list(''), ...list('hyparquet').map((name) => `hyparquet/${name}`)];

/** Files that are refused, and why. */
const REFUSED: Record<string, string> = {
  // No rows at all.
  'hyparquet/issue97.parquet': 'header-only',
  // Its only column is a variant.
  'hyparquet/shredded-sparse-timestamp.parquet': 'no-columns',
};

async function opened(path: string): Promise<ReadResult | string> {
  try {
    return (await openTable(realFile(`parquet/${path}`), {}, unwatched)).read;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { reason } = error.details;
    return typeof reason === 'string' ? reason : error.code;
  }
}

describe.skipIf(!hasRealFiles)(
  'openTable on real Parquet files (skipped where ../shared/data is absent)',
  () => {
    it('finds the files', () => expect(FILES).toHaveLength(35));

    // DuckDB's answers: tests/expectations/columnar/make.mjs.
    const facts = hasRealFiles ? expectedFacts('parquet') : {};
    it.each(FILES)('has the rows and the cells that DuckDB finds in %s, or says why not', async (path) => {
      const read = await opened(path);
      const expected = facts[path] as FileFacts;
      expect(typeof read === 'string' ? read : read.report.rows).toBe(REFUSED[path] ?? expected.rows);
      const { table } = read as ReadResult;
      const shown = path in REFUSED ? [] : Object.entries(expected.columns);
      for (const [name, of] of shown) {
        const { wanted, found, ratio } = compared(columnOf(table, name.trim()), of);
        expect([name, wanted]).toMatchObject([name, found]);
        expect(ratio).toBeCloseTo(1, 9);
      }
    });

    // The rows that hyparquet's own tests expect lie beside its files.
    it.each(FILES.filter((path) => path.startsWith('hyparquet/') && !(path in REFUSED)))(
      'has every cell that hyparquet expects in %s',
      async (path) => {
        const rows = JSON.parse(
          readFileSync(realPath(`parquet/${path.replace('.parquet', '.json')}`), 'utf8'),
        ) as Json[][];
        const { table, report } = (await opened(path)) as ReadResult;
        const left = new Set(report.stored!.leftOut.map(({ column }) => column));
        const tops = [...new Set([...columnNames(table), ...left].map((name) => name.split('.')[0]!))];
        // The rows are lists without names; files with columns left out keep the others in their order.
        const wide = rows[0]!.length;
        expect(wide).toBe(tops.length);
        const order = report.stored!.leftOut.length > 0 ? tops.filter((name) => !left.has(name)) : tops;
        for (const [row, cells] of rows.entries()) {
          for (const [at, name] of order.entries())
            expect([row, name, sameCell(table, name, row, cells[at]!)]).toEqual([row, name, true]);
        }
      },
    );
  },
);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Whether a cell, or the columns that its struct became, hold what is expected. */
function sameCell(table: ReadResult['table'], name: string, row: number, expected: Json): boolean {
  const names = columnNames(table);
  if (names.includes(name)) return sameValue(columnOf(table, name).at(row), expected);
  const below = [
    ...new Set(names.filter((one) => one.startsWith(`${name}.`)).map((one) => nextPart(name, one))),
  ];
  return below.every((part) =>
    sameCell(table, `${name}.${part}`, row, isObject(expected) ? (expected[part] ?? null) : null),
  );
}

const nextPart = (name: string, one: string): string => one.slice(name.length + 1).split('.')[0]!;
const isObject = (value: Json): value is { [name: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function sameValue(found: unknown, expected: Json): boolean {
  if (expected === null || expected === undefined) return found === null || found === '[]' || found === '{}';
  if (Array.isArray(expected) || isObject(expected))
    return found === null ? isEmpty(expected) : sameJson(JSON.parse(String(found)) as Json, expected);
  if (found === null) return String(expected).trim() === '';
  if (found instanceof Date) return new Date(String(expected)).getTime() === found.getTime();
  if (typeof found === 'boolean') return found === (expected === true || expected === 'Y');
  return typeof expected === 'number' ? near(Number(found), expected) : String(found) === expected;
}

const isEmpty = (value: object): boolean => Object.values(value).every((one) => one === null);
const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-12;

function sameJson(found: Json, expected: Json): boolean {
  if (typeof expected === 'number') return near(Number(found), expected);
  if (expected === null || typeof expected !== 'object') return found === expected;
  if (found === null || typeof found !== 'object') return false;
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  const of = (value: object, key: string): Json => (value as { [name: string]: Json })[key] ?? null;
  return [...keys].every((key) => sameJson(of(found, key), of(expected, key)));
}
