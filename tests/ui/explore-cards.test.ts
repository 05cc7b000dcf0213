import { expect, it } from 'vitest';
import type { ColumnOverview } from '../../src/engine/index';
import { chosenCards } from '../../src/ui/screens/explore/chosen-cards';

const card = (name: string, change: Partial<ColumnOverview> = {}): ColumnOverview =>
  ({ name, kind: 'text', rows: 10, missing: 0, distinct: 2, numbers: null, ...change }) as ColumnOverview;
const skewed = (skewness: number | null) =>
  ({ kind: 'number', numbers: { skewness } as ColumnOverview['numbers'] }) as const;
const cards = [
  card('City', { missing: 3, distinct: 7 }),
  card('Income', { ...skewed(-4), distinct: 5 }),
  card('Age', skewed(0.5)),
  card('Flat', skewed(null)),
  card('Empty', { missing: 10, distinct: 0 }),
];
const namesOf = (choice: Partial<Parameters<typeof chosenCards>[1]>) =>
  chosenCards(cards, { sort: 'file', kind: 'all', name: '', ...choice }).map(({ name }) => name);

it('keeps the order of the file, and its ties', () => {
  expect(namesOf({})).toEqual(['City', 'Income', 'Age', 'Flat', 'Empty']);
  expect(namesOf({ sort: 'blank' })).toEqual(['Empty', 'City', 'Income', 'Age', 'Flat']);
  expect(namesOf({ sort: 'different' })).toEqual(['City', 'Income', 'Age', 'Flat', 'Empty']);
});

it('puts the most skewed first, to either side, and what has no skewness last', () => {
  expect(namesOf({ sort: 'skewed' })).toEqual(['Income', 'Age', 'City', 'Flat', 'Empty']);
});

it('finds by kind and by part of the name, in capitals or not', () => {
  expect(namesOf({ kind: 'number' })).toEqual(['Income', 'Age', 'Flat']);
  expect(namesOf({ name: ' IT ' })).toEqual(['City']);
});
