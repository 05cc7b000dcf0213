import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { validate } from '../../../src/engine/recipe/validate';
import { everyFault } from '../../../src/engine/recipe/every-fault';
import { encode } from '../../../src/engine/steps/encode';
import type { EncodeFit, Params } from '../../../src/engine/steps/encode/params';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

type Cells = readonly (string | number | boolean | null)[];
interface Hot {
  params: object;
  values: string[];
  sums: number[];
  other: boolean;
}
interface Found {
  'one-hot': Record<string, Hot>;
  ordinal: number[];
  share: number[];
}
// scikit-learn 1.2 and pandas 1.5: tests/expectations/encode/encode.py
const EXPECTED = JSON.parse(
  readFileSync(new URL('../../expectations/encode/encode.json', import.meta.url), 'utf8'),
) as { small: Record<string, Found & { cells: Cells }>; files: Record<string, Record<string, Found>> };

const TOWNS = ['Rome', 'Bern', null, 'Bern', 'Oslo', 'Ost', 'Rome', 'Bern'];
const hot = (more: object = {}) => ({ column: 'town', with: 'one-hot' as const, ...more });
const made = async (params: Params, cells: Cells) => {
  const done = await learnAndApply(encode, table({ [params.column]: cells }), params);
  const { [params.column]: _, ...columns } = cellsOf(done.table);
  return { ...done, columns };
};
/** What it makes of other cells with what it learnt of the towns. */
async function again(params: Params, cells: Cells) {
  const { fit } = await made(params, TOWNS);
  const taken = v.parse(encode.learnt!, JSON.parse(JSON.stringify(fit)));
  const { table: after, counts } = await encode.apply(
    table({ town: cells }),
    params,
    taken as EncodeFit,
    unwatched,
  );
  const { town: _, ...columns } = cellsOf(after);
  return { columns, counts };
}

async function asExpected(cells: Cells, found: Found) {
  for (const [rule, { params, values, sums, other }] of Object.entries(found['one-hot'])) {
    const { columns, fit } = await made(hot(params), cells);
    const names = Object.keys(columns);
    expect(names, rule).toEqual([...values, 'other'].map((value) => `town_${value}`));
    expect((fit as { values: string[] }).values).toEqual(values);
    const all = names.map((name) => columns[name]!.reduce<number>((sum, cell) => sum + Number(cell), 0));
    expect(all, rule).toEqual(other ? sums : [...sums, 0]);
  }
  const ordinal = await made({ column: 'town', with: 'ordinal' }, cells);
  expect(ordinal.columns.town_ordinal!.slice(0, 30)).toEqual(found.ordinal);
  const shares = await made({ column: 'town', with: 'frequency' }, cells);
  shares.columns
    .town_share!.slice(0, 30)
    .forEach((share, row) => expect(share).toBeCloseTo(found.share[row]!, 14));
}

describe('encode', () => {
  it.each(Object.entries(EXPECTED.small))(
    'gives what scikit-learn and pandas give: %s',
    (_, { cells, ...found }) => asExpected(cells, found),
  );

  it('puts rare values together and gives blanks a column, if asked to', async () => {
    const { columns, counts, fit } = await made(hot({ most: 2, blanks: 'column' }), TOWNS);
    expect(columns).toEqual({
      town_Bern: [0, 1, 0, 1, 0, 0, 0, 1],
      town_Rome: [1, 0, 0, 0, 0, 0, 1, 0],
      town_other: [0, 0, 0, 0, 1, 1, 0, 0],
      town_blank: [0, 0, 1, 0, 0, 0, 0, 0],
    });
    expect(counts).toEqual({ columns: 4, rare: 2, unseen: 0, blank: 1 });
    expect(fit).toEqual({ values: ['Bern', 'Rome'], rare: ['Oslo', 'Ost'] });
    const bare = await made(hot({ atLeast: 2, other: 'none' }), TOWNS);
    expect(Object.keys(bare.columns)).toEqual(['town_Bern', 'town_Rome']);
    expect(Object.values(bare.columns).map((cells) => cells[2])).toEqual([0, 0]);
  });

  it('gives values not seen before a place: other, blank, or 0', async () => {
    const next = ['Bern', 'Ost', 'Paris', null];
    expect(await again(hot({ most: 1 }), next)).toEqual({
      columns: { town_Bern: [1, 0, 0, 0], town_other: [0, 1, 1, 0] },
      counts: { columns: 2, rare: 1, unseen: 1, blank: 1 },
    });
    expect(await again({ column: 'town', with: 'ordinal' }, next)).toEqual({
      columns: { town_ordinal: [0, 2, null, null] },
      counts: { unseen: 1 },
    });
    const shares = await again({ column: 'town', with: 'frequency' }, next);
    expect(shares).toEqual({
      columns: { town_share: [3 / 7, 1 / 7, 0, null] },
      counts: { unseen: 1 },
    });
  });

  it('numbers values in an order of one’s own', async () => {
    const order = ['basic', 'plus', 'premium'];
    const { columns, counts, fit } = await made({ column: 'plan', with: 'ordinal', order }, [
      'plus',
      'premium',
      'trial',
      null,
      'basic',
    ]);
    expect(columns.plan_ordinal).toEqual([1, 2, null, null, 0]);
    expect([fit, counts]).toEqual([{ order }, { unseen: 1 }]);
  });

  it('takes yes and no, and numbers in their order', async () => {
    const booleans = await made({ column: 'member', with: 'ordinal' }, [true, false, null]);
    expect([booleans.columns.member_ordinal, booleans.fit]).toEqual([[1, 0, null], { order: ['no', 'yes'] }]);
    const numbers = await made(hot(), [10, 2, -0, 0, 2]);
    expect(Object.keys(numbers.columns)).toEqual(['town_0', 'town_2', 'town_10', 'town_other']);
  });

  it('keeps its own columns apart from values that are called so', async () => {
    const { columns } = await made(hot({ blanks: 'column' }), ['other', 'blank', 'other_', null]);
    expect(Object.keys(columns)).toEqual([
      'town_blank',
      'town_other',
      'town_other_',
      'town_other__',
      'town_blank_',
    ]);
  });

  it('puts each cell with a value into one column', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'é'), { nil: null }), { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        async (cells, most) => {
          fc.pre(cells.some((cell) => cell !== null));
          const { columns } = await made(hot({ most, blanks: 'column' }), cells);
          cells.forEach((_, row) => {
            const sum = Object.values(columns).reduce<number>((all, column) => all + Number(column[row]), 0);
            expect(sum).toBe(1);
          });
        },
      ),
      { numRuns: 40, seed: 8 },
    ));

  it('refuses dates, blank columns, too many values, names that are taken, and a fit of another way', async () => {
    const dates = table({ town: [new Date(0)] });
    expect((await refusal(learnAndApply(encode, dates, hot()))).code).toBe('wrong-kind');
    const many = Array.from({ length: 201 }, (_, i) => `t${i}`);
    expect(await refusal(made(hot(), many))).toEqual({
      code: 'too-many-groups',
      details: { column: 'town', groups: 201, most: 200, encoded: true },
    });
    expect(Object.keys((await made(hot({ most: 5 }), many)).columns).length).toBe(6);
    const taken = table({ town: ['a'], town_a: [1] });
    expect(await refusal(learnAndApply(encode, taken, hot()))).toEqual({
      code: 'name-taken',
      details: { column: 'town_a' },
    });
    const fit = { order: ['a'] };
    for (const params of [hot(), { column: 'town', with: 'frequency' as const }])
      expect(
        (
          await refusal(
            Promise.resolve().then(() => encode.apply(table({ town: ['a'] }), params, fit, unwatched)),
          )
        ).code,
      ).toBe('not-learnt');
    expect(v.is(encode.params, { column: 'town', with: 'ordinal', order: ['a', 'a'] })).toBe(false);
    expect(v.is(encode.params, hot({ most: 201 }))).toBe(false);
  });

  it('lets later steps read the columns that only the data can tell of', () => {
    const town = [{ name: 'town', kind: 'text' as const }];
    const faults = (column: string, enabled = true) =>
      everyFault(
        recipeOf([
          { ...step('a', 'encode', hot()), enabled },
          step('b', 'scale', { columns: [column], with: 'z' }),
        ]),
        town,
      );
    expect([faults('town_Bern'), validate(recipeOf([step('a', 'encode', hot())]), town)]).toEqual([[], []]);
    expect(faults('village_Bern')).toMatchObject([{ step: 1, code: 'missing-column' }]);
    expect(faults('town_Bern', false)).toMatchObject([{ step: 1, code: 'missing-column' }]);
    const renamed = recipeOf([
      step('a', 'encode', hot()),
      step('b', 'rename-columns', { names: [{ column: 'town_Bern', as: 'bernese' }] }),
      step('c', 'scale', { columns: ['bernese'], with: 'z' }),
      step('d', 'remove-columns', { columns: ['town_Rome'] }),
      step('e', 'scale', { columns: ['town_Rome'], with: 'z' }),
    ]);
    expect(validate(renamed, town)).toMatchObject([{ step: 4, code: 'missing-column' }]);
    const broken = recipeOf([
      step('a', 'encode', { ...hot(), column: 'gone' }),
      step('b', 'scale', { columns: ['gone_x'], with: 'z' }),
    ]);
    expect(everyFault(broken, town)).toMatchObject([{ step: 0 }, { step: 1, because: 0 }]);
  });
});

describe.each([
  [hot({ most: 2 }), 'Make a column for each value of town', [], ['town_Bern', 'town_Rome', 'town_other']],
  [{ column: 'town', with: 'ordinal' }, 'Number the values in order of town', ['town_ordinal'], []],
  [{ column: 'town', with: 'frequency' }, 'Take the share of each value of town', ['town_share'], []],
] as [Params, string, string[], string[]][])('encode: %j', (params, says, adds, addsHere) => {
  keepsTheLaws(encode, {
    params,
    cells: { town: TOWNS },
    says,
    reads: ['town'],
    adds,
    addsHere,
    refusesNothing: 'too-few-values',
  });
});

describe.skipIf(!hasRealFiles)('encoded columns of real files, as scikit-learn and pandas have them', () => {
  it.each(Object.keys(EXPECTED.files))('%s', async (file) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    for (const [column, found] of Object.entries(EXPECTED.files[file]!))
      await asExpected(cellsOf(read)[column] as Cells, found);
  });
});
