import { beforeAll, describe, expect, it } from 'vitest';
import { useLocale } from '../../../src/ui/text/format';
import {
  blanks,
  cellText,
  decimalsFor,
  groupsFor,
  kindAndRole,
  tabSeparated,
} from '../../../src/ui/parts/table-cells';
import { columnsSeen, columnWidth, edges, filled, textWidth } from '../../../src/ui/parts/table-columns';
import { broughtIntoView, rowsTop, scrollFor, scrollHeight } from '../../../src/ui/parts/table-scroll';
import type { ColumnHead } from '../../../src/workers/api';

beforeAll(() => useLocale('en-GB'));

const head = (change: Partial<ColumnHead>): ColumnHead => ({
  name: 'a',
  kind: 'number',
  role: null,
  hasTime: false,
  missing: 0,
  histogram: [],
  distinct: 3,
  ...change,
});

describe('rowsTop', () => {
  const large = { full: 541_909 * 32, seen: 384 };
  const last = large.full - large.seen;
  const lastScroll = scrollHeight(large) - large.seen;

  it('is the scroll itself where all rows fit into an element', () => {
    expect(rowsTop({ full: 3200, seen: 320 }, { top: 0, scroll: 0 }, 64)).toBe(64);
  });
  it('reaches the first and the last row of a table too tall for a browser', () => {
    expect(scrollHeight(large)).toBeLessThan(17_000_000);
    expect(rowsTop(large, { top: 500, scroll: 300 }, 0)).toBe(0);
    expect(rowsTop(large, { top: 500, scroll: 300 }, lastScroll)).toBe(last);
  });
  it('moves by as much as a wheel says', () => {
    expect(rowsTop(large, { top: 1000, scroll: 460 }, 560)).toBe(1100);
  });
  it('jumps to the same share of the whole when the thumb is dragged', () => {
    expect(rowsTop(large, { top: 0, scroll: 0 }, lastScroll / 2)).toBeCloseTo(last / 2, 3);
  });
  it('is undone by scrollFor', () => {
    expect(scrollFor(large, rowsTop(large, { top: 0, scroll: 0 }, 4_000_000))).toBeCloseTo(4_000_000, 3);
  });
});

describe('broughtIntoView', () => {
  it('moves no further than it has to', () => {
    expect(broughtIntoView(100, 320, 128, 160)).toBe(100);
    expect(broughtIntoView(100, 320, 64, 96)).toBe(64);
    expect(broughtIntoView(100, 320, 416, 448)).toBe(128);
  });
});

describe('columnsSeen', () => {
  it('names the columns that show, in part too', () => {
    const lefts = edges([100, 100, 100, 100]);
    expect(columnsSeen(lefts, 0, 250)).toEqual({ from: 0, to: 3 });
    expect(columnsSeen(lefts, 150, 250)).toEqual({ from: 1, to: 4 });
    expect(columnsSeen(edges([]), 0, 250)).toEqual({ from: 0, to: 0 });
  });
});

describe('columnWidth', () => {
  it('leaves room for the longest date and the widest number', () => {
    // Measured in Public Sans, 13 px with figures of one width.
    expect(textWidth('21 Aug 2013')).toBeGreaterThan(85.6);
    expect(textWidth('1 Dec 2010 08:26')).toBeGreaterThan(117.6);
    expect(columnWidth(head({}), ['a', 'number'], textWidth('1,234,567.89'))).toBeGreaterThan(110);
  });
});

describe('filled', () => {
  it('stretches columns that leave a gap and nothing else', () => {
    expect(filled([100, 100], 300)).toEqual([150, 150]);
    expect(filled([200, 200], 300)).toEqual([200, 200]);
  });
  it('keeps few columns near each other', () => {
    expect(filled([100, 100], 900)).toEqual([150, 150]);
  });
});

describe('cellText', () => {
  it('gives a column the decimals its cells need, three at most', () => {
    expect(decimalsFor([2.55, 6, null])).toBe(2);
    expect(decimalsFor([1 / 3])).toBe(3);
    expect(cellText(head({}), 6, 2)).toBe('6.00');
  });
  it('leaves years unbroken', () => {
    expect(cellText(head({}), 1957, 0, groupsFor([1957]))).toBe('1957');
    expect(cellText(head({}), 80_995, 0, groupsFor([80_995]))).toBe('80,995');
    expect(cellText(head({}), -9600, 0, groupsFor([-9600]))).toBe('\u22129,600');
  });
  it('groups the thousands of all of a column, or of none', () => {
    expect(groupsFor([5648, null, 58_138])).toBe(true);
    expect(groupsFor([1957, null, 1996])).toBe(false);
    expect(groupsFor([1957, 1493, 0])).toBe(true);
    expect(cellText(head({}), 5648, 0, true)).toBe('5,648');
  });
  it('shows the time only where the column has one', () => {
    const day = Date.UTC(2010, 11, 1, 8, 26);
    expect(cellText(head({ kind: 'date' }), day, 0)).toBe('1 Dec 2010');
    expect(cellText(head({ kind: 'date', hasTime: true }), day, 0)).toBe('1 Dec 2010 08:26');
  });
});

describe('the head of a column', () => {
  it('says kind, role and blanks', () => {
    expect(kindAndRole(head({ kind: 'text', role: 'order' }))).toBe('text, order');
    expect(kindAndRole(head({ kind: 'text', role: 'customer' }))).toBe('identifier');
    expect(kindAndRole(head({ kind: 'date', role: 'date', hasTime: true }))).toBe('date and time');
    expect(blanks(head({ missing: 135_080 }), 541_909)).toBe('25\u00a0% blank');
    expect(blanks(head({ missing: 1454 }), 541_909)).toBe('1,454 blank');
    expect(blanks(head({ kind: 'text', distinct: 25_900 }), 541_909)).toBe('25,900 different');
    expect(blanks(head({}), 541_909)).toBe('no blanks');
  });
});

describe('tabSeparated', () => {
  it('copies what other programs read', () => {
    const heads = [head({ kind: 'text' }), head({}), head({ kind: 'date' })];
    const columns = [
      ['a\tb', null],
      [1234.5, -3],
      [Date.UTC(2025, 2, 3), null],
    ];
    expect(tabSeparated(heads, columns)).toBe('a b\t1234.5\t2025-03-03\n\t-3\t');
  });
});
