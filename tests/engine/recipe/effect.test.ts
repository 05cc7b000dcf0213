import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../src/engine/recipe/effect';
import type { StepEffect } from '../../../src/engine/recipe/effect/step-effect';
import { run } from '../../../src/engine/recipe/run';
import { withMeta } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { rename, swap } from './effect-steps';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { refusal } from '../steps/apply';
import { recipeOf, step } from './recipes';

type Cells = Parameters<typeof table>[0];
const WORK = { work: unwatched };

const effect = (cells: Cells, op: string, params: Record<string, unknown>): Promise<StepEffect> =>
  effectOf(recipeOf([step('s', op, params)]), 0, table(cells), WORK) as Promise<StepEffect>;

const SHOP: Cells = {
  id: ['1.0', '2.0', '2.0', 'x', null],
  spent: [5, null, null, 9, 200],
  country: ['UK', 'UK', 'UK', null, 'FR'],
};

describe('the effect of a step before the act', () => {
  it('counts cells that change, column by column, and shows them side by side', async () => {
    const found = await effect(SHOP, 'trim-decimals', { columns: ['id'] });
    expect(found.rows).toEqual({ before: 5, after: 5, dropped: 0, added: 0, reordered: false });
    expect(found.changed).toEqual([{ column: 'id', from: 'text', to: 'text', cells: 3, blanked: 0 }]);
    expect(found.cells.map(({ row, before, after }) => [row, before?.value, after.value])).toEqual([
      [1, '1.0', '1'],
      [2, '2.0', '2'],
      [3, '2.0', '2'],
    ]);
    expect(found.counts).toEqual({ changed: 3 });
  });

  it('shows a column made of several beside all of them', async () => {
    const { cells } = await effect({ a: [1, 2, null], b: [10, 20, 30], c: ['x', 'y', 'z'] }, 'combine', {
      columns: ['a', 'b', 'c'],
      how: 'concatenate',
      separator: '-',
      as: 'all',
    });
    expect(
      cells.map(({ madeFrom, before, beside, after }) => [
        madeFrom,
        before?.value,
        beside?.map(({ column, cell }) => [column, cell.value]),
        after.value,
      ]),
    ).toEqual([
      ['a', 1, [['b', 10], ['c', 'x']], '1-10-x'],
      ['a', 2, [['b', 20], ['c', 'y']], '2-20-y'],
      ['a', null, [['b', 30], ['c', 'z']], '30-z'],
    ]); // prettier-ignore
  });

  it('shows the first rows of what rows become', async () => {
    const { followed, made } = (await effectOf(
      { ...recipeOf([step('s', 'aggregate', { customer: 'who', date: null, order: null, amount: 'paid', quantity: null, price: null, measures: [{ measure: 'monetary' }, { measure: 'rows' }] })]), sources: [{ ...recipeOf([]).sources[0]!, grain: 'orders' }] },
      0,
      withMeta(table({ who: ['a', 'b', 'a'], paid: [1, 2, 4] }), { grain: 'orders' }),
      WORK,
    ))!; // prettier-ignore
    expect(followed).toBe(false);
    expect(made!.map(({ row, cells }) => [row, ...cells.map(({ column, cell }) => [column, cell.value])])).toEqual([
      [1, ['who', 'a'], ['monetary', 5], ['rows', 2]],
      [2, ['who', 'b'], ['monetary', 2], ['rows', 1]],
    ]); // prettier-ignore
  });

  it('names rows that go by the columns the step reads first', async () => {
    const found = await effect(SHOP, 'drop-missing', { columns: ['spent'] });
    expect(found.rows).toMatchObject({ before: 5, after: 3, dropped: 2 });
    expect(found.changed).toEqual([]);
    expect(found.dropped.map(({ row }) => row)).toEqual([2, 3]);
    expect(found.dropped[0]!.cells).toEqual([
      { column: 'spent', cell: { kind: 'number', value: null } },
      { column: 'id', cell: { kind: 'text', value: '2.0' } },
      { column: 'country', cell: { kind: 'text', value: 'UK' } },
    ]);
  });

  it('finds copies in spite of the row numbers it adds', async () => {
    const found = await effect(SHOP, 'drop-duplicates', {});
    expect(found.rows).toMatchObject({ after: 4, dropped: 1 });
    expect(found.dropped.map(({ row }) => row)).toEqual([3]);
    expect(found.describe).toBe('Drop exact copies');
  });

  it('says in which kind a column is read, and which cells are lost', async () => {
    const found = await effect(SHOP, 'change-type', { column: 'id', to: 'number' });
    expect(found.changed).toEqual([{ column: 'id', from: 'text', to: 'number', cells: 4, blanked: 1 }]);
    expect(found.cells.at(-1)).toEqual({
      row: 4,
      column: 'id',
      before: { kind: 'text', value: 'x' },
      after: { kind: 'number', value: null },
    });
  });

  it('says of columns that are new what they were made from', async () => {
    const found = await effect({ spent: [0, 3, 8] }, 'transform', { columns: ['spent'], with: 'sqrt' });
    expect(found.columns).toEqual({ added: ['spent_sqrt'], removed: [], renamed: [], reordered: false });
    expect(found.cells[1]).toMatchObject({
      column: 'spent_sqrt',
      madeFrom: 'spent',
      before: { value: 3 },
      after: { value: Math.sqrt(3) },
    });
  });

  it('tells a new name from a new column, and another order of columns', async () => {
    const found = await effectOf(
      recipeOf([step('s', 'rename', {})]),
      0,
      table(SHOP),
      WORK,
      new Map([['rename', rename]]),
    );
    expect(found?.columns).toEqual({
      added: [],
      removed: [],
      renamed: [['id', 'customer']],
      reordered: true,
    });
    expect(found?.changed).toEqual([]);
  });

  it('sees rows in another order, and rows that are new', async () => {
    const found = await effectOf(
      recipeOf([step('s', 'swap', {})]),
      0,
      table(SHOP),
      WORK,
      new Map([['swap', swap]]),
    );
    expect(found?.rows).toEqual({ before: 5, after: 6, dropped: 1, added: 2, reordered: true });
    expect(found?.changed).toEqual([]);
  });

  it('gives counts alone where rows become something else', async () => {
    const orders = table(
      { who: ['a', 'a', 'b'], day: [1, 2, 3].map((day) => new Date(day * 864e5)), money: [1, 2, 3] },
      { grain: 'orders' },
    );
    const params = {
      customer: 'who',
      date: 'day',
      order: null,
      amount: 'money',
      quantity: null,
      price: null,
    };
    const found = await effectOf(recipeOf([step('s', 'rfm', params)], [], 'orders'), 0, orders, WORK);
    expect(found?.followed).toBe(false);
    expect(found?.rows).toMatchObject({ before: 3, after: 2, dropped: 0 });
    expect(found?.columns.removed).toContain('money');
    expect(found?.cells).toEqual([]);
  });

  it('numbers rows as the file does, after rows were dropped', async () => {
    const recipe = recipeOf([
      step('a', 'drop-missing', { columns: ['spent'] }),
      step('b', 'trim-decimals', { columns: ['id'] }),
      step('c', 'limit', { column: 'spent', to: 100, outside: 'blank' }),
    ]);
    const { tables } = await run(recipe, table(SHOP), { mode: 'learn', ...WORK });
    const found = await effectOf(recipe, 2, tables[1]!, WORK);
    expect(found?.cells).toMatchObject([
      { row: 5, column: 'spent', before: { value: 200 }, after: { value: null } },
    ]);
  });

  it('says which steps below read what changes, and which cannot run any more', async () => {
    const recipe = recipeOf([
      step('a', 'change-type', { column: 'spent', to: 'text' }),
      step('off', 'limit', { column: 'spent', to: 1, outside: 'blank' }, { enabled: false }),
      step('b', 'drop-missing', { columns: ['country'] }),
      step('c', 'drop-duplicates', {}),
      step('d', 'limit', { column: 'spent', to: 100, outside: 'blank' }),
    ]);
    const found = await effectOf(recipe, 0, table(SHOP), WORK);
    expect(found?.below.uses).toEqual([
      { step: 3, columns: ['spent'] },
      { step: 4, columns: ['spent'] },
    ]);
    expect(found?.below.faults).toEqual([
      { step: 4, code: 'wrong-kind', details: { column: 'spent', kind: 'text', needed: 'number' } },
    ]);
  });

  it('looks at a sample that is spread through the table, and says so', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `${i}.0`);
    const recipe = recipeOf([step('s', 'trim-decimals', { columns: ['id'] })]);
    const found = await effectOf(recipe, 0, table({ id: many }), { ...WORK, sample: 100 });
    expect(found).toMatchObject({ sample: 100, rows: { before: 100 }, changed: [{ cells: 100 }] });
    expect(found?.cells.map(({ row }) => row)).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
    const whole = await effectOf(recipe, 0, table({ id: many }), { ...WORK, sample: 1000 });
    expect(whole?.sample).toBeNull();
  });

  it('says nothing of a sample where a sample says nothing', async () => {
    const sample = { ...WORK, sample: 2 };
    expect(await effectOf(recipeOf([step('s', 'drop-duplicates', {})]), 0, table(SHOP), sample)).toBeNull();
    const fill = recipeOf([step('s', 'fill-missing', { columns: ['spent'], with: 'median' })]);
    expect(await effectOf(fill, 0, table({ spent: [null, null, null, 4] }), sample)).toBeNull();
  });

  it('refuses what the run would refuse', async () => {
    const refused = (op: string, params: Record<string, unknown>) => refusal(effect(SHOP, op, params));
    expect(await refused('limit', { column: 'age', to: 1, outside: 'blank' })).toMatchObject({
      code: 'missing-column',
    });
    expect(await refused('limit', { column: 'id', to: 1, outside: 'blank' })).toMatchObject({
      code: 'wrong-kind',
    });
    expect(await refused('limit', { column: 'spent' })).toMatchObject({ code: 'bad-params' });
    expect(await refused('no-such', {})).toMatchObject({ code: 'unknown-step' });
    expect(await refused('keep-values', { column: 'id', values: ['none'] })).toEqual({
      code: 'no-rows-left',
      details: { step: 'keep-values' },
    });
  });
});

const text = fc.option(fc.constantFrom('1.0', '2.00', '3', 'a', ' A ', 'Ã©'), { nil: null });
const number = fc.option(fc.constantFrom(-5, 0, 1, 7, 1000), { nil: null });
const shop = fc
  .array(fc.record({ id: text, name: text, spent: number, age: number }), { minLength: 1, maxLength: 40 })
  .map((rows): Cells => {
    // The first row keeps every column of its kind and every step from dropping all rows.
    const all = [{ id: '1', name: 'b', spent: 3, age: 40 }, ...rows];
    const column = <K extends keyof (typeof all)[number]>(name: K) => all.map((row) => row[name]);
    return { id: column('id'), name: column('name'), spent: column('spent'), age: column('age') };
  });
const acts = fc.constantFrom<[string, Record<string, unknown>]>(
  ['trim-decimals', { columns: ['id', 'name'] }],
  ['repair-text', { columns: ['name'], from: 'windows-1252' }],
  ['fill-missing', { columns: ['spent', 'age'], with: 'median' }],
  ['fill-missing', { columns: ['id'], with: 'constant', value: '3' }],
  ['limit', { column: 'age', from: 0, to: 100, outside: 'blank' }],
  ['limit', { column: 'age', from: 0, to: 100, outside: 'set-aside' }],
  ['drop-missing', { columns: ['id', 'age'] }],
  ['drop-duplicates', {}],
  ['drop-duplicates', { columns: ['id'] }],
  ['drop-duplicates', { loosely: true }],
  ['change-type', { column: 'spent', to: 'text' }],
  ['change-type', { column: 'id', to: 'number' }],
  ['keep-values', { column: 'name', values: ['a', 'b'] }],
);

describe('what is announced', () => {
  it('is what the step does', async () => {
    await fc.assert(
      fc.asyncProperty(shop, acts, async (cells, [op, params]) => {
        const before = table(cells);
        const recipe = recipeOf([step('s', op, params)]);
        const found = (await effectOf(recipe, 0, before, WORK))!;
        tableEqual(before, table(cells));
        const after = cellsOf((await run(recipe, before, { mode: 'learn', ...WORK })).table);
        const was = cellsOf(before);
        const rows = (of: typeof was) =>
          of.id!.map((_, row) => Object.keys(of).map((name) => of[name]![row]));
        // Rows that stay stand in their order: those not there any more are the dropped ones.
        expect(after.id).toHaveLength(found.rows.after);
        expect(found.rows.dropped).toBe(found.rows.before - found.rows.after);
        const unchanged = found.changed.length === 0;
        const gone = new Set(found.dropped.map(({ row }) => row - 1));
        const stays = rows(was).filter((_, row) => !gone.has(row));
        expect(unchanged && found.rows.dropped <= 10 ? rows(after) : stays).toEqual(stays);
        // Steps that drop rows change no cell, and the other way round: cell by cell in the same rows.
        const differing = Object.keys(was).map((name) => {
          const pairs = was[name]!.map((one, row) => [one, after[name]![row]]);
          return [name, pairs.filter(([one, other]) => !Object.is(one, other)).length] as const;
        });
        const counted = new Map(found.changed.map(({ column, cells: count }) => [column, count]));
        const announced = differing.map(([name]) => [name, counted.get(name) ?? 0] as const);
        expect(found.rows.dropped > 0 ? differing : announced).toEqual(differing);
        for (const { row, column, before: one, after: other } of found.cells) {
          expect(one?.value).toEqual(was[column]![row - 1]);
          expect(other.value).toEqual(after[column]![row - 1]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
