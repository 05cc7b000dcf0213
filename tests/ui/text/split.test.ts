import { describe, expect, it } from 'vitest';
import { barRange } from '../../../src/ui/text/explore-column';
import { groupsNote, spreadTitle } from '../../../src/ui/text/split';
import { splitColumns } from '../../../src/ui/screens/explore/split-columns';
import type { ColumnOverview } from '../../../src/engine/index';

const card = (name: string, kind: ColumnOverview['kind'], distinct: number, more = {}) =>
  ({
    name,
    kind,
    distinct,
    identifier: false,
    frequent: [{ value: 'a', count: 2 }],
    ...more,
  }) as unknown as ColumnOverview;

describe('splitting a column', () => {
  const amount = card('amount', 'number', 900);
  const cards = [
    amount,
    card('id', 'text', 40, { identifier: true }),
    card('country', 'text', 38),
    card('name', 'text', 51),
    card('all different', 'text', 9, { frequent: [] }),
    card('churn', 'boolean', 2),
    card('level', 'number', 5),
    card('constant', 'text', 1),
    card('day', 'date', 4),
  ];

  it('offers what makes groups, and nothing to identifiers', () => {
    expect(splitColumns(cards, amount).map(({ name }) => name)).toEqual(['country', 'churn', 'level']);
    expect(splitColumns(cards, cards[2]!).map(({ name }) => name)).toEqual(['churn', 'level']);
    expect(splitColumns(cards, cards[1]!)).toEqual([]);
  });

  it('says what stands out, and what is left out', () => {
    const groups = [{ level: 'France', rows: 10, counts: [5, 5] }];
    const spread = { all: { rows: 100, counts: [10, 90] }, groups };
    const peak = { group: 0, bar: 0, share: 0.5, whole: 0.1 };
    const where = () => 'are 1 to 3';
    expect(spreadTitle({ ...spread, peak }, 'country', where)).toBe(
      '50\u00a0% of the France rows are 1 to 3, 10\u00a0% of all rows',
    );
    expect(spreadTitle({ ...spread, peak: null }, 'country', where)).toBe(
      'No group of country stands out from all rows',
    );
    expect(groupsNote({ ungrouped: 3 }, cards[2]!, ['a', 'b', 'c', 'd', 'e', 'f', null])).toBe(
      'All others are 32 values of country. 3 rows without country left out of the groups.',
    );
  });

  it('begins at 0, not at its negative', () => {
    expect(barRange(-0.5, 4.5, true, (value) => (Object.is(value, -0) ? '−0' : String(value)))).toBe(
      '0 to 4',
    );
  });
});
