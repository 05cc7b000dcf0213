import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Condition, FilterParams } from '../../../src/engine/steps/filter-rows/params';
import { clockSaid } from '../../../src/ui/steps/clock-draft';
import {
  conditionOf,
  conditionsOf,
  draftsOf,
  newCondition,
  onColumn,
  WAYS,
} from '../../../src/ui/steps/filter-drafts';

const KINDS = ['number', 'date', 'text', 'boolean'] as const;
const ANSWER = {
  number: ['3', '4'],
  date: ['2011-01-01', '2011-12-09'],
  text: ['a', 'b'],
  boolean: ['', ''],
};

const CLOCK: Record<string, string[]> = { weekdays: ['Saturday, Sunday', ''], hours: ['9 to 11, 20', ''] };

describe('the conditions of a filter as they are written', () => {
  it.each(KINDS.flatMap((kind) => WAYS[kind].map(({ value }) => [kind, value] as const)))(
    'of %s, "%s", become what the step takes, and come back',
    (kind, is) => {
      const [value, to] = CLOCK[is] ?? ANSWER[kind];
      const made = conditionOf({ ...newCondition('c', kind), is, value: value!, to: to! });
      expect(v.is(Condition, made)).toBe(true);
      expect(conditionsOf(draftsOf([made]))).toEqual([made]);
    },
  );

  it('are days of the week and hours, written as one does', () => {
    expect(
      ['mon-fri', 'Saturday; sun', 'Fri to Mon', 'S', ''].map((text) => clockSaid('weekdays', text)),
    ).toEqual([[1, 2, 3, 4, 5], [6, 7], null, null, null]);
    expect(['9 to 11, 20', '09:00', '24', '9 to', '1, one'].map((text) => clockSaid('hours', text))).toEqual([
      [9, 10, 11, 20],
      [9],
      null,
      null,
      null,
    ]);
  });

  it('are nothing while a value is missing or no number', () => {
    expect(conditionOf({ ...newCondition('c', 'number'), value: 'many' })).toBeNull();
    expect(conditionOf(newCondition('c', 'text'))).toBeNull();
    expect(conditionOf(newCondition('c', 'date'))).toBeNull();
    expect(conditionsOf([{ match: 'any', conditions: [newCondition('c', 'text')] }])).toBeNull();
  });

  it('keep groups, several words and case, and change with the kind of the column', () => {
    const conditions = [
      { column: 'c', is: 'one-of', values: ['a', 'b c'] },
      { match: 'any', conditions: [{ column: 'c', is: 'contains', value: 'x', case: 'any' }] },
    ];
    expect(conditionsOf(draftsOf(conditions))).toEqual(conditions);
    expect(v.is(FilterParams, { match: 'all', rows: 'keep', conditions })).toBe(true);
    const contains = draftsOf([{ column: 'c', is: 'contains', value: 'x' }])[0]!;
    expect(onColumn(contains as never, 'n', 'number')).toEqual(newCondition('n', 'number'));
    expect(onColumn(contains as never, 'd', 'text')).toEqual({ ...contains, column: 'd' });
  });
});
