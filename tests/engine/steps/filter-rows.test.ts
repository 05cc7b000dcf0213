import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { filterRows } from '../../../src/engine/steps/filter-rows';
import type { Condition } from '../../../src/engine/steps/filter-rows/params';
import { unwatched } from '../../../src/engine/work';
import { metaOf } from '../../../src/engine/table/meta';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const day = (iso: string) => new Date(`${iso}T12:30:00Z`);
const customers = () =>
  table({
    row: [0, 1, 2, 3, 4],
    country: ['UK', 'France', null, 'uk', 'Ireland'],
    spend: [10, 20, 30, null, 50],
    last: [day('2011-01-01'), day('2011-06-30'), day('2011-07-01'), null, day('2011-12-09')],
    member: [true, false, true, null, false],
  });
type Params = Parameters<typeof filterRows.describe>[0];
const kept = async (params: Partial<Params>) => {
  const all = { match: 'all', rows: 'keep', conditions: [], ...params } as Params;
  return cellsOf((await learnAndApply(filterRows, customers(), all)).table).row;
};
const only = (condition: Condition) => kept({ conditions: [condition] });

describe('filterRows', () => {
  const spends: Condition = { column: 'spend', is: 'at-least', value: 20 };
  itKeepsTheLaws(filterRows, {
    table: customers,
    params: {
      match: 'all',
      rows: 'keep',
      conditions: [spends, { match: 'any', conditions: [spends, { column: 'country', is: 'blank' }] }],
    },
    describe: 'Keep rows where spend is at least 20 and (spend is at least 20 or country is blank)',
    reads: ['spend', 'country'],
    adds: [],
    wrongKind: {
      params: {
        match: 'any',
        rows: 'keep',
        conditions: [{ column: 'spend', is: 'contains', value: 'a' }],
      },
      details: { column: 'spend', kind: 'number', needed: 'text' },
    },
  });

  it.each<[string, Condition, number[]]>([
    ['equal', { column: 'spend', is: 'equal', value: 20 }, [1]],
    ['not equal', { column: 'spend', is: 'not-equal', value: 20 }, [0, 2, 4]],
    ['below', { column: 'spend', is: 'less', value: 20 }, [0]],
    ['at most', { column: 'spend', is: 'at-most', value: 20 }, [0, 1]],
    ['above', { column: 'spend', is: 'more', value: 20 }, [2, 4]],
    ['at least', { column: 'spend', is: 'at-least', value: 20 }, [1, 2, 4]],
    ['between', { column: 'spend', is: 'between', from: 10, to: 30 }, [0, 1, 2]],
    ['is', { column: 'country', is: 'text', value: 'UK' }, [0]],
    ['is, in any case', { column: 'country', is: 'text', value: 'Uk', case: 'any' }, [0, 3]],
    ['is not', { column: 'country', is: 'not-text', value: 'UK' }, [1, 3, 4]],
    ['contains', { column: 'country', is: 'contains', value: 'an' }, [1, 4]],
    ['lacks', { column: 'country', is: 'lacks', value: 'an' }, [0, 3]],
    ['begins', { column: 'country', is: 'starts', value: 'i', case: 'any' }, [4]],
    ['ends', { column: 'country', is: 'ends', value: 'e' }, [1]],
    ['matches', { column: 'country', is: 'matches', value: '^[A-Z]{2}$' }, [0]],
    ['one of', { column: 'country', is: 'one-of', values: ['uk', 'Ireland'] }, [3, 4]],
    ['before', { column: 'last', is: 'before', day: '2011-06-30' }, [0]],
    ['after', { column: 'last', is: 'after', day: '2011-06-30' }, [2, 4]],
    ['on', { column: 'last', is: 'on', day: '2011-06-30' }, [1]],
    ['weekdays', { column: 'last', is: 'weekdays', values: [5, 6] }, [0, 2, 4]],
    ['hours', { column: 'last', is: 'hours', values: [12] }, [0, 1, 2, 4]],
    ['other hours', { column: 'last', is: 'hours', values: [0, 11, 13] }, []],
    ['days', { column: 'last', is: 'days', from: '2011-06-30', to: '2011-07-01' }, [1, 2]],
    ['yes', { column: 'member', is: 'yes' }, [0, 2]],
    ['no', { column: 'member', is: 'no' }, [1, 4]],
    ['blank', { column: 'spend', is: 'blank' }, [3]],
    ['not blank', { column: 'member', is: 'not-blank' }, [0, 1, 2, 4]],
  ])('knows %s, which a blank does not meet', async (_what, condition, rows) => {
    expect(await only(condition)).toEqual(rows);
  });

  it('puts conditions together, one level deep, and says where rows were in the file', async () => {
    const uk: Condition = { column: 'country', is: 'text', value: 'UK', case: 'any' };
    const rich: Condition = { column: 'spend', is: 'more', value: 25 };
    const yes: Condition = { column: 'member', is: 'yes' };
    expect(await kept({ match: 'any', conditions: [uk, rich] })).toEqual([0, 2, 3, 4]);
    expect(await kept({ match: 'all', conditions: [yes, { match: 'any', conditions: [uk, rich] }] })).toEqual(
      [0, 2],
    );
    expect(await kept({ match: 'any', conditions: [uk, { match: 'all', conditions: [rich, yes] }] })).toEqual(
      [0, 2, 3],
    );
    const aside = { match: 'all', rows: 'set-aside', conditions: [uk] } as const;
    const { table: after, counts } = await learnAndApply(filterRows, customers(), {
      ...aside,
      conditions: [uk],
    });
    expect([...metaOf(after).sourceRows!]).toEqual([1, 2, 4]);
    expect(counts).toEqual({ dropped: 2 });
  });

  it('loses nothing: what one way keeps, the other sets aside', async () => {
    const conditions = fc.array(
      fc.oneof(
        fc.record({
          column: fc.constant('spend'),
          is: fc.constantFrom('less', 'more', 'not-equal'),
          value: fc.constantFrom(10, 25, 50),
        }),
        fc.record({
          column: fc.constant('country'),
          is: fc.constantFrom('contains', 'lacks', 'starts'),
          value: fc.constantFrom('U', 'an', 'e'),
        }),
        fc.record({ column: fc.constant('member'), is: fc.constantFrom('yes', 'no', 'blank', 'not-blank') }),
      ) as fc.Arbitrary<Condition>,
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(conditions, fc.constantFrom('all', 'any'), async (asked, match) => {
        const one = await kept({ match, conditions: asked });
        const other = await kept({ match, conditions: asked, rows: 'set-aside' });
        expect([...one!, ...other!].sort()).toEqual([0, 1, 2, 3, 4]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses patterns that could run without end', async () => {
    const condition: Condition = { column: 'country', is: 'matches', value: '(' };
    const fault = { code: 'bad-pattern', details: { pattern: '(', reason: 'syntax' } };
    expect(filterRows.refuses!({ match: 'all', rows: 'keep', conditions: [condition] })).toEqual(fault);
    expect(await refusal(only(condition))).toEqual(fault);
  });

  it('says itself in words', () => {
    const said = (...conditions: Condition[]) =>
      filterRows.describe({ match: 'any', rows: 'set-aside', conditions });
    expect(
      said(
        { column: 'last', is: 'weekdays', values: [7, 6] },
        { column: 'last', is: 'hours', values: [9, 10] },
      ),
    ).toBe('Set aside rows where last is on Saturday or Sunday or last is between 09:00 and 11:00');
    expect(
      said({ column: 'last', is: 'days', from: '2011-01-01', to: '2011-12-09' }, { column: 'm', is: 'no' }),
    ).toBe('Set aside rows where last is from 1 Jan 2011 to 9 Dec 2011 or m is no');
    expect(said({ column: 'c', is: 'one-of', values: ['A', 'B', 'C', 'D'] })).toBe(
      'Set aside rows where c is A or B or C or 1 more',
    );
    expect(
      said({ column: 'last', is: 'on', day: '2011-01-01' }, { column: 'n', is: 'between', from: 1, to: 2 }),
    ).toBe('Set aside rows where last is on 1 Jan 2011 or n is from 1 to 2');
  });

  describe('by a formula', () => {
    const params = (formula: string, more: Partial<Params> = {}): Params => ({ match: 'all', rows: 'keep', conditions: [], formula, ...more }); // prettier-ignore

    it('keeps the rows for which it is yes; a blank is not met', async () => {
      expect(await kept({ formula: '[spend] * 2 > 40' })).toEqual([2, 4]);
      expect(await kept({ formula: '[spend] * 2 > 40', rows: 'set-aside' })).toEqual([0, 1, 3]);
      expect(await kept({ formula: '[last] >= date("2011-07-01")' })).toEqual([2, 4]);
    });

    it('counts as one condition more', async () => {
      expect(await kept({ conditions: [spends], formula: '[member]' })).toEqual([2]);
      expect(await kept({ match: 'any', conditions: [spends], formula: '[member]' })).toEqual([0, 1, 2, 4]);
    });

    it('learns what is usual, and says so in one line', async () => {
      const above = params('[spend] > mean([spend])');
      const { fit, table: left } = await learnAndApply(filterRows, customers(), above);
      expect([fit, cellsOf(left).row]).toEqual([{ learnt: [27.5] }, [2, 4]]);
      const later = await filterRows.apply(table({ spend: [20, 28, 90] }), above, fit, unwatched);
      expect(cellsOf(later.table).spend).toEqual([28, 90]);
      expect(filterRows.describe({ ...above, conditions: [spends] })).toBe(
        'Keep rows where spend is at least 20 and [spend] > mean([spend])',
      );
      expect(filterRows.reads({ ...above, conditions: [spends] })).toEqual(['spend']);
      expect([above, params('[spend] > 1')].map((one) => filterRows.looksAtAll!(one))).toEqual([true, false]);
    });

    it('refuses what is no condition', async () => {
      const kinds = new Map([['spend', 'number' as const]]);
      expect(filterRows.checks!(params('[spend] + 1'), kinds)).toEqual({
        code: 'bad-formula',
        details: { reason: 'not-yes-no', at: 0, to: 11, found: 'number' },
      });
      expect(filterRows.refuses!(params('[spend] >'))?.details.reason).toBe('syntax');
      expect(filterRows.checks!(params('[spend] > 1'), kinds)).toBeNull();
      expect((await refusal(learnAndApply(filterRows, customers(), params('[spend]')))).code).toBe(
        'bad-formula',
      );
      expect(v.is(filterRows.params, params('true'))).toBe(true);
      expect(v.is(filterRows.params, { match: 'all', rows: 'keep', conditions: [] })).toBe(false);
    });

    it('follows columns that are called otherwise', () => {
      const as = (name: string) => (name === 'spend' ? 'money' : name);
      const both = params('[spend] > 1', { conditions: [spends, { match: 'any', conditions: [spends] }] });
      const moved = { ...spends, column: 'money' };
      expect(filterRows.called!(both, as)).toEqual(
        params('[money] > 1', { conditions: [moved, { match: 'any', conditions: [moved] }] }),
      );
    });
  });
});
