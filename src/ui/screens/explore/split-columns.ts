import type { ColumnOverview } from '../../../engine/index';

const MOST_TEXTS = 50;
const MOST_NUMBERS = 12;

/** Whether a column has a picture that can be split. */
export const canBeSplit = (of: ColumnOverview): boolean => !of.identifier && of.distinct > 1 && repeats(of);

/** Text of which each value stands in one row has no picture to split. */
const repeats = ({ kind, frequent }: ColumnOverview): boolean => kind !== 'text' || frequent.length > 0;

/** Whether its values make groups: categories, yes and no, numbers of few values. */
export function makesGroups(card: ColumnOverview): boolean {
  const { kind, identifier, distinct } = card;
  if (identifier || distinct < 2 || kind === 'date' || !repeats(card)) return false;
  return kind === 'boolean' || distinct <= (kind === 'text' ? MOST_TEXTS : MOST_NUMBERS);
}
