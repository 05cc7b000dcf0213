import { describe, expect, it } from 'vitest';
import type { ColumnOverview, FilterParams } from '../../../src/engine/index';
import { selectedBy } from '../../../src/ui/text/brush';
import { useLocale } from '../../../src/ui/text/format';
import { keptWhere } from '../../../src/ui/text/kept-where';

useLocale('en-GB');
type Conditions = FilterParams['conditions'];
const said = (...conditions: Conditions) => keptWhere({ conditions }, (_, value) => String(value));
const price = { column: 'Price', is: 'at-least', value: 18 } as const;

describe('what rows were selected by', () => {
  it('names whole numbers by the first and the last that are within', () => {
    const asked = (low: number, high: number, is: 'less' | 'at-most' = 'less') =>
      keptWhere(
        {
          conditions: [
            { column: 'Age', is: 'at-least', value: low },
            { column: 'Age', is, value: high },
          ],
        },
        (_, value) => String(value),
        (column) => column === 'Age',
      );
    expect([asked(18, 33), asked(17.5, 32.5), asked(18, 33, 'at-most'), asked(5, 6)]).toEqual([
      'Age 18 to 32',
      'Age 18 to 32',
      'Age 18 to 33',
      'Age 5',
    ]);
  });

  it.each<[string, Conditions]>([
    ['Price 18 to 27', [price, { column: 'Price', is: 'less', value: 27 }]],
    ['Price 18 and more', [price]],
    ['Price below 27', [{ column: 'Price', is: 'less', value: 27 }]],
    ['Price 18 and more or blank', [{ match: 'any', conditions: [price, { column: 'Price', is: 'blank' }] }]],
    [
      'Price 18 to 27 or blank',
      (['more', 'at-most'] as const).map((is, at) => ({
        match: 'any',
        conditions: [
          { column: 'Price', is, value: 18 + 9 * at },
          { column: 'Price', is: 'blank' },
        ],
      })),
    ],
    [
      'Bottles 1 or 6',
      [{ match: 'any', conditions: [1, 6].map((value) => ({ column: 'Bottles', is: 'equal', value })) }],
    ],
    [
      'Country Denmark, Italy, Spain or 2 more',
      [{ column: 'Country', is: 'one-of', values: ['Denmark', 'Italy', 'Spain', 'France', 'Poland'] }],
    ],
    [
      'Country not Italy and Spain',
      ['Italy', 'Spain'].map((value) => ({ column: 'Country', is: 'not-text', value })),
    ],
    ['Day 1 Jan 2024 to 31 Jan 2024', [{ column: 'Day', is: 'days', from: '2024-01-01', to: '2024-01-31' }]],
    ['Day from Monday to Friday', [{ column: 'Day', is: 'weekdays', values: [1, 2, 3, 4, 5] }]],
    ['Consent yes', [{ column: 'Consent', is: 'yes' }]],
    ['Price blank', [{ column: 'Price', is: 'blank' }]],
  ])('%s', (words, conditions) => {
    expect(said(...conditions)).toBe(words);
  });

  it('names three columns and counts the others', () => {
    const all = ['A', 'B', 'C', 'D'].map((column) => ({ column, is: 'yes' as const }));
    expect(said(...all)).toBe('A yes, B yes, C yes and 1 more column');
  });

  it('has the unit of its column, and nothing where it cannot be said', () => {
    const cards = [{ name: 'Price', numbers: { min: 0, max: 90 } }] as unknown as ColumnOverview[];
    const step = { match: 'all', rows: 'keep', conditions: [price] } as FilterParams;
    expect(selectedBy({ step }, cards, new Map([['Price', '€']]))).toBe(': Price €18 and more');
    expect(selectedBy({ step: null }, cards, new Map())).toBe('');
  });
});
