import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { bytesSource } from '../../../src/engine/files/source';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { columnOf, numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/rfm/online-retail.json';
import { recipeOf, step } from '../recipe/recipes';

const file = new URL('../../../../shared/data/transactions/online_retail_2010-2011.csv', import.meta.url);
const there = existsSync(file);

/** One line per customer, by pandas: tests/expectations/rfm/make.py. */
const lines = readFileSync(new URL('../../expectations/rfm/online-retail.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const recipe = recipeOf(
  [
    step('copies', 'drop-duplicates', {}),
    step('blanks', 'drop-missing', {
      columns: ['CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice'],
      label: 'a customer',
    }),
    step('rfm', 'rfm', {
      customer: 'CustomerID',
      date: 'InvoiceDate',
      order: 'InvoiceNo',
      amount: null,
      quantity: 'Quantity',
      price: 'UnitPrice',
    }),
    step('log', 'transform', { columns: ['recency_days', 'frequency', 'monetary'], with: 'log1p' }),
  ],
  [],
  'orders',
);

describe.skipIf(!there)('rfm on Online Retail (skipped where ../shared/data is absent)', () => {
  it('gives every customer what pandas gives', { timeout: 60_000 }, async () => {
    const { table } = await readTable(bytesSource('online_retail.csv', readFileSync(file)), {}, unwatched);
    const source = sourceTable(table, recipe.sources[0]!);
    const outcome = await run(recipe, source, { mode: 'learn', work: unwatched });
    const [copies, blanks, rfm, log] = outcome.steps;
    expect(copies).toMatchObject({ rowsIn: expected.rows, counts: { dropped: expected.dropped } });
    expect(blanks!.counts.dropped).toBe(expected.setAside);
    expect(rfm).toMatchObject({
      describe: 'Add up orders per customer, to 10 Dec 2011',
      rowsOut: expected.customers,
      notes: [],
      counts: { returnedRows: expected.returnedRows, returnsOnly: expected.returnsOnly },
    });
    expect(rfm!.counts.returnedMoney).toBeCloseTo(expected.returnedMoney, 6);
    expect(outcome.fits.rfm).toEqual({ referenceDate: expected.referenceDate, orderTotals: false });
    expect(log!.counts.belowZero).toBe(expected.belowZero);

    const made = outcome.tables[2]!;
    expect([...columnOf(made, 'CustomerID')]).toEqual(lines.map(([customer]) => customer));
    expect([...numbers(made, 'recency_days')]).toEqual(lines.map(([, days]) => Number(days)));
    expect([...numbers(made, 'frequency')]).toEqual(lines.map(([, , orders]) => Number(orders)));
    const money = [...numbers(made, 'monetary')].map((value) => Math.round(value * 1e4) / 1e4 + 0);
    expect(money).toEqual(lines.map(([, , , amount]) => Number(amount)));
  });
});
