import { describe, expect, it } from 'vitest';
import { weekdaysTitle } from '../../../src/ui/text/explore-column';
import { mostRows } from '../../../src/ui/text/most-rows';

const named = (best: number) => `number ${best}`;

describe('the most rows', () => {
  it('are named where one has them', () => {
    expect(mostRows([3, 9, 4], 'month', named)).toBe('number 1');
    expect(mostRows([5], 'month', named)).toBe('number 0');
  });

  it('are of none where several have as many', () => {
    expect(mostRows([31, 28, 31], 'month', named)).toBe('No month has more than 31 rows');
    expect(mostRows([1, 1, 1], 'day', named)).toBe('Each day has 1 row');
  });

  it('of the week', () => {
    expect(weekdaysTitle([10, 20, 30, 25, 15, 0, 0])).toBe('Wednesdays have the most rows, 30 %');
    expect(weekdaysTitle([209, 209, 209, 209, 208, 208, 209])).toBe(
      'No day of the week has more than 209 rows',
    );
  });
});
