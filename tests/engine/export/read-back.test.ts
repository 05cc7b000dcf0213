import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { read as sheetjs, utils } from 'xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { newNotes } from '../../../src/engine/export/export-notes';
import { parquetTable } from '../../../src/engine/export/parquet-table';
import { xlsxFile } from '../../../src/engine/export/xlsx/xlsx-file';
import { writeCsv } from '../../../src/engine/files/write-csv';
import { openTable } from '../../../src/engine/files/open-table';
import type { ReadChoice } from '../../../src/engine/files/read-delimited';
import { bytesSource } from '../../../src/engine/files/source';
import type { Kind } from '../../../src/engine/table/columns';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { bytesOf, ODD, oddTable } from '../../support/odd-table';
import { office, python, readByPython } from '../../support/peers/python';
import { cellsOf, table } from '../../support/tables';

type Tables = ReturnType<typeof table>;
const every = (of: Tables) => columnNames(of).map((name) => ({ name }));
const WRITERS = {
  csv: (made: Tables) => bytesOf(writeCsv(made, every(made), { delimiter: ',', decimal: '.' }, unwatched)),
  xlsx: (made: Tables) =>
    bytesOf(xlsxFile([{ name: 'Odd', table: made, columns: every(made) }], unwatched, newNotes())),
  parquet: (made: Tables) => bytesOf(parquetTable(made, every(made), unwatched)),
};
type Format = keyof typeof WRITERS;
const FORMATS = Object.keys(WRITERS) as Format[];

const folder = mkdtempSync(join(tmpdir(), 'tessera-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
async function fileOf(format: Format): Promise<string> {
  const path = join(folder, `odd.${format}`);
  writeFileSync(path, await WRITERS[format](oddTable()));
  return path;
}

const ours = async (format: Format, made: Tables, choice: ReadChoice = {}) => {
  const source = bytesSource(`odd.${format}`, await WRITERS[format](made));
  return cellsOf((await openTable(source, choice, unwatched)).read.table);
};

const TEXTS = ['id', 'text', 'formula', 'mark'];
const DATES = ['day', 'moment'];
/** As JSON would have it: moments as text without a zone. */
const plain = (cells: Record<string, readonly unknown[]>): unknown =>
  JSON.parse(JSON.stringify(cells).replace(/(\d\d:\d\d:\d\d\.\d{3})Z/g, '$1'));

describe('an exported file holds the same cells', () => {
  it.each(FORMATS)('for our own reader: %s', async (format) => {
    expect(await ours(format, oddTable())).toEqual(ODD);
  });

  it('for SheetJS', async () => {
    const book = sheetjs(await WRITERS.xlsx(oddTable()), { dense: true, cellDates: true, UTC: true });
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Odd']!, {
      defval: null,
      UTC: true,
    });
    const columns = Object.fromEntries(Object.keys(ODD).map((name) => [name, rows.map((row) => row[name])]));
    expect(plain(columns)).toEqual(plain(ODD));
  });

  it.each(['csv', 'parquet'] as const)('for DuckDB: %s', async (format) => {
    const path = await fileOf(format);
    const from =
      format === 'csv'
        ? `read_csv('${path}', types = {${TEXTS.map((name) => `'${name}': 'VARCHAR'`).join(', ')}, 'part': 'DOUBLE', 'day': 'TIMESTAMP'})`
        : `read_parquet('${path}')`;
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const found = await connection.runAndReadAll(
      `select * replace (epoch_ms(day) as day, epoch_ms(moment) as moment) from ${from}`,
    );
    const rows = found.getRowObjectsJS();
    connection.closeSync();
    instance.closeSync();
    for (const [name, cells] of Object.entries(ODD)) {
      const wanted = cells.map((cell: unknown) => (cell instanceof Date ? cell.getTime() : cell));
      const got = rows.map((row) => (typeof row[name] === 'bigint' ? Number(row[name]) : row[name]));
      expect([name, ...got]).toEqual([name, ...wanted]);
    }
  });

  it.skipIf(!python)('for pandas: csv', async () => {
    const { pandas } = readByPython(await fileOf('csv'), TEXTS, DATES);
    const paid = ODD.paid.map((cell) => (cell === null ? null : cell ? 'yes' : 'no'));
    expect(pandas).toEqual(plain({ ...ODD, paid }));
  });

  it.skipIf(!python)('for pandas and openpyxl: xlsx', async () => {
    const { pandas, openpyxl } = readByPython(await fileOf('xlsx'), TEXTS, DATES);
    expect(openpyxl).toEqual(plain(ODD));
    // pandas has no truth value for a blank and makes numbers of the others.
    expect(pandas).toEqual(
      plain({ ...ODD, paid: ODD.paid.map((cell) => (cell === null ? null : Number(cell))) }),
    );
  });

  it.skipIf(!office)('for LibreOffice: xlsx', { timeout: 60_000 }, async () => {
    const path = await fileOf('xlsx');
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
    execFileSync(office!, ['--headless', '--convert-to', filter, '--outdir', join(folder, 'office'), path]);
    const bytes = readFileSync(join(folder, 'office', 'odd.csv'));
    const { read } = await openTable(bytesSource('odd.csv', bytes), {}, unwatched);
    expect(cellsOf(read.table)).toEqual(ODD);
  });
});

describe('whatever a table holds', () => {
  const piece = fc.constantFrom(
    'a',
    '"',
    ',',
    '\n',
    '\r\n',
    '\t',
    'é',
    '😀',
    '<',
    '&',
    '_x000D_',
    '=',
    ' ',
    "'",
  );
  const text = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))
    .filter((made) => made.trim() !== '');
  const day = fc.date({ min: new Date('1900-03-01Z'), max: new Date('9999-12-30Z'), noInvalidDate: true });
  // A whole number of 16 digits is read as an identifier, also from a spreadsheet.
  const isIdentifier = (value: number) => Number.isInteger(value) && /^-?\d{16}/.test(String(value));
  const part = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => !isIdentifier(value))
    .map((value) => value + 0 || 0);
  const row = fc.record({
    part: fc.option(part),
    whole: fc.option(fc.integer()),
    name: fc.option(text),
    moment: fc.option(day.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))),
    paid: fc.boolean(),
  });
  const anchor = { part: 0.5, whole: 1, name: 'a', moment: new Date('2020-01-01T10:00:01Z'), paid: true };
  const kinds = new Map<string, Kind>([
    ['part', 'number'],
    ['whole', 'number'],
    ['name', 'text'],
    ['moment', 'date'],
    ['paid', 'boolean'],
  ]);
  const tableOf = (found: readonly Record<string, unknown>[]): Tables => {
    const rows: Record<string, unknown>[] = [anchor, { ...anchor, paid: false }, ...found];
    return table(
      Object.fromEntries(
        Object.keys(anchor).map((name) => [name, rows.map((one) => one[name] ?? null)]),
      ) as never,
    );
  };

  it.each(FORMATS)('%s gives it back', { timeout: 20_000 }, async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (found) => {
        const made = tableOf(found);
        const choice = format === 'parquet' ? {} : { kinds, options: { header: true, missing: [] } };
        // Line ends in cells of a spreadsheet become line feeds, as Excel has them.
        const name = found.map(
          (one) => (format === 'xlsx' ? one.name?.replaceAll('\r\n', '\n') : one.name) ?? null,
        );
        const { name: read, ...others } = await ours(format, made, choice);
        expect(read).toEqual(['a', 'a', ...name]);
        expect({ ...others, name }).toEqual({ ...cellsOf(made), name });
      }),
      { numRuns: 40, seed: 8 },
    );
  });
});
