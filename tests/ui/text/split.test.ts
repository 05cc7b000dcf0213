import { describe, expect, it } from 'vitest';
import { barRange } from '../../../src/ui/text/explore-column';
import {
  cardSplitSays,
  cellShare,
  groupsNote,
  named,
  spreadTitle,
  valuesShown,
} from '../../../src/ui/text/split';
import { canBeSplit, makesGroups } from '../../../src/ui/screens/explore/split-columns';
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
    expect(cards.filter(makesGroups).map(({ name }) => name)).toEqual(['country', 'churn', 'level']);
    const split = ['amount', 'country', 'name', 'churn', 'level', 'day'];
    expect(cards.filter(canBeSplit).map(({ name }) => name)).toEqual(split);
  });

  it('says what stands out, and what is left out', () => {
    const groups = [{ level: 'France', rows: 10, counts: [5, 5] }];
    const spread = { all: { rows: 100, counts: [10, 90] }, groups };
    const peak = { group: 0, bar: 0, share: 0.5, whole: 0.1 };
    const where = () => 'are 1 to 3';
    expect(spreadTitle({ ...spread, peak }, cards[2]!, where)).toBe(
      '50\u00a0% of the rows where country is France are 1 to 3, 10\u00a0% of all rows',
    );
    expect(spreadTitle({ ...spread, peak }, cards[2]!, where, true)).toBe(
      '50\u00a0% of the filled cells in the rows where country is France are 1 to 3, 10\u00a0% of all filled cells',
    );
    const others = { groups: [{ level: null }], peak };
    expect(spreadTitle(others, cards[2]!, where)).toMatch(/% of the rows of all others are 1 to 3, /);
    expect(valuesShown(3, 6)).toBe('3 of 6 values');
    expect(spreadTitle({ ...spread, peak: null }, cards[2]!, where)).toBe(
      'No group of country stands out from all rows',
    );
    expect(groupsNote({ ungrouped: 3 }, cards[2]!, ['a', 'b', 'c', 'd', 'e', 'f', null])).toBe(
      'All others are 32 values of country. 3 rows without country left out of the groups.',
    );
  });

  it('calls segments what they are', () => {
    const by = { name: 'Segment', kind: 'segment', distinct: 14 } as const;
    const spread = { groups: [{ level: 'Loyal' }], peak: null };
    expect(spreadTitle(spread, by, () => '')).toBe('No segment stands out from all rows');
    const letters = new Map([['Loyal', 'B']]);
    const loyal = named({ ...by, letters }, 'Loyal');
    const peak = { group: 0, bar: 0, share: 0.5, whole: 0.1 };
    expect([loyal, named(by, 'Loyal'), named(by, null)]).toEqual(['B\u00a0 Loyal', 'Loyal', null]);
    expect(spreadTitle({ groups: [{ level: loyal }], peak }, by, () => 'are few')).toMatch(
      /% of the rows of segment B are few/,
    );
    const eleven = Array.from({ length: 11 }, (_, i) => `S${i}`);
    expect(groupsNote({ ungrouped: 1200 }, by, [...eleven, null])).toBe(
      'All others are the last 3 segments. 1,200 rows of customers in no segment left out of the groups.',
    );
  });

  it('says on a card which group stands out where', () => {
    const by = { name: 'Churn', kind: 'boolean', distinct: 2 } as const;
    const split = {
      column: '',
      all: new Uint32Array(),
      groups: [],
      peak: { group: 0, bar: 1, share: 0.5, whole: 0.2 },
    };
    const says = (picture: object, kind: ColumnOverview['kind'] = 'text') =>
      cardSplitSays(card('x', kind, 9, { picture }), split, [{ level: 'yes' }], by, null);
    const bars = [{ value: 'PhD' }, { value: '3' }];
    expect(says({ shape: 'bars', bars })).toBe(
      '50\u00a0% of the Churn yes rows say 3, 20\u00a0% of all rows.',
    );
    expect(says({ shape: 'bars', bars }, 'number')).toMatch(/rows are 3, /);
    expect(says({ shape: 'histogram', from: 0, to: 30, counts: [1, 2, 3] }, 'number')).toMatch(
      /rows are 0 to 10, /,
    );
    expect(says({ shape: 'time', unit: 'month', starts: [0, 2_678_400_000], counts: [] }, 'date')).toMatch(
      /rows fall in February/,
    );
  });

  it('has room for a share in a small cell', () => {
    expect([0, 0.001, 0.126, 0.999, 1].map(cellShare)).toEqual(
      ['0', '<1', '13', '>99', '100'].map((part) => `${part}\u00a0%`),
    );
  });

  it('begins at 0, not at its negative', () => {
    expect(barRange(-0.5, 4.5, true, (value) => (Object.is(value, -0) ? '−0' : String(value)))).toBe(
      '0 to 4',
    );
  });
});
