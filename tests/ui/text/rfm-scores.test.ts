import { beforeAll, describe, expect, it } from 'vitest';
import { detailOf, effectOf } from '../../../src/ui/text/effects';
import { useLocale } from '../../../src/ui/text/format';
import { describeStep } from '../../../src/ui/text/steps';
import { limitsIn, limitsSaid } from '../../../src/ui/steps/rfm-limits';

beforeAll(() => useLocale('en-GB'));

const outcome = {
  id: 's',
  op: 'rfm-scores',
  describe: '',
  enabled: true,
  rowsIn: 9,
  rowsOut: 9,
  counts: { withoutScore: 1, emptyFrequency: 2 },
  notes: ['empty-levels:frequency:2,3'],
  ms: 0,
};

describe('the words of rfm-scores', () => {
  it('say what it did, who has no score and which levels are empty', () => {
    expect(effectOf(outcome, {}, null)).toBe('5 columns');
    expect(detailOf(outcome, {})).toBe(
      'The highest digit is best; customers with the same figure share it. 1 customer with a blank has no score. No customer has a 2 or 3 in frequency.',
    );
  });

  it('say the step before it has run', () => {
    const step = { id: 's', op: 'rfm-scores', version: 1, enabled: true };
    expect(describeStep({ ...step, params: {} })).toBe('Score recency, frequency and money');
    expect(describeStep({ ...step, params: { levels: 4 } })).toBe(
      'Score recency, frequency and money from 1 to 4',
    );
  });
});

describe('limits as they are written', () => {
  it('are read and written with blanks between', () => {
    expect(limitsIn({ limits: { recency: [90, 30] } }, 'recency')).toBe('90 30');
    expect(limitsIn({}, 'recency')).toBe('');
    expect(limitsSaid(' 90  30.5', 3, 'falling')).toEqual({ limits: [90, 30.5], error: null });
    expect(limitsSaid('', null, 'rising')).toEqual({ limits: null, error: null });
  });

  it.each([
    ['2 5', null, 'rising', 'Choose a number of levels for limits of your own.'],
    ['2 many', 3, 'rising', 'Numbers with blanks between them.'],
    ['2 5', 4, 'rising', '4 levels need 3 limits.'],
    ['5 2', 3, 'rising', 'Each limit must be above the one before.'],
    ['30 90', 3, 'falling', 'Each must be fewer than before.'],
  ] as const)('say what is wrong with %s', (text, levels, order, error) => {
    expect(limitsSaid(text, levels, order)).toEqual({ limits: null, error });
  });
});
