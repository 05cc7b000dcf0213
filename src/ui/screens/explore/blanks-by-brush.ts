import type { BarChoice, BrushPicture, ColumnOverview, MissingBy, Selection } from '../../../engine/index';
import { wholeCounts } from '../../charts/brushed-bars';
import { sideOf } from './pair-brush';

/** How a cell of blanks by groups is chosen: the rows of its group that are blank in its column. */
export interface BlanksBrush {
  choices: (group: number, column: string) => BarChoice[];
  /** What is chosen in it, if anything. */
  chosen: (selection: Selection) => { group: number; column: string } | null;
  /** A selection without what is chosen in it: a picture is not cut down to its own choice. */
  others: (selection: Selection) => Selection;
}

/** Null where groups are no values of a column. */
export function blanksBrush(found: MissingBy, cards: readonly ColumnOverview[]): BlanksBrush | null {
  const { by, periods, levels, rows, missing } = found;
  if (!cards.some(({ name }) => name === by)) return null;
  const side = periods
    ? {
        of: { shape: 'time', ...periods, counts: rows } satisfies BrushPicture,
        bars: rows.map((_, at) => at),
      }
    : sideOf(by, levels!, cards).side;
  const of = 'of' in side ? side.of : undefined;
  const blankBar = (column: string) => {
    const card = cards.find(({ name }) => name === column);
    return card && card.picture.shape !== 'none' ? wholeCounts(card.picture).length : null;
  };
  const isGroup = (one: BarChoice) =>
    one.column === by && one.bars.length === 1 && JSON.stringify(one.of) === JSON.stringify(of);
  const isBlank = (one: BarChoice) =>
    !one.of &&
    one.bars.length === 1 &&
    missing.some(({ column }) => column === one.column) &&
    one.bars[0] === blankBar(one.column);
  const chosen = (selection: Selection) => {
    const [group, blank] = [selection.find(isGroup), selection.find(isBlank)];
    const at = group ? side.bars.indexOf(group.bars[0]!) : -1;
    return at < 0 || !blank ? null : { group: at, column: blank.column };
  };
  return {
    choices: (group, column) => {
      const bar = blankBar(column);
      return [
        { column: by, bars: [side.bars[group]!], ...(of && { of }) },
        ...(bar === null ? [] : [{ column, bars: [bar] }]),
      ];
    },
    chosen,
    others: (selection) => {
      const own = chosen(selection);
      return own ? selection.filter((one) => !isGroup(one) && one.column !== own.column) : selection;
    },
  };
}
