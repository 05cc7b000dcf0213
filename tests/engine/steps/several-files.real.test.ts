import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { run } from '../../../src/engine/recipe/run';
import { countMissing } from '../../../src/engine/table/columns';
import { columnAs, columnNames, columnOf, numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import appended from '../../expectations/several-files/append.json';
import joined from '../../expectations/several-files/join.json';
import { fileOf, hasRealFiles, realFile, realPath } from '../../support/files';
import { recipeOf, step } from '../recipe/recipes';

// Expectations by pandas: tests/expectations/several-files/make.py. Skipped where ../shared/data is absent.

const sum = (values: Float64Array) => values.reduce((all, value) => all + (value === value ? value : 0), 0);

/** The first quarter of Online Retail in three files, written in three ways. */
function months(): string[] {
  const all = readFileSync(realPath('transactions/online_retail_2010-2011.csv'), 'utf8').split('\n');
  const cells = (line: string) =>
    line.match(/("([^"]|"")*"|[^,"]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''));
  const of = (month: string) =>
    all.filter((line) => line.includes(`,${month}-`)).map((line) => cells(line).slice(0, 8));
  const header = all[0]!.split(',');
  const file = (rows: readonly (readonly string[])[], mark = ',') =>
    rows.map((row) => row.join(mark)).join('\n');
  const other = header.map((name) => (name === 'CustomerID' ? 'customer id' : name));
  return [
    file([header, ...of('2010-12')]),
    file([header, ...of('2011-01')].map((row) => row.slice(0, 7))),
    file(
      [other, ...of('2011-02')].map((row) => [...row].reverse()),
      ';',
    ),
  ];
}

async function run3() {
  const reads = [];
  for (const [i, text] of months().entries())
    reads.push(await readTable(fileOf(text, `${i}.csv`), {}, unwatched));
  const recipe = recipeOf([step('a', 'append', { sources: [1, 2] })], [], 'orders');
  const [first, ...others] = reads.map(({ table }) => table);
  const sources = new Map(others.map((table, i) => [i + 1, table]));
  return run(recipe, first!, { mode: 'learn', sources, work: unwatched });
}

describe.skipIf(!hasRealFiles)('append on Online Retail, cut into months', () => {
  it('gives the table of pandas.concat', async () => {
    const { table, steps } = await run3();
    const [first, ...others] = appended.rowsOfMonths;
    expect(steps[0]).toMatchObject({
      rowsIn: first,
      counts: { 'rows:1': others[0], 'rows:2': others[1], blankColumns: 1, newColumns: 0, asText: 0 },
    });
    expect(columnNames(table)).toEqual(appended.columns);
    const missing = appended.columns.map((name) => [name, countMissing(columnOf(table, name))]);
    expect(Object.fromEntries(missing)).toEqual(appended.missing);
    const distinct = appended.columns.map((name) => {
      const column = columnOf(table, name);
      const cells = column.kind === 'text' ? column.codes : column.values;
      return [name, new Set([...cells].filter((_, row) => column.at(row) !== null)).size];
    });
    expect(Object.fromEntries(distinct)).toEqual(appended.distinct);
    const quantity = numbers(table, 'Quantity');
    expect(sum(quantity)).toBe(appended.quantity);
    expect(sum(quantity.map((many, row) => many * numbers(table, 'UnitPrice')[row]!))).toBeCloseTo(
      appended.money,
      5,
    );
    const dates = numbers(table, 'InvoiceDate');
    expect([dates[0], dates.at(-1)]).toEqual(
      [appended.from, appended.to].map((date) => Date.parse(`${date}Z`)),
    );
    const rowsOf = new Map<string, number>();
    for (const id of columnAs(table, 'CustomerID', 'text'))
      if (id !== null) rowsOf.set(id, (rowsOf.get(id) ?? 0) + 1);
    const expected = Object.entries(appended.rowsOfCustomer);
    expect(expected.map(([id]) => [id, rowsOf.get(id)])).toEqual(expected);
  }, 30_000);
});

describe.skipIf(!hasRealFiles)('join of 125,000 transactions with the response of their customers', () => {
  it.each(['left', 'inner'] as const)('gives the table of pandas.merge: %s', async (how) => {
    const bought = await readTable(realFile('transactions/Retail_Data_Transactions.csv'), {}, unwatched);
    const response = await readTable(realFile('transactions/Retail_Data_Response.csv'), {}, unwatched);
    const params = { source: 1, left: 'customer_id', right: 'customer_id', matching: 'exact', how };
    const columns = [{ column: 'response', as: 'response' }];
    const recipe = recipeOf([step('j', 'join', { ...params, columns })], [], 'orders');
    const { table, steps } = await run(recipe, bought.table, {
      mode: 'learn',
      sources: new Map([[1, response.table]]),
      work: unwatched,
    });
    expect(steps[0]).toMatchObject({
      rowsIn: joined.rows,
      rowsOut: how === 'left' ? joined.rows : joined.rowsInner,
      counts: {
        matched: joined.rowsInner,
        unmatched: joined.rowsUnmatched,
        unmatchedKeys: joined.keysUnmatched.length,
        unused: joined.otherUnmatched,
        repeated: 0,
      },
    });
    const answers = numbers(table, 'response');
    expect(sum(answers)).toBe(joined.responseSum);
    expect(countMissing(columnOf(table, 'response'))).toBe(how === 'left' ? joined.responseBlank : 0);
    const amounts = numbers(table, 'tran_amount');
    const amountOf = (answer: number) => sum(amounts.filter((_, row) => answers[row] === answer));
    expect([amountOf(1), amountOf(0)]).toEqual([joined.amountOfResponders, joined.amountOfOthers]);
  });
});
