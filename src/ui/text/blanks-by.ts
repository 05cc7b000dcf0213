import type { MissingBy } from '../../engine/index';
import { called } from './called';
import { count, counted, date, share, shareInFull } from './format';
import { levelName } from './pairs';
import { periodName, periodTick } from './periods';

export const BLANKS_BY = {
  by: 'Blanks by',
  looking: 'Counting blanks',
  failed: 'The blanks could not be counted. Open another place and come back to try again.',
  all: 'All',
  click: 'A click chooses the blank rows of a cell.',
  keys: 'Walk over the cells with the arrow keys; Enter chooses the blank rows of one',
} as const;

/** Periods and values as a table names them. */
export const groupNames = ({ periods, levels }: MissingBy): string[] =>
  periods
    ? periods.starts.map((start) => periodName(start, periods.unit, periods.starts, true))
    : levels!.map(levelName);

/** Above the cells. */
export const groupTicks = (of: MissingBy): string[] =>
  of.periods
    ? of.periods.starts.map((start, i) => periodTick(start, of.periods!.unit, of.periods!.starts, i))
    : groupNames(of);

/** "in December 2010", "where Country is Israel" */
function groupSays({ by, periods, levels }: MissingBy, at: number): string {
  if (!periods) return `where ${called(by)} is ${called(levelName(levels![at]!))}`;
  const { unit, starts } = periods;
  if (unit === 'week') return `in the week of ${date(starts[at]!)}`;
  return `${unit === 'day' ? 'on' : 'in'} ${periodName(starts[at]!, unit, starts, true)}`;
}

/** The finding: where a column is blank more or less often than elsewhere. */
export function blanksByTitle(of: MissingBy): string {
  const { peak, periods, by } = of;
  if (!peak) return `No ${periods?.unit ?? 'value'} of ${called(by)} has clearly more or fewer blanks`;
  const more = peak.share > peak.rest ? 'more' : 'less';
  return `${called(peak.column)} is blank ${more} often ${groupSays(of, peak.at)}: ${share(peak.share)} of the rows, ${share(peak.rest)} of all others`;
}

export const blanksByLine = ({ by, periods }: MissingBy): string =>
  `Blank cells in % of the rows, by ${periods ? `${periods.unit} of ${by}` : by}`;

/** What the colours mean and which rows and columns are not in the picture. */
export function blanksByNote(
  most: number,
  drawn: number,
  columns: number,
  by: string,
  without: number,
): string {
  return [
    `The stronger the colour the more is blank, up to ${share(most)}; grey cells have no blanks.`,
    ...(drawn < columns
      ? [`The ${count(drawn)} columns with most blanks are drawn, the table has all.`]
      : []),
    ...(without > 0 ? [`${counted(without, 'row')} without ${by} are left out.`] : []),
  ].join(' ');
}

/** In a cell, in per cent: nothing, "<1", "39". */
export function cellShare(value: number | null): string {
  if (!value) return '';
  return value < 0.005 ? '<1' : count(Math.round(value * 100));
}

export const blankCellWords = (column: string, group: string, blank: number, rows: number): string =>
  rows === 0
    ? `${group}: no rows`
    : `${group}: ${column} blank in ${count(blank)} of ${counted(rows, 'row')}, ${shareInFull(blank / rows)}`;
