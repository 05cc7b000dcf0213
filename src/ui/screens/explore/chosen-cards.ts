import type { ColumnOverview } from '../../../engine/index';

export type CardSort = 'file' | 'blank' | 'different' | 'skewed';

export interface CardChoice {
  sort: CardSort;
  /** A kind, or `all`. */
  kind: string;
  /** Part of the name. */
  name: string;
}

const blank = ({ rows, missing }: ColumnOverview): number => (rows > 0 ? missing / rows : 0);
const different = ({ rows, missing, distinct }: ColumnOverview): number =>
  rows > missing ? distinct / (rows - missing) : 0;
const skewed = ({ numbers }: ColumnOverview): number => Math.abs(numbers?.skewness ?? -Infinity);

const BY: Record<Exclude<CardSort, 'file'>, (column: ColumnOverview) => number> = {
  blank,
  different,
  skewed: (column) => (column.numbers?.skewness == null ? -1 : skewed(column)),
};

/** The cards a person wants to see, in the order wanted; ties in the order of the file. */
export function chosenCards(
  columns: readonly ColumnOverview[],
  { sort, kind, name }: CardChoice,
): readonly ColumnOverview[] {
  const wanted = name.trim().toLocaleLowerCase();
  const chosen = columns.filter(
    (column) => (kind === 'all' || column.kind === kind) && column.name.toLocaleLowerCase().includes(wanted),
  );
  if (sort === 'file') return chosen;
  const by = BY[sort];
  return chosen.sort((a, b) => by(b) - by(a));
}
