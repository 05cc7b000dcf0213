import type { ColumnContract } from '../recipe/contract';
import type { ColumnFacts } from './column-facts';
import { categoriesOf } from './learn-contract';

/** How alike the values of a column are to those a recipe remembers; 0 to 1 each, null where nothing can be said. */
export interface ValueLikeness {
  /** Dice's share of texts that both have. */
  categories: number | null;
  /** Share of the wider range of numbers that both cover. */
  range: number | null;
}

/** What is remembered of a column's values, held against a column of another file. */
export function valueLikeness(was: ColumnContract | undefined, is: ColumnFacts): ValueLikeness {
  return {
    categories: was?.categories ? sharedTexts(was.categories, is) : null,
    range: was?.range && is.kind === 'number' ? sharedRange(was.range, is) : null,
  };
}

/** Texts told apart by nothing but case are the same. */
function sharedTexts(before: readonly string[], { kind, column, distinct }: ColumnFacts): number | null {
  if (kind !== 'text' && kind !== 'boolean') return null;
  // So many more cannot be alike; they need not be read.
  if (distinct > before.length * 10) return 0;
  const texts = (list: readonly string[]) => new Set(list.map((text) => text.trim().toLowerCase()));
  const [one, other] = [texts(before), texts(categoriesOf(column))];
  const both = [...one].filter((text) => other.has(text)).length;
  return one.size + other.size === 0 ? null : (2 * both) / (one.size + other.size);
}

function sharedRange([least, most]: readonly [number, number], { min, max }: ColumnFacts): number | null {
  if (min === null || max === null) return null;
  const both = Math.min(most, max) - Math.max(least, min);
  const widest = Math.max(most, max) - Math.min(least, min);
  return widest === 0 ? 1 : Math.max(0, both) / widest;
}
