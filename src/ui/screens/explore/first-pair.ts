import type { ColumnOverview } from '../../../engine/index';

/** Two columns to begin with: the first two numbers, else the first two that say something. */
export function firstPair(cards: readonly ColumnOverview[]): readonly [string, string] | null {
  const telling = cards.filter(({ identifier, distinct }) => !identifier && distinct > 1);
  const numbers = telling.filter(({ kind }) => kind === 'number');
  const [a, b] = numbers.length > 1 ? numbers : telling.length > 1 ? telling : cards;
  return a && b ? [a.name, b.name] : null;
}
