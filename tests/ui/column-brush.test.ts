import { describe, expect, it } from 'vitest';
import type { ColumnOverview } from '../../src/engine/index';
import {
  clockBrush,
  cumulativeBrush,
  daysBrush,
  histogramBrush,
  periodsBrush,
  valuesBrush,
} from '../../src/ui/screens/explore/column-brush';

const column = (change: Partial<ColumnOverview>): ColumnOverview => ({
  name: 'Price',
  kind: 'number',
  role: null,
  identifier: false,
  rows: 2000,
  missing: 0,
  distinct: 9,
  numbers: null,
  dates: null,
  texts: null,
  frequent: [],
  imbalance: null,
  picture: { shape: 'none' },
  ...change,
});
const bar = (value: string, count: number) => ({ value, count });

describe('how rows are chosen in the picture of a column', () => {
  it('by the bars of a histogram, with the tails that are drawn, and blanks beside it', () => {
    const numbers = { whole: false } as ColumnOverview['numbers'];
    const histogram = {
      scale: 'gathered',
      edges: [0, 1, 2],
      counts: [4, 5],
      below: 0,
      above: 2,
      leftOut: 0,
    } as const;
    expect(histogramBrush(column({ numbers, missing: 3 }), histogram, String)).toEqual({
      column: 'Price',
      of: { shape: 'edges', edges: [0, 1, 2] },
      groups: [[1], [2], [3]],
      whole: [4, 5, 2],
      names: ['0 to 1', '1 to 2', 'above 2'],
      unseen: [{ bar: 4, label: '3 blank' }],
    });
  });

  it('by values, and all others whether they have a bar or not', () => {
    const shape = {
      of: 'values',
      bars: [bar('DE', 5), bar('FR', 4)],
      others: { values: 3, count: 4 },
    } as const;
    const land = column({ name: 'Land', kind: 'text' });
    const with3 = valuesBrush(land, shape, 3);
    expect([with3.groups, with3.names, with3.unseen]).toEqual([
      [[0], [1], [2]],
      ['DE', 'FR', 'All others'],
      [],
    ]);
    const with2 = valuesBrush(land, shape, 2);
    expect([with2.groups, with2.whole]).toEqual([
      [[0], [1]],
      [5, 4],
    ]);
    expect(with2.unseen).toEqual([{ bar: 2, label: '3 other values' }]);
  });

  it('by yes and no as the card has them, whichever comes first here', () => {
    const picture = { shape: 'bars', bars: [bar('No', 3), bar('Yes', 8)], others: 0 } as const;
    const member = column({ name: 'Member', kind: 'boolean', picture, missing: 2 });
    const shape = {
      of: 'values',
      bars: [bar('Yes', 8), bar('No', 3)],
      others: { values: 0, count: 0 },
    } as const;
    expect(valuesBrush(member, shape, 2)).toEqual({
      column: 'Member',
      groups: [[1], [0]],
      whole: [8, 3],
      names: ['Yes', 'No'],
      unseen: [{ bar: 3, label: '2 blank' }],
    });
  });

  it('by the periods of a date', () => {
    const starts = [9, 10].map((month) => Date.UTC(2025, month));
    const periods = { unit: 'month', starts, counts: [5, 6] } as const;
    const by = periodsBrush(column({ name: 'Day', kind: 'date' }), periods);
    expect([by.groups, by.whole, by.names]).toEqual([
      [[0], [1]],
      [5, 6],
      ['October', 'November'],
    ]);
    expect(by.of).toEqual({ shape: 'time', ...periods });
  });

  it('up to a value, by days, and by the clock', () => {
    const steps = cumulativeBrush(
      column({}),
      [1, 5].map((value) => ({ value, share: value / 5 })),
      String,
    );
    expect([steps.of, steps.names]).toEqual([{ shape: 'steps', ends: [1, 5] }, ['1', 'above 1, up to 5']]);
    const from = Date.UTC(2025, 0, 31);
    const days = daysBrush(column({ kind: 'date' }), { from, counts: [3, 4] });
    expect([days.of, days.names]).toEqual([{ shape: 'days', from, days: 2 }, ['31 Jan 2025', '1 Feb 2025']]);
    const week = clockBrush(column({ kind: 'date' }), 'weekdays', [{ full: 'Monday', value: 3 }]);
    expect([week.of, week.groups]).toEqual([{ shape: 'weekdays' }, [[0]]]);
  });
});
