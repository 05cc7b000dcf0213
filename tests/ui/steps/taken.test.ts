import { describe, expect, it } from 'vitest';
import type { FeatureProposal, SortedColumn } from '../../../src/engine/index';
import { changes, groupingAfter, listsOf, stepsOf } from '../../../src/ui/screens/features/taken';
import { readySays, takeThem, whyText } from '../../../src/ui/text/features';

const evened = (column: string): FeatureProposal => ({
  column,
  now: 'grouped-by',
  then: 'described-by',
  reason: 'long-tail',
  details: { skewness: 6.25, median: 40, max: 9000, negatives: 0 },
  step: { op: 'transform', params: { columns: [column], with: 'log1p' } },
  makes: [`${column}_log`],
  advised: true,
});
const copy: FeatureProposal = {
  ...evened('clicks'),
  then: 'left-out',
  reason: 'near-copy',
  details: { other: 'visits', value: 0.971, measure: 'spearman' },
  step: null,
  makes: [],
};
const days: FeatureProposal = {
  ...evened('joined'),
  now: 'described-by',
  reason: 'date',
  step: { op: 'days-since', params: { column: 'joined', referenceDate: null } },
  makes: ['joined_days'],
};
const sorted = (column: string, list: SortedColumn['list']): SortedColumn => ({
  column,
  list,
  reason: null,
  detail: null,
});
const LISTS = [
  sorted('id', 'key'),
  sorted('spend', 'grouped-by'),
  sorted('visits', 'grouped-by'),
  sorted('clicks', 'grouped-by'),
  sorted('joined', 'described-by'),
];

describe('what is taken of a proposal', () => {
  it('makes one step of those that do the same, in their order', () => {
    expect(stepsOf([evened('spend'), days, evened('worth'), copy])).toEqual([
      { op: 'transform', params: { with: 'log1p', columns: ['spend', 'worth'] } },
      { op: 'days-since', params: { column: 'joined', referenceDate: null } },
    ]);
  });

  it('leaves the proposal as it was', () => {
    const one = evened('spend');
    stepsOf([one, evened('worth')]);
    expect(one.step?.params).toEqual({ columns: ['spend'], with: 'log1p' });
  });

  it('says in which list each column is afterwards', () => {
    expect(listsOf([evened('spend'), copy, days])).toEqual([
      ['spend', 'described-by'],
      ['spend_log', 'grouped-by'],
      ['clicks', 'left-out'],
      ['joined_days', 'grouped-by'],
    ]);
  });

  it('knows the columns that would group', () => {
    expect(groupingAfter(LISTS, [])).toEqual(['spend', 'visits', 'clicks']);
    expect(groupingAfter(LISTS, [evened('spend'), copy, days])).toEqual([
      'spend_log',
      'visits',
      'joined_days',
    ]);
  });

  it('tells a change from what stays', () => {
    expect(changes(copy)).toBe(true);
    expect(changes(days)).toBe(true);
    expect(changes({ ...copy, then: 'grouped-by' })).toBe(false);
  });
});

describe('the words of a proposal', () => {
  it('give the figures it rests on', () => {
    expect(whyText(evened('spend'))).toBe(
      'Half are 40 or less, the largest is 9,000: a few would rule the distance (skewness 6.3).',
    );
    expect(whyText(copy)).toBe('It runs with visits (Spearman’s ρ 0.97): the same would count twice.');
    const straight = { ...copy, details: { ...copy.details, measure: 'pearson' } };
    expect(whyText(straight)).toContain('(Pearson’s r 0.97)');
  });

  it('say what segmenting does anyway', () => {
    expect(readySays([evened('spend')], 29)).toContain('Segmenting evens out long tails');
    expect(readySays([copy], 29)).toBe('1 of 29 columns could be made ready. Take what you agree with.');
  });

  it('count the changes on the button', () => {
    expect([0, 1, 3].map(takeThem)).toEqual(['Choose a change', 'Make this change', 'Make these 3 changes']);
  });
});
