import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../src/engine/recipe/effect';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { recipeOf, step } from './recipes';

// pandas 1.5, Series.skew: tests/expectations/transform/transform.py
const { skew } = JSON.parse(
  readFileSync(new URL('../../expectations/transform/transform.json', import.meta.url), 'utf8'),
) as { skew: { log1p: { cells: number[]; before: number; log1p: number } } };
const { cells, before, log1p } = skew.log1p;
const effect = async (one: RecipeStep, columns: Record<string, (number | string | null)[]>) =>
  (await effectOf(recipeOf([one], Object.keys(columns)), 0, table(columns), { work: unwatched }))!;

describe('the shape of columns before and after a step', () => {
  it('is told of a step that gives numbers another one', async () => {
    const params = { columns: ['n', 'm'], with: 'log1p' };
    const { shapes } = await effect(step('a', 'transform', params), { n: cells, m: cells.map(() => 1) });
    const near = (value: number) => expect.closeTo(value, 10) as number;
    expect(shapes!.map((one) => [one.before.column, one.after.column])).toEqual([
      ['n', 'n_log'],
      ['m', 'm_log'],
    ]);
    expect(shapes![0]!.before.skewness).toEqual(near(before));
    expect(shapes![0]!.after.skewness).toEqual(near(log1p));
    for (const { bins } of [shapes![0]!.before, shapes![0]!.after])
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(cells.length);
    // All but one value lie in the first half of the range.
    expect(shapes![0]!.before.bins.slice(10)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is not told of others', async () => {
    const { shapes } = await effect(step('a', 'scale', { columns: ['n'], with: 'z' }), { n: cells });
    expect(shapes).toBeUndefined();
  });

  it('shows of columns of 0 and 1 where they are 1, beside what each was made from', async () => {
    const towns = ['Bern', 'Bern', 'Oslo', 'Rome'];
    const hot = await effect(step('a', 'encode', { column: 't', with: 'one-hot' }), { t: towns });
    const first = (column: string) => hot.cells.find((cell) => cell.column === column)!;
    expect([first('t_Rome').row, first('t_Rome').after.value]).toEqual([4, 1]);
    // Ninety values between the quantiles 5 % and 95 %, then five below and five above.
    const between = Array.from({ length: 90 }, (_, i) => 20 + i);
    const capped = await effect(step('a', 'transform', { columns: ['n'], with: 'winsorise' }), {
      n: [...between, 1, 2, 3, 4, 5, 200, 201, 202, 203, 204],
    });
    expect(capped.cells.length).toBe(10);
    expect(capped.cells[0]).toMatchObject({
      row: 91,
      before: { value: 1 },
      after: { value: expect.closeTo(19.25, 10) },
    });
    expect(capped.cells[1]).toMatchObject({ row: 1, before: { value: 20 }, after: { value: 20 } });
    const both = await effect(step('a', 'transform', { columns: ['n', 'm'], with: 'sqrt' }), {
      n: [1, 4],
      m: [9, 16],
    });
    expect(both.cells.map(({ madeFrom, column }) => `${madeFrom} ${column}`)).toEqual([
      'n n_sqrt',
      'n n_sqrt',
      'm m_sqrt',
      'm m_sqrt',
    ]);
  });
});
