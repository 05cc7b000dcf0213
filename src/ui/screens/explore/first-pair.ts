import type { Association, ColumnOverview } from '../../../engine/index';
import { strengthOf, strongest } from '../../text/pairs';

/** Two that say the same in other words tell nothing beside each other. */
const COPY = 0.999;

/** Two columns to begin with: the strongest pair, else the first two numbers, else the first two that say something. */
export function firstPair(
  cards: readonly ColumnOverview[],
  pairs: readonly Association[],
): readonly [string, string] | null {
  const known = strongest(pairs);
  const best = known.find((pair) => Math.abs(strengthOf(pair)) < COPY) ?? known[0];
  if (best) return [best.a, best.b];
  const telling = cards.filter(({ identifier, distinct }) => !identifier && distinct > 1);
  const numbers = telling.filter(({ kind }) => kind === 'number');
  const [a, b] = numbers.length > 1 ? numbers : telling.length > 1 ? telling : cards;
  return a && b ? [a.name, b.name] : null;
}
