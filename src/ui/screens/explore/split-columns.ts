import type { ColumnOverview } from '../../../engine/index';

const MOST_TEXTS = 50;
const MOST_NUMBERS = 12;

/** Columns whose values make groups: categories, yes and no, numbers of few values. */
export function splitColumns(cards: readonly ColumnOverview[], of: ColumnOverview): ColumnOverview[] {
  if (of.identifier || of.distinct < 2 || !repeats(of)) return [];
  return cards.filter((card) => card.name !== of.name && makesGroups(card));
}

/** Text of which each value stands in one row has no picture to split. */
const repeats = ({ kind, frequent }: ColumnOverview): boolean => kind !== 'text' || frequent.length > 0;

function makesGroups(card: ColumnOverview): boolean {
  const { kind, identifier, distinct } = card;
  if (identifier || distinct < 2 || kind === 'date' || !repeats(card)) return false;
  return kind === 'boolean' || distinct <= (kind === 'text' ? MOST_TEXTS : MOST_NUMBERS);
}
