import { beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../../../src/engine/index';
import { seriesOf, sizesTable } from '../../../src/ui/screens/segments/over-time/history-tables';
import { useLocale } from '../../../src/ui/text/format';
import {
  betweenNote,
  betweenTitle,
  lookingBack,
  noHistory,
  pointTick,
  sizesLine,
  sizesNote,
  sizesTitle,
  sizeTick,
} from '../../../src/ui/text/over-time';
import { moves } from '../fixtures/moves';
import { told } from '../fixtures/segmentation-told';

beforeAll(() => useLocale('en-GB'));

const DAYS = [Date.UTC(2025, 0, 31), Date.UTC(2025, 1, 28), Date.UTC(2025, 2, 31), Date.UTC(2025, 3, 30), Date.UTC(2025, 4, 9)]; // prettier-ignore
const history: History = {
  by: 'months',
  leftOut: 0,
  names: ['Champions', 'Loyal customers', 'Hibernating', 'Promising'],
  points: DAYS.map((day, i) => ({
    day,
    sizes: [i, 10 + 10 * i, 50 - i, i === 0 ? 2 : 0],
    worth: [1000 * i, 40, 20, 0],
    withoutSegment: 0,
  })),
  moves: [moves, moves, moves, moves],
  overall: moves,
};

describe('segments over time, in words', () => {
  it('names the segment that has changed most since three points before', () => {
    expect(sizesTitle(history, 'customers', null)).toBe(
      'Loyal customers grew from 20 to 50 customers since 28 Feb 2025',
    );
    expect(sizesTitle(history, 'revenue', '£')).toBe(
      'Champions grew from £1,000 to £4,000 of revenue since 28 Feb 2025',
    );
    const still = { ...history, points: history.points.map((point) => ({ ...point, sizes: [1, 1, 1, 0] })) };
    expect(sizesTitle(still, 'customers', null)).toBe('No segment has changed since 28 Feb 2025');
    const fewer = { ...history, points: [history.points[4]!, history.points[0]!] };
    expect(sizesTitle(fewer, 'customers', null)).toMatch(
      /^Loyal customers shrank from 50 to 10 customers since/,
    );
  });

  it('says what is drawn and what is left out', () => {
    expect(sizesLine(history, 'customers')).toBe(
      'Customers in each segment by the end of each month, with recency counted to that day',
    );
    expect(sizesLine({ ...history, by: 'weeks' }, 'revenue')).toContain('by the end of each week');
    expect(sizesNote(history)).toBe(
      'The segments are those found now; the last point, 9 May 2025, is the segments above. At the start of the file nobody can have been away for long.',
    );
    expect(sizesNote({ ...history, leftOut: 7 })).toContain(
      'The last 5 months are looked at, 7 earlier months left out.',
    );
    expect(sizesNote({ ...history, by: 'weeks' })).toContain(
      'By weeks, as the orders lie in fewer than four months.',
    );
    const point = { ...history.points[4]!, withoutSegment: 1 };
    expect(sizesNote({ ...history, points: [point] })).toContain('1 customer in no segment not drawn.');
  });

  it('says why there is nothing to show', () => {
    expect(noHistory({ why: 'one-period' })).toContain('All orders lie within one week');
    expect(noHistory({ why: 'measures' })).toContain('other measures of the orders');
    expect(noHistory({ why: 'customers' })).toContain('one row per customer');
    expect(noHistory({ why: 'step', describe: 'Drop exact copies' })).toContain('“Drop exact copies”');
  });

  it('writes days, values and how far it is', () => {
    expect(DAYS.map(pointTick)).toEqual(['Jan 25', 'Feb 25', 'Mar 25', 'Apr 25', '9 May']);
    expect([500, 1500, 2_000_000, 10_000].map((value) => sizeTick(value, null))).toEqual([
      '500',
      '1.5\u00a0k',
      '2\u00a0M',
      '10\u00a0k',
    ]);
    expect(sizeTick(250_000, '£')).toBe('£250\u00a0k');
    expect(lookingBack({ phase: 'going-back', done: 3, total: 13, unit: 'rounds' })).toBe(
      'Looking back: 4 of 13',
    );
    expect(lookingBack(null)).toBe('Looking back…');
  });

  it('says who moved between two days', () => {
    expect(betweenTitle(25, 70, DAYS[0]!, DAYS[1]!)).toBe(
      '25 of 70 customers changed segment between 31 Jan 2025 and 28 Feb 2025',
    );
    expect(betweenTitle(0, 70, DAYS[0]!, DAYS[1]!)).toBe(
      'Nobody changed segment between 31 Jan 2025 and 28 Feb 2025',
    );
    expect(betweenTitle(0, 0, DAYS[0]!, DAYS[1]!)).toBe('Nobody was there yet on 31 Jan 2025');
    expect(betweenNote(moves, '£')).toBe(
      '45 stayed, 20 are new and 10 are left out by a step. Gained £290 from new customers and those worth more than then; lost £100 from those worth less or left out.',
    );
    const none = {
      ...moves,
      customers: { ...moves.customers, gone: 0 },
      worth: { ...moves.worth!, lost: 3 },
    };
    expect(betweenNote(none, null)).toBe(
      '45 stayed and 20 are new. Gained 290 from new customers and those worth more than then; lost 3 to returns.',
    );
  });
});

describe('tables of segments over time', () => {
  it('have a row for each day and a column for each segment', () => {
    const { columns, rows, shown } = sizesTable(history, told, 'customers');
    expect(columns.map(({ label }) => label)).toEqual([
      'As of',
      'A Champions',
      'B Loyal customers',
      'C Hibernating',
      'Promising',
      'All',
    ]);
    expect(rows[0]).toEqual(['2025-01-31', 0, 10, 50, 2, 62]);
    expect(shown[4]).toEqual(['9 May 2025', '4', '50', '46', '0', '100']);
    expect(sizesTable(history, { ...told, currency: '£' }, 'revenue').columns[1]!.label).toBe(
      'A Champions, £',
    );
    expect(sizesTable(history, told, 'revenue').shown[2]![1]).toBe('2,000.00');
  });

  it('give segments that nobody is in any more no letter', () => {
    expect(seriesOf(history, told, 'customers').map(({ id }) => id)).toEqual([1, 2, 3, null]);
  });
});
