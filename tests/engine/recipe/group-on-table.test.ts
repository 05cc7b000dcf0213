import { describe, expect, it } from 'vitest';
import { columnsNeeded } from '../../../src/engine/recipe/columns-needed';
import { groupOnTable } from '../../../src/engine/recipe/group-on-table';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import { registry, registryOf } from '../../../src/engine/recipe/registry';
import { run } from '../../../src/engine/recipe/run';
import type { KnownColumn } from '../../../src/engine/recipe/step';
import type { FreeStep } from '../../../src/engine/recipe/step-group';
import { withColumnsNamed } from '../../../src/engine/recipe/with-columns-named';
import { unwatched } from '../../../src/engine/work';
import { inputOf, names, tableOf, written } from './written';

const free = (op: string, params: FreeStep['params']): FreeStep => ({ op, version: 1, params });
const groupOf = (steps: FreeStep[]) => ({
  format: 'tessera-steps' as const,
  version: 1 as const,
  name: 'any',
  steps,
});
const log = free('transform', { columns: ['spent'], with: 'log1p' });
const scaled = free('scale', { columns: ['spent_log', 'visits'], with: 'z' });
const renamed = free('rename-columns', { names: [{ column: 'amount', as: 'spent' }] });
const trimmed = free('clean-text', { columns: ['town'], ends: 'trim' });

describe('columnsNeeded', () => {
  it('names what is read and not made before, with the kinds it may have', () => {
    expect(columnsNeeded([renamed, log, scaled, trimmed])).toEqual([
      { column: 'amount', kinds: null },
      { column: 'visits', kinds: ['number'] },
      { column: 'town', kinds: ['text'] },
    ]);
  });

  it('asks nothing of a kind that a step of the group makes', () => {
    const asNumber = free('change-type', { column: 'spent', to: 'number' });
    expect(columnsNeeded([asNumber, log])).toEqual([
      { column: 'spent', kinds: ['text', 'number', 'boolean'] },
    ]);
    expect(columnsNeeded([log, asNumber])).toEqual([{ column: 'spent', kinds: ['number'] }]);
  });

  it('asks for no column that a step may make of the values there are', () => {
    const encoded = free('encode', { column: 'town', with: 'one-hot' });
    const named = (steps: FreeStep[]) => columnsNeeded(steps).map(({ column }) => column);
    expect(named([encoded, free('drop-missing', { columns: ['town_Ulm', 'country'] })])).toEqual([
      'town',
      'country',
    ]);
  });

  it('needs nothing for steps it does not know or understand', () => {
    expect(
      columnsNeeded([free('from-the-future', { columns: ['x'] }), free('scale', { columns: 7 })]),
    ).toEqual([]);
  });
});

const columns: KnownColumn[] = [
  { name: 'Betrag', kind: 'number' },
  { name: 'Town', kind: 'text' },
  { name: 'visits', kind: 'number' },
  { name: 'note', kind: 'text', blank: true },
];

describe('groupOnTable', () => {
  it('gives the steps as they are where every column is there', () => {
    const steps = [free('scale', { columns: ['visits'], with: 'z' })];
    expect(groupOnTable(groupOf(steps), columns, new Map())).toEqual({ missing: [], steps });
  });

  it('names what is missing, and which columns fit by their kind', () => {
    const group = groupOf([log, scaled, trimmed]);
    const missing = [
      { column: 'spent', fitting: ['Betrag', 'visits', 'note'], alike: null },
      { column: 'town', fitting: ['Town', 'note'], alike: 'Town' },
    ];
    expect(groupOnTable(group, columns, new Map())).toEqual({ missing, steps: null });
    expect(groupOnTable(group, columns, new Map([['spent', 'Betrag']]))).toEqual({ missing, steps: null });
    const names = new Map([
      ['spent', 'Betrag'],
      ['town', 'Town'],
      ['visits', 'Betrag'],
    ]);
    expect(groupOnTable(group, columns, names)).toEqual({
      missing,
      steps: [
        free('transform', { columns: ['Betrag'], with: 'log1p' }),
        free('scale', { columns: ['Betrag_log', 'visits'], with: 'z' }),
        free('clean-text', { columns: ['Town'], ends: 'trim' }),
      ],
    });
  });

  it('takes no column that is not there', () => {
    expect(groupOnTable(groupOf([log]), columns, new Map([['spent', 'gone']])).steps).toBeNull();
  });
});

describe('columns that only the data decide on', () => {
  const hot = free('encode', { column: 'town', with: 'one-hot' });
  const read = free('scale', { columns: ['town_Bern', 'visits'], with: 'z' });

  it('are not needed beforehand', () => {
    expect(columnsNeeded([hot, read]).map(({ column }) => column)).toEqual(['town', 'visits']);
    expect(columnsNeeded([read]).map(({ column }) => column)).toEqual(['town_Bern', 'visits']);
  });

  it('are named after the column they are made of', () => {
    expect(withColumnsNamed([hot, read], new Map([['town', 'place']]))).toEqual([
      free('encode', { column: 'place', with: 'one-hot' }),
      free('scale', { columns: ['place_Bern', 'visits'], with: 'z' }),
    ]);
    expect(withColumnsNamed([hot, read], new Map([['visits', 'orders']]))).toEqual([
      hot,
      free('scale', { columns: ['town_Bern', 'orders'], with: 'z' }),
    ]);
  });
});

describe('withColumnsNamed', () => {
  it('leaves texts that are equal to a column and name none', () => {
    const steps = [
      free('keep-values', { column: 'town', values: ['town', 'Ulm'] }),
      free('filter-rows', {
        rows: 'keep',
        match: 'all',
        conditions: [{ column: 'town', is: 'text', value: 'town' }],
      }),
    ];
    expect(withColumnsNamed(steps, new Map([['town', 'place']]))).toEqual([
      free('keep-values', { column: 'place', values: ['town', 'Ulm'] }),
      free('filter-rows', {
        rows: 'keep',
        match: 'all',
        conditions: [{ column: 'place', is: 'text', value: 'town' }],
      }),
    ]);
  });

  it('names columns inside a formula, and leaves its texts', () => {
    const called = new Map([
      ['a', 'b]c'],
      ['b', 'a'],
    ]);
    const before = 'if(( [a] ) > sum([b]) over [a], "[a]", concat("a", [b])) ';
    const after = 'if(( [b]]c] ) > sum([a]) over [b]]c], "[a]", concat("a", [a])) ';
    expect(withColumnsNamed([free('formula', { as: 'a', formula: before })], called)).toEqual([
      free('formula', { as: 'a', formula: after }),
    ]);
  });

  it('exchanges two names, and does not follow a name that a step gives anew', () => {
    const swapped = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(withColumnsNamed([free('scale', { columns: ['a', 'b'], with: 'z' })], swapped)).toEqual([
      free('scale', { columns: ['b', 'a'], with: 'z' }),
    ]);
    const made = [
      free('rename-columns', { names: [{ column: 'a', as: 'c' }] }),
      free('bin', { column: 'x', by: 'width', as: 'a' }),
      free('drop-missing', { columns: ['a', 'c'] }),
    ];
    expect(withColumnsNamed(made, new Map([['a', 'amount']]))).toEqual([
      free('rename-columns', { names: [{ column: 'amount', as: 'c' }] }),
      ...made.slice(1),
    ]);
  });

  it('gives null where one column would stand twice', () => {
    const both = free('scale', { columns: ['a', 'b'], with: 'z' });
    expect(withColumnsNamed([both], new Map([['a', 'b']]))).toBeNull();
  });

  it('gives null where a property may be named after a column or after a value', () => {
    const weighed = free('segment', { columns: ['a', 'b'], k: 2, weights: { a: 2 } });
    expect(withColumnsNamed([weighed], new Map([['a', 'amount']]))).toBeNull();
  });

  it('gives null soon where a column stands without end', () => {
    const values = Array<string>(1e5).fill('a');
    const endless = free('filter-rows', {
      rows: 'keep',
      match: 'all',
      conditions: [{ column: 'a', is: 'one-of', values }],
    });
    // It says by itself what it is with other columns; without that it is to be found out.
    const { called, ...plain } = registry.get('filter-rows')!;
    expect(called).toBeDefined();
    expect(withColumnsNamed([endless], new Map([['a', 'amount']]), registryOf([plain]))).toBeNull();
  });

  // Segments come of the automatic steps, which are no part of a group.
  const single = names.filter((name) =>
    parseRecipe(inputOf(name).recipe).steps.every(({ op }) => op !== 'segment' && !registry.get(op)?.sources),
  );
  it.each(single)('%s gives the same cells of columns with other names', async (name) => {
    const { table, recipe: saved } = inputOf(name);
    const recipe = parseRecipe(saved);
    const called = new Map(table.map((column) => [column.name, `${column.name} (new)`]));
    const steps = withColumnsNamed(recipe.steps, called)!;
    const there = recipe.sources.map((source) => ({
      ...source,
      columns: source.columns.map((column) => ({ ...column, name: called.get(column.name) ?? column.name })),
    }));
    const other = {
      ...recipe,
      sources: there,
      steps: recipe.steps.map((step, i) => ({ ...step, params: steps[i]!.params })),
    };
    const options = { mode: 'learn', work: unwatched } as const;
    const first = await run(recipe, tableOf(table), options);
    const again = await run(
      other,
      tableOf(table.map((column) => ({ ...column, name: called.get(column.name)! }))),
      options,
    );
    // Some cells name columns, as those of unpivot do.
    const cells = (of: typeof first) =>
      written(of.table).map((column) => column.cells.map((cell) => String(cell).replaceAll(' (new)', '')));
    expect(cells(again)).toEqual(cells(first));
  });
});
