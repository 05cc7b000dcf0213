import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRaw } from '../../../src/engine/files/read-raw';
import { readTable } from '../../../src/engine/files/read-table';
import type { ReadReport } from '../../../src/engine/files/read-report';
import { countMissing } from '../../../src/engine/table/columns';
import { columnAs, columnOf, numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';

/** Counts and sums of these files: data/README.md beside the project. */
const open = async (path: string) => {
  const { table, report } = await readTable(realFile(path), {}, unwatched);
  const kindOf = (name: string) => report.columns.find((column) => column.name === name)?.kind ?? 'none';
  const missing = (name: string) => countMissing(columnOf(table, name));
  return { table, report, kindOf, missing };
};
const kindsOf = (report: ReadReport): string[] => report.columns.map(({ kind }) => kind);

describe.skipIf(!hasRealFiles)('readTable on real files (skipped where ../shared/data is absent)', () => {
  it('Online Retail: 541,909 order lines', async () => {
    const { table, report, missing } = await open('transactions/online_retail_2010-2011.csv');
    expect(report.rows).toBe(541_909);
    expect(kindsOf(report)).toEqual(['text', 'text', 'text', 'number', 'date', 'number', 'text', 'text']);
    expect(missing('CustomerID')).toBe(135_080);
    expect(columnOf(table, 'CustomerID').at(0)).toBe('17850.0');
    expect(report.columns[4]!.format).toBe('YYYY-MM-DD HH:mm:ss');
    const quantity = numbers(table, 'Quantity');
    const price = numbers(table, 'UnitPrice');
    expect(quantity.reduce((sum, value, row) => sum + value * price[row]!, 0)).toBeCloseTo(9_747_747.934, 2);
    expect(quantity.filter((value) => value < 0).length).toBe(10_624);
    expect(columnAs(table, 'Country', 'text').dictionary.size).toBe(38);
    expect(report.ragged).toBe(null);
  });

  it('Superstore: days before months, postal codes as text', async () => {
    const { table, report, kindOf } = await open('transactions/Sample - Superstore.csv');
    expect(report.rows).toBe(10_194);
    expect(report.columns.find(({ name }) => name === 'Order Date')).toMatchObject({
      kind: 'date',
      format: 'DD/MM/YY',
      ambiguous: false,
    });
    expect(columnOf(table, 'Order Date').at(0)).toEqual(new Date('2019-01-03Z'));
    expect(['Row ID', 'Postal Code', 'Sales'].map(kindOf)).toEqual(['text', 'text', 'number']);
    expect(numbers(table, 'Sales').reduce((sum, value) => sum + value, 0)).toBeCloseTo(2_326_534.3543, 3);
  });

  it('CDNOW: blanks between cells, no header, zero-padded numbers', async () => {
    const { table, report } = await open('transactions/CDNOW_sample.txt');
    expect([report.rows, report.options.delimiter, report.options.header]).toEqual([
      6919,
      'whitespace',
      false,
    ]);
    expect(kindsOf(report)).toEqual(['text', 'text', 'date', 'number', 'number']);
    expect(columnAs(table, 'Column 1', 'text').dictionary.size).toBe(2357);
    expect(columnOf(table, 'Column 3').at(0)).toEqual(new Date('1997-01-01Z'));
  });

  it('Retail transactions: 16-Feb-13', async () => {
    const { table, report } = await open('transactions/Retail_Data_Transactions.csv');
    expect([report.rows, ...kindsOf(report)]).toEqual([125_000, 'text', 'date', 'number']);
    const days = [...numbers(table, 'trans_date')].sort((a, b) => a - b);
    expect([days[0], days.at(-1)].map((ms) => new Date(ms!).toISOString().slice(0, 10))).toEqual([
      '2011-05-16',
      '2015-03-16',
    ]);
    expect(numbers(table, 'tran_amount').reduce((sum, value) => sum + value, 0)).toBe(8_123_989);
  });

  it('Telco: 11 blanks in TotalCharges, yes and no', async () => {
    const { kindOf, missing, report } = await open('customers/WA_Fn-UseC_-Telco-Customer-Churn.csv');
    expect([report.rows, kindOf('TotalCharges'), missing('TotalCharges')]).toEqual([7043, 'number', 11]);
    expect([kindOf('customerID'), kindOf('Churn'), kindOf('SeniorCitizen')]).toEqual([
      'text',
      'boolean',
      'number',
    ]);
  });

  it('the campaign file: byte order mark, semicolons, 24 missing incomes', async () => {
    const { report, kindOf, missing } = await open('customers/marketing_campaign_semicolon.csv');
    expect([report.rows, report.columns.length, report.options.delimiter]).toEqual([2240, 29, ';']);
    expect(report.columns[0]!.name).toBe('ID');
    expect(['ID', 'Dt_Customer', 'NumWebPurchases', 'Income'].map(kindOf)).toEqual([
      'text',
      'date',
      'number',
      'number',
    ]);
    expect(missing('Income')).toBe(24);
  });

  it('credit data: 455 cells say NA', async () => {
    const { report, kindOf } = await open('customers/credit_data.csv');
    expect([report.rows, kindOf('Income')]).toEqual([4454, 'number']);
    expect(report.missingMarks).toEqual([{ mark: 'NA', count: 455 }]);
  });

  it.each([
    ['customers/iris.csv', 150, 'number,number,number,number,text'],
    ['customers/USArrests.csv', 50, 'text,number,number,number,number'],
    ['customers/Mall_Customers.csv', 200, 'text,text,number,number,number'],
    [
      'customers/Wholesale_customers_with_total.csv',
      440,
      'number,number,number,number,number,number,number,number,number',
    ],
    ['transactions/cdnow_customers_summary.csv', 2357, 'text,number,number,number'],
  ])('%s', async (path, rows, kinds) => {
    const { report } = await open(path);
    expect([report.rows, kindsOf(report).join()]).toEqual([rows, kinds]);
  });

  it('bank marketing: semicolons and quotes', async () => {
    const { report, kindOf, table } = await open('customers/bank_small.csv');
    expect([report.rows, report.options.delimiter, kindOf('y')]).toEqual([4334, ';', 'boolean']);
    expect([...columnOf(table, 'y')].filter((yes) => yes === true).length).toBe(502);
  });

  it.each([
    'transactions/Sample - Superstore.csv',
    'customers/marketing_campaign_semicolon.csv',
    'encodings/chickens.csv',
    'csv-polluted/csv/source.csv',
  ])('sees the same cells as PapaParse in %s', async (path) => {
    const source = realFile(path);
    const { report } = await readTable(source, {}, unwatched);
    const text = new TextDecoder().decode(await source.read(0, source.size));
    const found: string[][] = [];
    for await (const { cells } of readRaw(source, report.options, unwatched, 10_000)) found.push(cells);
    const { data } = Papa.parse<string[]>(text, {
      delimiter: report.options.delimiter,
      skipEmptyLines: true,
    });
    expect(found).toEqual(data);
  });
});
