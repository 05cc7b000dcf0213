import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, it } from 'vitest';
import type { ColumnOverview, MissingBy } from '../../../src/engine/index';
import { shareStep, sharesHeight, sharesSpec } from '../../../src/ui/charts/share-heat';
import { blanksByChoices, blanksByTable, blanksGrid } from '../../../src/ui/screens/explore/blanks-by';
import { blanksByLine, blanksByTitle } from '../../../src/ui/text/blanks-by';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const toldOf = (spec: TopLevelSpec) => marksOf(spec).filter(({ words }) => words !== undefined);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const months: MissingBy = {
  by: 'day',
  periods: { unit: 'month', starts: [9, 10, 11].map((month) => Date.UTC(2025, month)) },
  levels: null,
  rows: [100, 0, 200],
  missing: [
    { column: 'age', counts: [0, 0, 1] },
    { column: 'a column with a very long name that does not end', counts: [10, 0, 120] },
  ],
  peak: { column: 'age', at: 2, share: 0.6, rest: 0.1 },
};
const values: MissingBy = {
  ...months,
  by: 'shop',
  periods: null,
  levels: ['north', 'a shop of many words and more', null],
};

it('shares of blanks: the fullest column first, empty periods left pale, all within its width', () => {
  for (const of of [months, values])
    for (const width of [320, 864]) {
      const grid = blanksGrid(of);
      const told = toldOf(sharesSpec(grid, theme, width));
      expect(told.map(({ fill }) => fill)).toEqual(['low-1', 'paper', 'low-5', 'low-0', 'paper', 'low-1']);
      expect(Math.max(...told.map(({ x2 }) => Number(x2)))).toBeLessThan(width);
      expect(Math.max(...told.map(({ y2 }) => Number(y2)))).toBeLessThan(sharesHeight(grid, width));
    }
  expect([0, 0.001, 0.2, 0.21, 1].map((share) => shareStep(share, 1))).toEqual([0, 1, 1, 2, 5]);
});

it('shares of blanks in words and as a table', () => {
  expect(plain(blanksByTitle(months))).toBe(
    'age is blank more often in December 2025: 60 % of the rows, 10 % of all others',
  );
  expect(plain(blanksByTitle({ ...values, peak: { ...months.peak!, at: 0, rest: 0.9 } }))).toBe(
    'age is blank less often where shop is north: 60 % of the rows, 90 % of all others',
  );
  expect(blanksByTitle({ ...months, peak: null })).toBe('No month of day has clearly more or fewer blanks');
  expect(blanksByLine(months)).toBe('Blank cells in % of the rows, by month of day');
  const { rows, shown, columns } = blanksByTable(months);
  expect(columns).toHaveLength(4);
  expect(rows[1]).toEqual(['November 2025', 0, null, null]);
  expect(rows[2]).toEqual(['December 2025', 200, 0.005, 0.6]);
  expect(plain(shown[2]!.join(' | '))).toBe('December 2025 | 200 | 0.5 % | 60.0 %');
});

it('blanks are counted by dates first, then by what repeats; by nothing where no other column has blanks', () => {
  const card = (name: string, kind: string, change: Partial<ColumnOverview> = {}) =>
    ({ name, kind, identifier: false, distinct: 4, rows: 100, missing: 0, ...change }) as ColumnOverview;
  const cards = [
    card('shop', 'text', { missing: 2 }),
    card('id', 'text', { identifier: true }),
    card('words', 'text', { distinct: 99 }),
    card('same', 'text', { distinct: 1 }),
    card('age', 'number'),
    card('day', 'date', { distinct: 100 }),
  ];
  expect(blanksByChoices(cards)).toEqual(['day']);
  expect(blanksByChoices([...cards, card('size', 'number', { missing: 1 })])).toEqual(['day', 'shop']);
  expect(blanksByChoices(cards.slice(4))).toEqual([]);
});
