import type { BarChoice, ColumnOverview, MissingTogether, Selection } from '../../../engine/index';
import { isChosen, wholeCounts } from '../../charts/brushed-bars';

type Card = Pick<ColumnOverview, 'name' | 'picture'>;

/** What chooses the rows that are blank in these columns and in no others that have blanks; columns blank throughout ask nothing. */
export function blankChoices(
  { columns }: Pick<MissingTogether, 'columns'>,
  pattern: ReadonlySet<string>,
  cards: readonly Card[],
): BarChoice[] {
  const byName = new Map(cards.map((card) => [card.name, card]));
  return columns.flatMap(({ name: column }) => {
    const card = byName.get(column);
    if (!card || card.picture.shape === 'none') return [];
    const blanks = wholeCounts(card.picture).length;
    return [
      { column, bars: pattern.has(column) ? [blanks] : Array.from({ length: blanks }, (_, bar) => bar) },
    ];
  });
}

/** Which of some patterns is chosen; null where none is. */
export function chosenPattern(choices: readonly Selection[], selection: Selection): number | null {
  const found = choices.findIndex(
    (wanted) =>
      wanted.length > 0 &&
      wanted.every(({ column, bars }) =>
        selection.some((one) => one.column === column && !one.of && isChosen(one.bars, bars)),
      ),
  );
  return found < 0 ? null : found;
}
