import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/engine/recipe/validate';
import { moveColumns } from '../../../src/engine/steps/move-columns';
import { removeColumns } from '../../../src/engine/steps/remove-columns';
import { renameColumns } from '../../../src/engine/steps/rename-columns';
import { setRole } from '../../../src/engine/steps/set-role';
import { unpivot } from '../../../src/engine/steps/unpivot';
import { metaOf } from '../../../src/engine/table/meta';
import { columnNames } from '../../../src/engine/table/table';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { learnAndApply, refusal } from './apply';

const wide = () =>
  table(
    { customer: ['a', 'b', 'c'], jan: [1, null, 3], feb: [4, 5, 6], city: ['x', 'y', 'z'] },
    {
      key: 'customer',
      roles: new Map([
        ['customer', 'customer'],
        ['jan', 'amount'],
      ]),
      units: new Map([['jan', '€']]),
      origins: new Map([['feb', 'jan']]),
    },
  );
const missing = (column: string) => ({ code: 'missing-column', details: { column } });

describe('renameColumns', () => {
  const params = { names: [{ column: 'jan', as: 'feb' }, { column: 'feb', as: 'jan' }, { column: 'customer', as: 'id' }] }; // prettier-ignore
  itKeepsTheLaws(renameColumns, {
    table: wide,
    params,
    describe: 'Rename jan to feb, feb to jan and customer to id',
    reads: ['jan', 'feb', 'customer'],
    adds: [],
  });

  it('takes along what is known of a column, in its place', async () => {
    const { table: after, counts } = await learnAndApply(renameColumns, wide(), params);
    expect(columnNames(after)).toEqual(['id', 'feb', 'jan', 'city']);
    expect(cellsOf(after).jan).toEqual([4, 5, 6]);
    const { key, roles, units, origins } = metaOf(after);
    expect([key, [...roles], [...units], [...origins]]).toEqual([
      'id',
      [
        ['id', 'customer'],
        ['feb', 'amount'],
      ],
      [['feb', '€']],
      [['jan', 'feb']],
    ]);
    expect(counts).toEqual({ renamed: 3 });
    const gone = { names: [{ column: 'none', as: 'x' }] };
    expect(await refusal(Promise.resolve().then(() => learnAndApply(renameColumns, wide(), gone)))).toEqual(
      missing('none'),
    );
  });
});

describe('removeColumns', () => {
  itKeepsTheLaws(removeColumns, {
    table: wide,
    params: { columns: ['jan', 'customer'] },
    describe: 'Remove jan and customer',
    reads: ['jan', 'customer'],
    adds: [],
  });

  it('forgets what was known of them', async () => {
    const { table: after, counts } = await learnAndApply(removeColumns, wide(), {
      columns: ['jan', 'customer'],
    });
    expect(columnNames(after)).toEqual(['feb', 'city']);
    expect([metaOf(after).key, metaOf(after).roles.size, counts]).toEqual([null, 0, { removed: 2 }]);
    const gone = () => learnAndApply(removeColumns, wide(), { columns: ['none'] });
    expect(await refusal(Promise.resolve().then(gone))).toEqual(missing('none'));
  });
});

describe('moveColumns', () => {
  itKeepsTheLaws(moveColumns, {
    table: wide,
    params: { columns: ['city', 'feb'], before: 'jan' },
    describe: 'Put city and feb before jan',
    reads: ['city', 'feb', 'jan'],
    adds: [],
  });

  it('puts them in front, behind or before another', async () => {
    const order = async (params: Parameters<typeof moveColumns.describe>[0]) =>
      columnNames((await learnAndApply(moveColumns, wide(), params)).table);
    expect(await order({ columns: ['city', 'feb'], before: 'jan' })).toEqual([
      'customer',
      'city',
      'feb',
      'jan',
    ]);
    expect(await order({ columns: ['feb'], to: 'front' })).toEqual(['feb', 'customer', 'jan', 'city']);
    expect(await order({ columns: ['jan'], to: 'end' })).toEqual(['customer', 'feb', 'city', 'jan']);
    expect(moveColumns.refuses!({ columns: ['jan'], before: 'jan' })).toMatchObject({ code: 'bad-params' });
    expect(moveColumns.describe({ columns: ['jan'], to: 'front' })).toBe('Put jan first');
  });
});

describe('setRole', () => {
  itKeepsTheLaws(setRole, {
    table: wide,
    params: { column: 'feb', role: 'amount' },
    describe: 'Take feb for the amount',
    reads: ['feb'],
    adds: [],
  });

  it('gives a role to one column only, and moves the key', async () => {
    const roleIn = async (params: Parameters<typeof setRole.describe>[0]) =>
      metaOf((await learnAndApply(setRole, wide(), params)).table);
    expect([...(await roleIn({ column: 'feb', role: 'amount' })).roles]).toEqual([
      ['customer', 'customer'],
      ['feb', 'amount'],
    ]);
    expect((await roleIn({ column: 'city', role: 'customer' })).key).toBe('city');
    expect(await roleIn({ column: 'customer', role: null })).toMatchObject({ key: null });
    expect(setRole.describe({ column: 'customer', role: null })).toBe('Take customer for no role');
  });
});

describe('unpivot', () => {
  const params = { columns: ['jan', 'feb'], name: 'month', value: 'spend' };
  itKeepsTheLaws(unpivot, {
    table: wide,
    params,
    describe: 'Put jan and feb below one another as spend',
    reads: ['jan', 'feb'],
    adds: ['month', 'spend'],
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it('equals pandas.melt', async () => {
    const { table: after } = await learnAndApply(unpivot, wide(), params);
    expect(cellsOf(after)).toEqual(expected.unpivoted);
    expect([...metaOf(after).sourceRows!]).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('sets blanks aside where that is said, and writes several kinds as text', async () => {
    const { table: after, counts } = await learnAndApply(unpivot, wide(), { ...params, blanks: 'set-aside' });
    expect(cellsOf(after).spend).toEqual([1, 3, 4, 5, 6]);
    expect(counts).toEqual({ dropped: 1 });
    const mixed = await learnAndApply(unpivot, wide(), { ...params, columns: ['jan', 'city'] });
    expect(cellsOf(mixed.table).spend).toEqual(['1', null, '3', 'x', 'y', 'z']);
    expect(unpivot.refuses!({ ...params, value: 'month' })).toMatchObject({ code: 'name-taken' });
  });
});

describe('validate: columns that are gone', () => {
  const known = ['a', 'b'].map((name) => ({ name, kind: 'text' as const }));
  const faults = (...steps: Parameters<typeof recipeOf>[0]) => validate(recipeOf(steps), known);

  it('names the later step that breaks, and which step is why', () => {
    const trimB = step('s2', 'clean-text', { columns: ['b'], ends: 'trim' });
    expect(faults(step('s1', 'rename-columns', { names: [{ column: 'b', as: 'c' }] }), trimB)).toEqual([
      { step: 1, code: 'missing-column', details: { column: 'b', goneAt: 0, as: 'c' } },
    ]);
    expect(faults(step('s1', 'remove-columns', { columns: ['b'] }), trimB)).toEqual([
      { step: 1, code: 'missing-column', details: { column: 'b', goneAt: 0 } },
    ]);
  });

  it('lets a name be used again once its column is gone, and not before', () => {
    const rename = (column: string, as: string) => step('s1', 'rename-columns', { names: [{ column, as }] });
    expect(faults(rename('a', 'b'))).toEqual([{ step: 0, code: 'name-taken', details: { column: 'b' } }]);
    const gone = step('s0', 'remove-columns', { columns: ['b'] });
    expect(
      faults(gone, rename('a', 'b'), step('s2', 'clean-text', { columns: ['b'], ends: 'trim' })),
    ).toEqual([]);
  });
});
