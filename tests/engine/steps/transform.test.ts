import { describe, expect, it } from 'vitest';
import { transform } from '../../../src/engine/steps/transform';
import { originOf } from '../../../src/engine/table/meta';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

describe('transform', () => {
  it('adds the logarithm of 1 + x, and keeps tiny values exact', async () => {
    const before = table({ n: [0, 1, Math.E - 1, 1e-20, null] });
    const { table: after, counts } = await learnAndApply(transform, before, {
      columns: ['n'],
      with: 'log1p',
    });
    const [zero, one, e, tiny, blank] = cellsOf(after).n_log!;
    expect([zero, one, tiny, blank]).toEqual([0, Math.LN2, 1e-20, null]);
    expect(e).toBeCloseTo(1, 15);
    expect(counts).toEqual({ belowZero: 0 });
    tableEqual(before, table({ n: [0, 1, Math.E - 1, 1e-20, null] }));
  });

  it('lets values below 0 in as 0 and counts them', async () => {
    const before = table({ a: [-4, 4], b: [-1, -9] });
    const { table: after, counts } = await learnAndApply(transform, before, {
      columns: ['a', 'b'],
      with: 'sqrt',
    });
    expect(cellsOf(after)).toEqual({ a: [-4, 4], b: [-1, -9], a_sqrt: [0, 2], b_sqrt: [0, 0] });
    expect(counts).toEqual({ belowZero: 3 });
  });

  it('does with an empty table, one row and a constant column what it does with any', async () => {
    for (const cells of [[], [0], [3, 3, 3]]) {
      const made = await learnAndApply(transform, table({ n: cells }), { columns: ['n'], with: 'log1p' });
      expect(cellsOf(made.table).n_log).toEqual(cells.map(Math.log1p));
    }
  });

  it('remembers what each column was made from, over several steps', async () => {
    const once = await learnAndApply(transform, table({ n: [1] }), { columns: ['n'], with: 'log1p' });
    const twice = await learnAndApply(transform, once.table, { columns: ['n_log'], with: 'sqrt' });
    expect(originOf(twice.table, 'n_log_sqrt')).toBe('n');
  });

  it('refuses what is no number', async () => {
    const dates = table({ d: [new Date(0)] });
    expect(await refusal(learnAndApply(transform, dates, { columns: ['d'], with: 'sqrt' }))).toEqual({
      code: 'wrong-kind',
      details: { column: 'd', kind: 'date', needed: 'number' },
    });
  });

  it('says itself in one line and names what it reads and adds', () => {
    const params = { columns: ['recency_days', 'frequency', 'monetary'], with: 'log1p' as const };
    expect(transform.describe(params)).toBe('Even out long tails: recency, orders, money');
    const many = { ...params, columns: [...params.columns, 'age'] };
    expect(transform.describe(many)).toBe('Even out long tails: 4 columns');
    expect([transform.reads(params), transform.adds({ ...params, columns: ['age'] })]).toEqual([
      params.columns,
      ['age_log'],
    ]);
  });
});
