import { describe, expect, it } from 'vitest';
import { detailOf, effectOf } from '../../../src/ui/text/effects';
import { findingText } from '../../../src/ui/text/findings';
import { describeStep } from '../../../src/ui/text/steps';

const params = { column: 'last_order', referenceDate: null };
const outcome = (counts: Record<string, number>, notes: string[] = []) => ({
  id: 's1',
  op: 'days-since',
  describe: '',
  enabled: true,
  rowsIn: 9,
  rowsOut: 9,
  counts,
  notes,
  ms: 0,
});

describe('the words of days-since', () => {
  it('say what it will do, did and counted', () => {
    const step = { id: 's1', op: 'days-since', version: 1, enabled: true, params };
    expect(describeStep(step)).toBe('Count days since last_order');
    expect(effectOf(outcome({}), params, null)).toBe('1 column');
    expect(detailOf(outcome({ blank: 2, afterReference: 1 }, ['reference-moved']), params)).toBe(
      'Whole calendar days, at least 1. 2 cells without a date stay blank. ' +
        '1 date after the day counted to counts as 1 day. ' +
        'The file holds later dates than were learnt: the count goes on to the day after the last.',
    );
  });
});

describe('describeStep', () => {
  it('counts the columns of a step where there are more than three', () => {
    const step = { id: 's1', op: 'transform', version: 1, enabled: true };
    const sentence = (columns: string[]) => describeStep({ ...step, params: { columns, with: 'log1p' } });
    expect(sentence(['a', 'b', 'c'])).toBe('Even out long tails: a, b and c');
    expect(sentence(['a', 'b', 'c', 'd'])).toBe('Even out long tails: 4 columns');
  });
});

describe('findings of customer files', () => {
  const said = (code: string, count: number, details: Record<string, string | number | null>) =>
    Object.values(findingText({ code, count, details, rows: null }));

  it('say who never ordered, and whose last order is not known', () => {
    expect(said('never-ordered', 8, { column: 'last_order', share: 8 / 46 })).toEqual([
      'customers never ordered (17\u00a0%)',
      'Set aside: they are in no segment.',
    ]);
    expect(said('blank', 1, { column: 'last_order', list: 'set-aside', share: null })).toEqual([
      'cell of last_order is blank',
      'Set aside: when they last ordered is not known.',
    ]);
  });

  it('say that rows that are alike stay', () => {
    expect(said('copies-kept', 2, { column: null })).toEqual([
      'rows copy another row exactly',
      'Kept: without a key they may be different people.',
    ]);
    expect(said('copies-kept', 1, { column: 'id' })).toEqual([
      'row copies another row exactly',
      'Kept: each row counts as one customer.',
    ]);
  });
});
