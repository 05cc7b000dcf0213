import { expect, it } from 'vitest';
import { blanksBrush } from '../../src/ui/screens/explore/blanks-by-brush';
import type { ColumnOverview, ColumnPicture, MissingBy } from '../../src/engine/index';

const bars = (...values: string[]): ColumnPicture => ({
  shape: 'bars',
  bars: values.map((value) => ({ value, count: 1 })),
  others: 0,
});
const cards = [
  { name: 'region', kind: 'text', picture: bars('north', 'south') },
  { name: 'income', kind: 'text', picture: bars('low') },
] as unknown as readonly ColumnOverview[];
const found: MissingBy = {
  by: 'region',
  periods: null,
  levels: ['south', null],
  rows: [3, 4],
  missing: [{ column: 'income', counts: [1, 2] }],
  peak: null,
};

it('chooses the blank rows of a group, and is not cut down to its own choice', () => {
  const brush = blanksBrush(found, cards)!;
  const of = { shape: 'bars', bars: [{ value: 'south', count: 0 }], others: 0 };
  const choices = brush.choices(1, 'income');
  expect(choices).toEqual([
    { column: 'region', bars: [1], of },
    { column: 'income', bars: [2] },
  ]);
  const other = { column: 'age', bars: [3] };
  expect(brush.chosen([other, ...choices])).toEqual({ group: 1, column: 'income' });
  expect(brush.others([other, ...choices])).toEqual([other]);
  expect(brush.others([other, choices[0]!])).toEqual([other, choices[0]]);
  expect(blanksBrush({ ...found, by: 'Segment' }, cards)).toBeNull();
});
