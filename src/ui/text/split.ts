import type { ColumnOverview, PairView, SplitShape, Spread } from '../../engine/index';
import { count, counted, middleCut, number, share, shareInFull } from './format';
import { OTHERS, pairLine } from './pairs';

export const SPLIT = {
  by: 'Split by',
  none: 'Nothing',
  looking: 'Counting the rows of each group',
  failed: 'The groups could not be counted. Choose another column, or open this one again.',
  nobody: 'No row has a value in both columns.',
  rows: 'All rows',
} as const;

type By = Pick<ColumnOverview, 'name' | 'kind' | 'distinct'>;
type Named = Pick<By, 'name' | 'kind'>;

/** Groups as a sentence has them: numbers, yes and no say little without their column. */
const named = ({ name, kind }: Named, level: string | null): string | null =>
  level === null || kind === 'text' ? level : `${name} ${level}`;

/** The same split with groups named as a sentence has them. */
export function namedSplit(split: SplitShape, column: Named, by: Named): SplitShape {
  const { shape } = split;
  if (!shape) return split;
  const spread = ({ groups, ...rest }: Spread): Spread => ({
    ...rest,
    groups: groups.map((group) => ({ ...group, level: named(by, group.level) })),
  });
  if (shape.of === 'dates') return { ...split, shape: { ...shape, spread: spread(shape.spread) } };
  const pair = namedPair(shape.pair, column, by);
  if (shape.of === 'values') return { ...split, shape: { ...shape, pair } };
  return { ...split, shape: { ...shape, pair, spread: spread(shape.spread) } };
}

function namedPair(pair: PairView, column: Named, by: Named): PairView {
  const { picture } = pair;
  if (picture.shape === 'boxes') {
    const boxes = picture.boxes.map((one) => ({ ...one, level: named(by, one.level) }));
    return { ...pair, picture: { ...picture, boxes } };
  }
  if (picture.shape !== 'counts') return pair;
  const across = picture.across.map((level) => named(by, level));
  const down = picture.down.map((level) => named(column, level));
  return { ...pair, picture: { ...picture, across, down } };
}

/** A longer name is cut in a title. */
const LONGEST = 40;

/** As an axis has it: "2.5 %". */
export const shareTick = (value: number): string => `${number(value * 100, 2)}\u00a0%`;

export const groupName = (level: string | null): string => level ?? OTHERS;

/** "23 % of the Manager rows are 15,000 to 16,000, 4 % of all rows"; `where` says what is true of the rows of a bar. */
export function spreadTitle({ peak, groups }: Spread, by: string, where: (bar: number) => string): string {
  if (!peak) return `No group of ${by} stands out from all rows`;
  const group = middleCut(groupName(groups[peak.group]!.level), LONGEST);
  return `${share(peak.share)} of the ${group} rows ${where(peak.bar)}, ${share(peak.whole)} of all rows`;
}

export const splitNumbersLine = (column: string, log: boolean): string =>
  `Share of the rows of each group by ${column}${log ? ', on a logarithmic scale' : ''}; the marks are all rows`;

export const splitDatesLine = (column: string, unit: string): string =>
  `Share of the rows of each group by ${unit} of ${column}; the fainter line is all rows`;

export const splitValuesLine = (view: PairView): string =>
  `Share of the rows of each group in percent. ${pairLine(view)}`;

/** What is in no group, and what all others are. */
export function groupsNote(
  { ungrouped }: Pick<SplitShape, 'ungrouped'>,
  by: By,
  levels: readonly (string | null)[],
): string {
  const others = levels.includes(null) ? by.distinct - (levels.length - 1) : 0;
  return [
    ...(others > 0 ? [`${OTHERS} are ${count(others)} values of ${by.name}.`] : []),
    ...(ungrouped > 0 ? [`${counted(ungrouped, 'row')} without ${by.name} left out of the groups.`] : []),
  ].join(' ');
}

export const blanksNote = (missing: number): string =>
  missing > 0 ? `${counted(missing, 'blank')} left out.` : '';

export const HEAT_NOTE =
  'Blue values are more frequent in the group than both columns alone would give, brown ones less.';

/** What pointing at a bar of a group says. */
export const splitBarWords = (what: string, part: number, whole: number, rows: number): string =>
  `${what}: ${shareInFull(part)} (${counted(rows, 'row')}), ${shareInFull(whole)} of all rows`;

export const splitCellWords = (value: string, group: string, part: number, rows: number): string =>
  `${group}, ${value}: ${shareInFull(part)} (${counted(rows, 'row')})`;
