import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/engine/recipe/registry';
import { PairDecisions } from '../../../src/ui/steps/merge-customers/decisions';
import { numberSaid, sameParams } from '../../../src/ui/steps/same-params';
import { DATE_WAYS, paramsOf, wayOf } from '../../../src/ui/steps/written-ways';
import { detailOf, effectOf } from '../../../src/ui/text/effects';
import { pairsLeftOut, pairsSaid, pairWhy } from '../../../src/ui/text/row-effects';
import { describeStep } from '../../../src/ui/text/steps';

const outcome = (op: string, counts: Record<string, number>, notes: string[] = []) => ({
  id: 's1',
  op,
  describe: '',
  enabled: true,
  rowsIn: 10,
  rowsOut: 10 - (counts.dropped ?? 0),
  counts,
  notes,
  ms: 0,
});

describe('what is said of pairs', () => {
  const pair = ['7', '3'] as const;

  it('is kept whatever the order of the keys, and taken back by saying it again', () => {
    const said = PairDecisions.of([['3', '7']], 'nonsense');
    expect([said.get(pair), said.with(pair, 'refused').of('refused')]).toEqual(['accepted', [['7', '3']]]);
    expect(said.with(pair, 'refused').of('accepted')).toEqual([]);
    expect(said.with(pair, 'accepted').get(pair)).toBeNull();
    expect(said.get(pair)).toBe('accepted');
  });

  it('says why, how many, and what was left out', () => {
    const why = { keys: pair, score: 1, email: true, phone: false, name: 0.961, cells: [] };
    expect(pairWhy(why)).toBe('same e-mail, names 96 of 100 alike');
    const found = { columns: [], pairs: [why], total: 1200, notAllCompared: 0, sharedByMany: 0 };
    expect(pairsSaid(found)).toBe('1,200 pairs, the best 1 below.');
    expect(pairsSaid({ ...found, total: 0, pairs: [] })).toBe('No pairs found.');
    expect(pairsLeftOut({ ...found, notAllCompared: 130 })).toMatch(/^130 rows in large groups/);
  });
});

describe('choices of a step', () => {
  it('are the same in any order, without those not said', () => {
    expect(sameParams({ a: 1, b: [2] }, { b: [2], a: 1, c: undefined })).toBe(true);
    expect(sameParams({ a: 1 }, { a: 2 })).toBe(false);
    expect([numberSaid('1,5'), numberSaid(' 2 '), numberSaid(''), numberSaid('x')]).toEqual([
      1.5,
      2,
      NaN,
      NaN,
    ]);
  });

  it('say how dates are written, and keep a pattern that is not offered', () => {
    for (const { value } of DATE_WAYS)
      expect(wayOf({ to: 'date', ...paramsOf('date', value, {}) })).toBe(value);
    const before = { to: 'date', format: 'D MMMM YYYY' };
    expect(paramsOf('date', wayOf(before), before)).toEqual({ format: 'D MMMM YYYY' });
    expect(paramsOf('text', 'dmy', {})).toEqual({});
  });
});

describe('steps that clean rows, in words', () => {
  it.each([
    ['outliers', { columns: ['spend'], by: 'iqr', act: 'cap' }],
    ['outlier-rows', { columns: ['a', 'b'], by: 'isolation-forest', act: 'group', share: 0.01 }],
    ['drop-sparse-columns', { columns: ['a'], above: 0.5 }],
    ['split-date-time', { column: 'when' }],
    ['merge-customers', { key: 'id', email: 'mail', name: ['name'], keep: 'first' }],
  ] as const)('%s says before it runs what its own sentence begins with', (op, params) => {
    const before = describeStep({ id: 's1', op, version: 1, enabled: true, params });
    expect(registry.get(op)!.describe(params)).toContain(before);
  });

  it('counts what happened', () => {
    expect(effectOf(outcome('outliers', { outliers: 8 }), { act: 'mark' }, null)).toBe('8 outliers');
    expect(effectOf(outcome('outliers', { outliers: 8, dropped: 7 }), { act: 'set-aside' }, null)).toBe(
      '−7 rows',
    );
    expect(effectOf(outcome('drop-sparse-columns', { removed: 1 }), {}, null)).toBe('−1 column');
    expect(effectOf(outcome('merge-customers', { dropped: 0 }), {}, null)).toBe('no rows');
    expect(effectOf(outcome('split-date-time', { split: 1200 }), {}, null)).toBe('1,200 cells');
  });

  it('warns that outliers are often the best customers, and names columns and samples', () => {
    const several = outcome('outliers', { outliers: 3, 'outliers:a': 2, 'outliers:b': 1 });
    expect(detailOf(several, { by: 'mad', beyond: 4 })).toBe(
      'More than 4 median deviations (MAD × 1.4826) from the median. Look at them first: a shop’s outliers are often its best customers. a 2 and b 1.',
    );
    const rows = outcome('outlier-rows', { outliers: 1, notJudged: 2 }, ['compared-with-sample']);
    expect(detailOf(rows, { by: 'local-outlier-factor' })).toContain('Compared with 10,000 rows');
    expect(detailOf(outcome('drop-duplicates', {}), { keep: 'most-recent' })).toContain('most recent');
    expect(detailOf(outcome('fill-missing', { left: 1 }), {})).toBe(
      '1 cell stays blank: there is no value to take.',
    );
  });
});
