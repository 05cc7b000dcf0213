import { describe, expect, it } from 'vitest';
import { scale } from '../../../src/engine/steps/scale';
import { originOf } from '../../../src/engine/table/meta';
import { numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { columns, others, scaled, unit_length as unitLength } from '../../expectations/scale/scale.json';
import { table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const SUFFIX = { z: 'z', 'min-max': 'minmax', robust: 'robust' };
const measures = ['z', 'min-max', 'robust'] as const;
const names = ['spend', 'orders', 'tenth', 'large'] as const;

describe('scale', () => {
  // scikit-learn 1.2.1: tests/expectations/scale/make.py
  it.each(measures)('gives what scikit-learn gives: %s', async (measure) => {
    const before = table(columns);
    const { table: after } = await learnAndApply(scale, before, { columns: [...names], with: measure });
    for (const name of names) {
      const made = numbers(after, `${name}_${SUFFIX[measure]}`);
      const wanted: (number | null)[] = scaled[measure][name];
      expect([...made].map(Number.isNaN)).toEqual(wanted.map((value) => value === null));
      const off = made.map((value, row) => Math.abs(value - (wanted[row] ?? NaN)));
      expect(Math.max(...off.filter((each) => !Number.isNaN(each)))).toBeLessThan(1e-10);
    }
    tableEqual(before, table(columns));
  });

  it.each(measures)('gives rows it did not learn from what scikit-learn gives them: %s', async (measure) => {
    const params = { columns: [...names], with: measure };
    const fit = await scale.fit(table(columns), params, unwatched);
    const rows = Object.fromEntries(names.map((name, i) => [name, others.rows.map((row) => row[i]!)]));
    const { table: after } = await scale.apply(table(rows), params, fit, unwatched);
    for (const [i, name] of names.entries()) {
      const made = numbers(after, `${name}_${SUFFIX[measure]}`);
      others.scaled[measure].forEach((row, at) => expect(made[at]).toBeCloseTo(row[i]!, 9));
    }
  });

  it('gives each row the length 1 over all columns, as scikit-learn does', async () => {
    const before = table(columns);
    const params = { columns: [...names], with: 'unit-length' as const };
    const { table: after, fit, counts } = await learnAndApply(scale, before, params);
    for (const [i, name] of names.entries()) {
      const made = numbers(after, `${name}_unit`);
      unitLength.rows.forEach((row, at) => expect(made[row]).toBeCloseTo(unitLength.scaled[at]![i]!, 14));
      // Rows 3 and 9 have a blank, so that nobody knows how long they are.
      expect([made[3], made[9]]).toEqual([NaN, NaN]);
    }
    expect([fit, counts]).toEqual([{ columns: [] }, { withoutLength: 2 }]);
    tableEqual(before, table(columns));
    const odd = { a: [0, 3e200, -3], b: [0, 4e200, 4] };
    const { table: made } = await learnAndApply(scale, table(odd), { ...params, columns: ['a', 'b'] });
    expect([numbers(made, 'a_unit'), numbers(made, 'b_unit')].map((values) => [...values])).toEqual([
      [0, 0.6, -0.6].map((value) => expect.closeTo(value, 15) as number),
      [0, 0.8, 0.8].map((value) => expect.closeTo(value, 15) as number),
    ]);
  });

  it('counts what lies beyond the least and the greatest learnt from', async () => {
    const params = { columns: ['n'], with: 'min-max' as const };
    const fit = { columns: [{ column: 'n', centre: 10, spread: 5 }] };
    const { table: after, counts } = await scale.apply(
      table({ n: [9, 10, 15, 20, 25, null] }),
      params,
      fit,
      unwatched,
    );
    expect([...numbers(after, 'n_minmax')]).toEqual([-0.2, 0, 1, 2, 3, NaN]);
    expect(counts).toEqual({ below: 1, above: 2 });
  });

  it.each(measures)('gives 0 for a constant column and keeps blanks: %s', async (measure) => {
    const { table: after } = await learnAndApply(scale, table({ n: [0.1, 0.1, 0.1, null] }), {
      columns: ['n'],
      with: measure,
    });
    expect([...numbers(after, `n_${SUFFIX[measure]}`)]).toEqual([0, 0, 0, NaN]);
  });

  it('takes what was learnt when it is reused', async () => {
    const params = { columns: ['n'], with: 'z' as const };
    const fit = await scale.fit(table({ n: [0, 10] }), params, unwatched);
    expect(fit).toEqual({ columns: [{ column: 'n', centre: 5, spread: 5 }] });
    const { table: after } = await scale.apply(table({ n: [20, null] }), params, fit, unwatched);
    expect([...numbers(after, 'n_z')]).toEqual([3, NaN]);
  });

  it('remembers what each column was made from', async () => {
    const params = { columns: ['n'], with: 'robust' as const };
    expect(originOf((await learnAndApply(scale, table({ n: [1, 2] }), params)).table, 'n_robust')).toBe('n');
  });

  it('refuses fewer than two values, text and what is not there', async () => {
    const tried = (cells: Parameters<typeof table>[0]) =>
      refusal(learnAndApply(scale, table(cells), { columns: ['n'], with: 'z' }));
    expect(await tried({ n: [1, null] })).toEqual({
      code: 'too-few-values',
      details: { column: 'n', count: 1 },
    });
    expect(await tried({ n: [] })).toEqual({ code: 'too-few-values', details: { column: 'n', count: 0 } });
    expect((await tried({ n: ['1', '2'] })).code).toBe('wrong-kind');
    expect((await tried({ m: [1, 2] })).code).toBe('missing-column');
  });

  it('says itself in one line and names what it reads and adds', () => {
    const params = { columns: ['a', 'b'], with: 'min-max' as const };
    expect(scale.describe(params)).toBe('Put on one scale');
    expect([scale.reads(params), scale.adds(params)]).toEqual([
      ['a', 'b'],
      ['a_minmax', 'b_minmax'],
    ]);
  });
});
