import { unzipSync } from 'fflate';
import { read as sheetjs, utils } from 'xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { newNotes } from '../../../src/engine/export/export-notes';
import {
  listFile,
  segmentFiles,
  type LabelledWork,
  type ListChoice,
} from '../../../src/engine/export/list-file';
import { offeredColumns, offeredForRows } from '../../../src/engine/export/list-columns';
import { Contacts } from '../../../src/engine/export/profiles/contacts';
import { openTable } from '../../../src/engine/files/open-table';
import { bytesSource } from '../../../src/engine/files/source';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { fileOf, read } from '../../support/files';
import { bytesOf } from '../../support/odd-table';
import { cellsOf } from '../../support/tables';
import { lines, understood } from '../insight/understood';

/** Orders of 40 customers, of whom some buy a lot; the note would be run as a formula. */
const TEXT = lines('customer,order,date,amount,note,Email', 200, (at) => {
  const customer = at % 40;
  const day = String(1 + (at % 28)).padStart(2, '0');
  return `C${String(customer).padStart(3, '0')},A${at},2024-0${1 + (customer % 9)}-${day},${(customer % 4) * 50 + (at % 7) + 1},=note,${at < 40 ? '' : `c${customer}-${at}@x.de`}`;
});

let work: LabelledWork;
beforeAll(async () => {
  const { table, report } = await read(TEXT);
  const { recipe: found } = await understood(TEXT);
  const recipe = (found as Extract<typeof found, { ok: true }>).recipe;
  const outcome = await run(recipe, sourceTable(table, recipe.sources[0]!), {
    mode: 'learn',
    work: unwatched,
  });
  const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
  const files = [{ source: fileOf(TEXT), options: report.options, table }];
  const contacts = new Contacts({ customers: outcome.table, before: [table, ...outcome.tables] });
  work = {
    ...{ recipe, outcome, segmentation, contacts },
    tables: [table],
    files: () => Promise.resolve(files),
  };
});

const write = (choice: ListChoice, notes = newNotes()) => bytesOf(listFile(choice, work, unwatched, notes));
const text = async (choice: ListChoice, notes = newNotes()) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await write(choice, notes));
const cells = async (name: string, bytes: Uint8Array, options = {}) =>
  cellsOf((await openTable(bytesSource(name, bytes), { options }, unwatched)).read.table);

describe('listFile', () => {
  it.each(['customers', 'source'] as const)('writes the same %s in each format', async (rows) => {
    const csv = await cells('a.csv', await write({ rows, format: 'csv', csv: { guard: false } }));
    expect(Object.keys(csv).slice(-2)).toEqual(['segment_id', 'segment']);
    expect(csv['segment_id']!.length).toBe(rows === 'source' ? 200 : work.segmentation.customers);
    expect(await cells('a.parquet', await write({ rows, format: 'parquet' }))).toEqual(csv);
    expect(await cells('a.xlsx', await write({ rows, format: 'xlsx' }))).toEqual(csv);
  });

  it.each(['csv', 'xlsx', 'parquet'] as const)('keeps to columns and segments: %s', async (format) => {
    for (const rows of ['customers', 'source'] as const) {
      const made = await cells(
        `a.${format}`,
        await write({ rows, format, columns: ['segment', 'customer'], segments: [1] }),
        format === 'xlsx' ? { sheet: rows === 'source' ? 'Rows' : 'Customers' } : {},
      );
      expect(Object.keys(made)).toEqual(['customer', 'segment']);
      expect(new Set(made['segment'])).toEqual(new Set([work.segmentation.segments[0]!.name]));
      expect(new Set(made['customer']).size).toBe(work.segmentation.segments[0]!.size);
    }
  });

  it.each(['csv', 'xlsx', 'parquet'] as const)('takes columns of orders along: %s', async (format) => {
    const columns = ['customer', 'segment', 'Email (newest order)'];
    const made = await cells(`a.${format}`, await write({ rows: 'customers', format, columns }));
    expect(Object.keys(made)).toEqual(columns);
    expect(made['customer']).toHaveLength(work.segmentation.customers);
    const newest = (customer: unknown) => {
      const at = Number(String(customer).slice(1));
      // Of the five orders of each customer the newest day is the one of the greatest day of the month.
      const rows = [80, 120, 160, 40].map((from) => from + at);
      const last = rows.reduce((a, b) => (b % 28 > a % 28 ? b : a));
      return `c${at}-${last}@x.de`;
    };
    expect(made['Email (newest order)']).toEqual(made['customer']!.map(newest));
  });

  it('takes no column of orders along where none is chosen', async () => {
    expect(await text({ rows: 'customers', format: 'csv' })).not.toContain('@x.de');
  });

  it('makes formulas harmless unless asked not to, and says how many', async () => {
    const notes = newNotes();
    const rows = (await text({ rows: 'source', format: 'csv' }, notes)).split('\n');
    expect(rows[1]).toContain(",'=note,");
    expect(notes.guarded).toBe(200);
    const plain = newNotes();
    const as = await text({ rows: 'source', format: 'csv', csv: { guard: false } }, plain);
    expect(as.split('\n')[1]).toContain(',=note,');
    expect(plain.guarded).toBe(0);
  });

  it('writes delimiter, mark and encoding as asked for', async () => {
    const csv = { delimiter: ';', encoding: 'utf-8-bom' } as const;
    for (const rows of ['customers', 'source'] as const)
      expect(await text({ rows, format: 'csv', csv })).toMatch(/^\ufeffcustomer;/);
  });

  it('has profiles, recipe and a data dictionary beside the customers in a workbook', async () => {
    const { SheetNames, Sheets } = sheetjs(await write({ rows: 'customers', format: 'xlsx' }));
    expect(SheetNames).toEqual(['Customers', 'Profiles', 'Recipe', 'Data dictionary']);
    const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(Sheets[name]!);
    expect(rows('Profiles').map((row) => [row['segment'], row['customers']])).toEqual(
      work.segmentation.segments.map(({ name, size }) => [name, size]),
    );
    expect(rows('Recipe').map(({ operation }) => operation)).toEqual([
      'read',
      ...work.recipe.steps.filter(({ enabled }) => enabled).map(({ op }) => op),
    ]);
    expect(rows('Recipe').map(({ step }) => step)).toEqual([
      1,
      ...work.recipe.steps.flatMap(({ enabled }, at) => (enabled ? [at + 2] : [])),
    ]);
    expect(rows('Data dictionary').map(({ column }) => column)).toEqual(Object.keys(rows('Customers')[0]!));
    const told = rows('Data dictionary').map(({ column, unit, made_from: from }) => [column, unit, from]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['recency_days', 'days', 'date'],
        ['frequency', 'orders', 'order'],
        ['monetary', undefined, 'amount'],
        ['segment', undefined, undefined],
      ]),
    );
  });
});

describe('segmentFiles', () => {
  it('holds each customer once, in the file of the segment', async () => {
    const segments = work.segmentation.segments.map(({ id }) => ({ id, name: `${id}.parquet` }));
    const columns = ['customer', 'Email (newest order)'];
    const zip = await bytesOf(
      segmentFiles({ rows: 'customers', format: 'parquet', columns }, segments, work, unwatched, newNotes()),
    );
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(segments.map(({ name }) => name));
    expect(Object.keys(await cells('a.parquet', files[segments[0]!.name]!))).toEqual(columns);
    const sizes = segments.map(async ({ name }) => (await cells(name, files[name]!))['customer']!.length);
    expect(await Promise.all(sizes)).toEqual(work.segmentation.segments.map(({ size }) => size));
  });
});

describe('offeredColumns', () => {
  it('has the usual ones in the order of the list, then the rest of the customer table', async () => {
    const { outcome, segmentation, tables } = work;
    const offered = offeredColumns(outcome.table, segmentation, columnNames(tables[0]!));
    const usual = offered.filter((column) => column.usual).map(({ name }) => name);
    expect((await text({ rows: 'customers', format: 'csv' })).split('\n')[0]).toBe(usual.join(','));
    expect(offered.map(({ name }) => name).sort()).toEqual(columnNames(outcome.table).sort());
    const more = offeredColumns(outcome.table, segmentation, columnNames(tables[0]!), work.contacts);
    expect(more.slice(0, offered.length)).toEqual(offered);
    expect(more.slice(offered.length)).toEqual(
      ['order', 'date', 'amount', 'note', 'Email'].map((name) => ({
        name: `${name} (newest order)`,
        usual: false,
        before: true,
      })),
    );
  });
});

describe('offeredForRows', () => {
  it('tells the columns that are added from those of the file, by the names they get there', async () => {
    const { outcome } = work;
    const { table } = await read('customer,segment\nC000,mine\n');
    const added = offeredForRows(table, outcome.table).flatMap(({ name, added }) => (added ? [name] : []));
    expect(added).toEqual(['tessera_segment_id', 'tessera_segment']);
  });
});
