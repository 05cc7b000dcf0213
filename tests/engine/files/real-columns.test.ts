import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { countMissing } from '../../../src/engine/table/columns';
import { columnAs, columnOf, numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/columns/columns.json';
import { hasRealFiles, realFile } from '../../support/files';

/** What pandas says of the same columns: tests/expectations/columns. */
const open = async (path: string) => {
  const { table, report } = await readTable(realFile(path), {}, unwatched);
  return {
    table,
    report,
    reading: (name: string) => report.columns.find((column) => column.name === name)!,
    sum: (name: string) =>
      numbers(table, name).reduce((sum, value) => (value === value ? sum + value : sum), 0),
    missing: (name: string) => countMissing(columnOf(table, name)),
    days: (name: string) => {
      const present = numbers(table, name)
        .filter((value) => value === value)
        .sort();
      const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
      return [iso(present[0]!), iso(present.at(-1)!), present.length];
    },
  };
};

describe.skipIf(!hasRealFiles)('columns of real files (skipped where ../shared/data is absent)', () => {
  it('CDNOW: leading zeros kept, compact days, whole sums', async () => {
    const { table, report, sum, days } = await open('transactions/CDNOW_sample.txt');
    const { cdnow } = expected;
    expect([report.rows, sum('Column 4'), days('Column 3')]).toEqual([
      cdnow.rows,
      cdnow.quantity,
      cdnow.days,
    ]);
    expect(sum('Column 5')).toBeCloseTo(cdnow.dollars, 6);
    const { codes, dictionary } = columnAs(table, 'Column 1', 'text');
    expect([...codes].filter((code) => dictionary.text(code).startsWith('0')).length).toBe(
      cdnow.customersWithLeadingZero,
    );
  });

  it('Superstore: days before months, told by cells above 12', async () => {
    const { report, reading, sum, days } = await open('transactions/Sample - Superstore.csv');
    const { superstore } = expected;
    expect(report.rows).toBe(superstore.rows);
    expect(sum('Sales')).toBeCloseTo(superstore.sales, 6);
    expect([days('Order Date'), days('Ship Date')]).toEqual([superstore.orderDays, superstore.shipDays]);
    for (const name of ['Order Date', 'Ship Date'])
      expect(reading(name)).toMatchObject({
        format: 'DD/MM/YY',
        ambiguous: false,
        why: { code: 'day-settled', fits: superstore.rows, of: superstore.rows, details: { place: 'first' } },
      });
    expect(reading('Postal Code')).toMatchObject({ kind: 'text', why: { code: 'identifier' } });
  });

  it('Retail transactions: years of two digits', async () => {
    const { reading, sum, days } = await open('transactions/Retail_Data_Transactions.csv');
    expect([sum('tran_amount'), days('trans_date')]).toEqual([expected.retail.amount, expected.retail.days]);
    expect(reading('trans_date').format).toBe('DD-MMM-YY');
  });

  it('the campaign file: semicolons, incomes with blanks', async () => {
    const { report, sum, missing } = await open('customers/marketing_campaign_semicolon.csv');
    const { campaign } = expected;
    expect([report.rows, report.columns.length]).toEqual([campaign.rows, campaign.columns]);
    expect([sum('Income'), missing('Income')]).toEqual([campaign.income, campaign.incomeMissing]);
  });

  it('Telco: blank charges are missing, and the column is a number', async () => {
    const { reading, sum, missing } = await open('customers/WA_Fn-UseC_-Telco-Customer-Churn.csv');
    const { telco } = expected;
    expect(missing('TotalCharges')).toBe(telco.blankCharges);
    expect(sum('TotalCharges')).toBeCloseTo(telco.charges, 4);
    expect(reading('TotalCharges').why).toMatchObject({
      code: 'all-fit',
      fits: telco.rows - telco.blankCharges,
    });
  });

  it('credit data: NA is missing in each column as often as it stands there', async () => {
    const { report, missing } = await open('customers/credit_data.csv');
    const { credit } = expected;
    expect(report.missingMarks).toEqual([{ mark: 'NA', count: credit.na }]);
    const found = Object.keys(credit.naByColumn).map((name) => [name, missing(name)]);
    expect(found).toEqual(Object.entries(credit.naByColumn));
  });

  it('gold prices: gaps are missing', async () => {
    const { report, missing } = await open('timeseries/gold_daily_with_gaps.csv');
    expect(report.rows).toBe(expected.gold.rows);
    expect(missing('value')).toBe(expected.gold.missing.value);
    expect(report.columns.map(({ kind }) => kind)).toEqual(['number', 'number']);
  });
});
