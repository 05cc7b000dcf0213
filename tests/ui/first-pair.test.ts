import { describe, expect, it } from 'vitest';
import type { Association, ColumnOverview } from '../../src/engine/index';
import { firstPair } from '../../src/ui/screens/explore/first-pair';

const card = (name: string, kind: ColumnOverview['kind'] = 'number') =>
  ({ name, kind, identifier: false, distinct: 9 }) as ColumnOverview;
const pair = (a: string, b: string, value: number | null, spearman: number | null = null): Association => ({
  a,
  b,
  measure: 'pearson',
  value,
  low: null,
  high: null,
  rows: 90,
  spearman: spearman === null ? null : { value: spearman, low: null, high: null, rows: 90 },
  plain: null,
});
const cards = [card('City', 'text'), card('Age'), card('Income'), card('Spend')];

describe('the two columns to begin with', () => {
  it('go together most, by the greater of both coefficients', () => {
    const pairs = [pair('Age', 'Income', 0.5), pair('Age', 'Spend', -0.4, -0.8), pair('City', 'Age', 0.6)];
    expect(firstPair(cards, pairs)).toEqual(['Age', 'Spend']);
  });

  it('are no copies of each other, unless there is nothing else', () => {
    const copy = pair('Income', 'Spend', 1);
    expect(firstPair(cards, [copy, pair('Age', 'Income', 0.3)])).toEqual(['Age', 'Income']);
    expect(firstPair(cards, [copy])).toEqual(['Income', 'Spend']);
  });

  it('are the first numbers where no pair says anything', () => {
    expect(firstPair(cards, [pair('Age', 'Income', 0.02), pair('City', 'Age', null)])).toEqual([
      'Age',
      'Income',
    ]);
    expect(firstPair(cards.slice(0, 2), [])).toEqual(['City', 'Age']);
    expect(firstPair(cards.slice(0, 1), [])).toBeNull();
  });
});
