import type { ColumnOverview } from './overview-of';

/** A text of which more than half of the values are different says nothing in groups. */
const TOO_DIFFERENT = 0.5;

/** The columns that can be held against others: what varies and is no identifier or free text. */
export const comparable = (cards: readonly ColumnOverview[]): string[] =>
  cards
    .filter(({ identifier, distinct, kind, rows, missing }) => {
      if (identifier || distinct < 2) return false;
      return kind !== 'text' || distinct <= TOO_DIFFERENT * (rows - missing);
    })
    .map(({ name }) => name);

/** The number columns in which a row can be far out: those that say more than a few values. */
export const measuring = (cards: readonly ColumnOverview[]): string[] =>
  cards
    .filter(
      ({ kind, identifier, picture }) => kind === 'number' && !identifier && picture.shape === 'histogram',
    )
    .map(({ name }) => name);
