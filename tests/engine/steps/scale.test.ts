import { describe, expect, it } from 'vitest';
import { scale } from '../../../src/engine/steps/scale';
import { originOf } from '../../../src/engine/table/meta';
import { numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { scaled, columns } from '../../expectations/scale/scale.json';
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
