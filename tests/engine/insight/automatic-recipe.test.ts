import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Understanding } from '../../../src/engine/insight/understanding';
import { prepare } from '../../../src/engine/insight/prepare';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { RecipeSchema, type Recipe } from '../../../src/engine/recipe/schema';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { unwatched } from '../../../src/engine/work';
import { columnNames } from '../../../src/engine/table/table';
import { read } from '../../support/files';
import { lines, someOrders, understood } from './understood';

const recipeOf = ({ recipe }: Understanding): Recipe => {
  if (!recipe.ok) throw new Error(recipe.code);
  return recipe.recipe;
};
const stepsOf = (understanding: Understanding) =>
  recipeOf(understanding).steps.map(({ op, params }) => [op, params]);

async function runOn(text: string) {
  const recipe = recipeOf(await understood(text));
  const { table } = await read(text);
  return run(recipe, sourceTable(table, recipe.sources[0]!), { mode: 'learn', work: unwatched });
}

const ORDERS = someOrders('customer,order_no,date,amount', (at) => `${at + 1}.5`);

describe('automaticRecipe for orders', () => {
  it('writes the steps with their parameters', async () => {
    expect(stepsOf(await understood(ORDERS))).toEqual([
      ['drop-duplicates', {}],
      ['drop-missing', { columns: ['customer', 'date', 'amount'], label: 'a customer' }],
      [
        'rfm',
        {
          customer: 'customer',
          date: 'date',
          order: 'order_no',
          amount: 'amount',
          quantity: null,
          price: null,
          referenceDate: null,
        },
      ],
      ['transform', { columns: ['recency_days', 'frequency', 'monetary'], with: 'log1p' }],
      ['scale', { columns: ['recency_days_log', 'frequency_log', 'monetary_log'], with: 'z' }],
      ['segment', { columns: ['recency_days_log_z', 'frequency_log_z', 'monetary_log_z'], k: 'auto' }],
    ]);
  });

  it('is a valid recipe that remembers file, reading, kinds and roles', async () => {
    const recipe = recipeOf(await understood(ORDERS));
    expect(v.is(RecipeSchema, recipe)).toBe(true);
    expect(recipe.steps.map(({ id }) => id)).toEqual([
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-6',
    ]);
    expect(recipe.sources[0]).toMatchObject({
      name: 'orders.csv',
      grain: 'orders',
      read: { delimiter: ',', header: true },
      columns: [
        { name: 'customer', kind: 'text', role: 'customer' },
        { name: 'order_no', kind: 'text', role: 'order' },
        { name: 'date', kind: 'date', role: 'date' },
        { name: 'amount', kind: 'number', role: 'amount' },
      ],
    });
  });

  it('multiplies quantity and price where there is no amount', async () => {
    const text = lines(
      'customer,date,quantity,price',
      60,
      (at) => `C${at % 9},2024-03-1${at % 9},${1 + (at % 4)},${at}.5`,
    );
    const [, [, missing], [, rfm]] = stepsOf(await understood(text)) as [
      unknown,
      [string, object],
      [string, object],
    ];
    expect(missing).toMatchObject({ columns: ['customer', 'date', 'quantity', 'price'] });
    expect(rfm).toMatchObject({ amount: null, quantity: 'quantity', price: 'price', order: null });
  });

  it('converts a column of which 99 % are numbers, and refuses one with fewer', async () => {
    const almost = someOrders(
      'customer,order_no,date,amount',
      (at) => (at === 7 ? 'twelve' : `${at + 1}.5`),
      200,
    );
    expect(stepsOf(await understood(almost))[0]).toEqual([
      'change-type',
      { column: 'amount', to: 'number', decimal: '.' },
    ]);
    const words = someOrders(
      'customer,order_no,date,amount',
      (at) => (at % 20 === 7 ? 'twelve' : `${at + 1}.5`),
      200,
    );
    expect((await understood(words)).recipe).toEqual({
      ok: false,
      code: 'text-in-number',
      details: { column: 'amount', row: 9, value: 'twelve', count: 10, rows: 200, missing: 0 },
    });
    const blanked = await understood(words, { othersBlank: ['amount'] });
    expect(stepsOf(blanked)[0]).toEqual(['change-type', { column: 'amount', to: 'number', decimal: '.' }]);
  });

  it('reads nearly all amounts in their own currency, and no other', async () => {
    const text = someOrders(
      'customer,order_no,date,amount',
      (at) => (at === 7 ? '$8' : `€${at + 1}.50`),
      200,
    );
    expect(stepsOf(await understood(text))[0]).toEqual([
      'change-type',
      { column: 'amount', to: 'number', format: '€1,234.56' },
    ]);
  });

  it('reads nearly all dates in the order they are written', async () => {
    const text = lines('customer,order_no,date,amount', 200, (at) =>
      [`C${at % 9}`, `A${at}`, at === 7 ? 'soon' : `${10 + (at % 18)}/0${1 + (at % 9)}/2024`, at].join(','),
    );
    expect(stepsOf(await understood(text))[0]).toEqual([
      'change-type',
      { column: 'date', to: 'date', format: 'DD/MM/YYYY' },
    ]);
  });

  it('needs no step for amounts with a currency sign', async () => {
    const text = someOrders('customer,order_no,date,amount', (at) => `€${at + 1}.50`);
    const understanding = await understood(text);
    expect(stepsOf(understanding).map(([op]) => op)).not.toContain('change-type');
    expect(understanding.moneyTotal).toBe((60 * 61) / 2 + 30);
  });

  it.each([
    ['no-customer', 'date,sku,amount', (at: number) => `2024-03-1${at % 9},P${at % 5},${at}.5`],
    ['no-date', 'customer,order_no,amount', (at: number) => `C${at % 9},A${at},${at}.5`],
    ['no-money', 'customer,order_no,date', (at: number) => `C${at % 9},A${at},2024-03-1${at % 9}`],
  ])('says %s', async (code, header, line) => {
    expect((await understood(lines(header, 60, line))).recipe).toEqual({ ok: false, code, details: {} });
  });

  it('does without a quantity in words beside an amount', async () => {
    const text = someOrders(
      'customer,order_no,date,amount,quantity',
      (at) => `${at + 1}.5,${['a pair', 'one'][at % 2]}`,
    );
    const [, , [, rfm]] = stepsOf(await understood(text)) as [unknown, unknown, [string, object]];
    expect(rfm).toMatchObject({ amount: 'amount', quantity: null });
  });

  it('says which labels the file takes itself', async () => {
    const text = someOrders('customer,order_no,date,amount,Segment', (at) => `${at + 1}.5,new`);
    expect(stepsOf(await understood(text)).at(-1)).toMatchObject(['segment', { taken: ['Segment'] }]);
  });

  it('runs', async () => {
    const { table } = await runOn(ORDERS);
    expect(table.totalRows()).toBe(9);
    expect(columnNames(table)).toEqual(
      expect.arrayContaining(['customer', 'recency_days', 'segment_id', 'segment']),
    );
  });
});

describe('automaticRecipe for customers', () => {
  const text = lines('id,age,visits,spend', 100, (at) => {
    const spend = at === 4 ? '' : ((at * 37) % 100) ** 3 / 1000;
    return `${at + 1},${20 + (at % 40)},${(at * 53) % 97},${spend}`;
  });

  it('fills blanks, evens out long tails only, scales and groups', async () => {
    expect(stepsOf(await understood(text))).toEqual([
      ['fill-missing', { columns: ['spend'], with: 'median' }],
      ['transform', { columns: ['spend'], with: 'log1p' }],
      ['scale', { columns: ['visits', 'spend_log'], with: 'z' }],
      ['segment', { columns: ['visits_z', 'spend_log_z'], k: 'auto', money: ['spend'] }],
    ]);
  });

  it('runs', async () => {
    const { table } = await runOn(text);
    expect(table.totalRows()).toBe(100);
    expect(columnNames(table)).toEqual(expect.arrayContaining(['id', 'spend', 'segment_id']));
  });

  it('reads a text column that is all but numbers', async () => {
    const charges = lines(
      'id,charges,visits',
      200,
      (at) => `${at + 1},${at === 5 ? 'n.v.' : `${(at * 31) % 89}.25`},${(at * 53) % 97}`,
    );
    const [first, filled] = stepsOf(await understood(charges));
    expect(first).toEqual(['change-type', { column: 'charges', to: 'number', decimal: '.' }]);
    expect(filled).toEqual(['fill-missing', { columns: ['charges'], with: 'median' }]);
    expect((await runOn(charges)).table.totalRows()).toBe(200);
  });

  it('does not count all cells of a needed column as blank', async () => {
    const words = someOrders('customer,order_no,date,amount', () => 'twelve');
    expect((await understood(words, { othersBlank: ['amount'] })).recipe).toMatchObject({
      ok: false,
      code: 'text-in-number',
      details: { row: 2, value: 'twelve', count: 60, rows: 60 },
    });
  });

  it('says all-equal where every number is the same for everybody, and names the columns', async () => {
    const { recipe } = await understood(lines('id,income,visits', 40, (at) => `${at + 1},30000,4`));
    expect(recipe).toEqual({
      ok: false,
      code: 'all-equal',
      details: { columns: ['income', 'visits'], customers: 40 },
    });
  });

  it('says too-few-customers of a single row, whatever it holds', async () => {
    const { recipe } = await understood('customer,order_no,date,amount\nC1,A1,2025-01-01,5\n');
    expect(recipe).toEqual({ ok: false, code: 'too-few-customers', details: { customers: 1, k: 2 } });
  });

  it('groups two customers by what differs', async () => {
    expect((await understood('id,income\n1,30000\n2,45000\n')).recipe.ok).toBe(true);
  });

  it('says no-features where nothing can be grouped by', async () => {
    const { recipe } = await understood(lines('id,answer', 40, (at) => `${at + 1},${at % 2 ? 'yes' : 'no'}`));
    expect(recipe).toEqual({ ok: false, code: 'no-features', details: {} });
  });

  it('says what stands in a column of words that was put among the features', async () => {
    const lists = new Map([['colour', 'grouped-by']] as const);
    const words = lines(
      'id,colour,visits,spend',
      40,
      (at) => `${at + 1},${['red', 'blue'][at % 2]},${at % 17},${at % 13}`,
    );
    expect((await understood(words, { lists })).recipe).toMatchObject({
      ok: false,
      code: 'text-in-number',
      details: { column: 'colour', row: 2, value: 'red' },
    });
  });
});

describe('automaticRecipe behind steps of the person’s own', () => {
  it('does not even out what they evened out', async () => {
    const file = await read(
      lines(
        'id,spend,visits',
        200,
        (at) => `${at + 1},${Math.round(1e6 / (1 + ((at * 7919) % 199)))},${at % 40}`,
      ),
    );
    const own = [
      {
        id: 'own-1',
        op: 'transform',
        version: 1,
        enabled: true,
        params: { columns: ['spend'], with: 'sqrt' },
      },
    ];
    const prepared = await prepare([file], own, [], undefined, unwatched);
    const lists = new Map([['spend', 'described-by'] as const]);
    const { steps } = recipeOf(await understand(file, { lists }, unwatched, prepared));
    expect(steps.map(({ op }) => op)).toEqual(['transform', 'scale', 'segment']);
    expect(steps[1]?.params).toEqual({ columns: ['visits', 'spend_sqrt'], with: 'z' });
  });
});
