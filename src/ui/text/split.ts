import type { ColumnOverview, ColumnSplit, PairView, SplitShape, Spread } from '../../engine/index';
import { barName } from './brush';
import { called } from './called';
import { hourName, weekdayName } from './clock';
import { count, counted, middleCut, number, share, shareInFull } from './format';
import { isolated } from './isolated';
import { OTHERS, pairLine } from './pairs';
import { periodPlain } from './periods';

export const SPLIT = {
  by: 'Split by',
  none: 'Nothing',
  segment: 'Segment',
  segments: 'Segments',
  cards: 'A line for each group: how many of its rows in percent. The marks are all rows.',
  looking: 'Counting the rows of each group',
  failed: 'The groups could not be counted. Choose another column, or open this one again.',
  cardsFailed: 'The groups could not be counted. Choose another column, or Explore again.',
  nobody: 'No row has a value in both columns.',
  rows: 'All rows',
  weekday: 'Day of the week',
  hour: 'Hour',
} as const;

/** What rows are put into groups by. */
export interface GroupedBy {
  name: string;
  kind: ColumnOverview['kind'] | 'segment';
  distinct: number;
  /** Of segments: their letters, by name. */
  letters?: ReadonlyMap<string, string>;
}
type Named = Pick<GroupedBy, 'name' | 'kind' | 'letters'>;

/** Of a column before one of its values, so that the value is seen. */
const LONGEST_COLUMN = 20;
const AFTER_LETTER = '\u00a0 ';

/** Groups as a sentence has them: numbers, yes and no say little without their column, segments have a letter. */
export function named({ name, kind, letters }: Named, level: string | null): string | null {
  if (level === null || kind === 'text') return level;
  if (kind !== 'segment') return `${isolated(middleCut(name, LONGEST_COLUMN))} ${level}`;
  const letter = letters?.get(level);
  return letter === undefined ? level : `${letter}${AFTER_LETTER}${level}`;
}

/** In a title the letter of a segment is enough. */
const inTitle = ({ kind }: Named, group: string): string =>
  kind === 'segment' && group.includes(AFTER_LETTER)
    ? `segment ${group.split(AFTER_LETTER)[0]}`
    : called(group);

/** In a small cell: "12 %", "<1 %". */
export function cellShare(part: number): string {
  if (part > 0 && part < 0.005) return '<1\u00a0%';
  if (part < 1 && part >= 0.995) return '>99\u00a0%';
  return `${number(part * 100, 0)}\u00a0%`;
}

/** The same split with groups named as a sentence has them. */
export function namedSplit(split: SplitShape, column: Named, by: Named): SplitShape {
  const { shape } = split;
  if (!shape) return split;
  const spread = ({ groups, ...rest }: Spread): Spread => ({
    ...rest,
    groups: groups.map((group) => ({ ...group, level: named(by, group.level) })),
  });
  if (shape.of === 'dates') {
    const [weekdays, hours] = [spread(shape.weekdays), spread(shape.hours)];
    return { ...split, shape: { ...shape, spread: spread(shape.spread), weekdays, hours } };
  }
  const pair = namedPair(shape.pair, column, by);
  if (shape.of === 'values') return { ...split, shape: { ...shape, pair } };
  return { ...split, shape: { ...shape, pair, spread: spread(shape.spread) } };
}

function namedPair(found: PairView, column: Named, by: Named): PairView {
  const { picture } = found;
  const pair = { ...found, b: by.name };
  if (picture.shape === 'boxes') {
    const boxes = picture.boxes.map((one) => ({ ...one, level: named(by, one.level) }));
    return { ...pair, picture: { ...picture, category: by.name, boxes } };
  }
  if (picture.shape !== 'counts') return pair;
  const across = picture.across.map((level) => named(by, level));
  const down = picture.down.map((level) => named(column, level));
  return { ...pair, picture: { ...picture, across, down } };
}

/** As an axis has it: "2.5 %". */
export const shareTick = (value: number): string => `${number(value * 100, 2)}\u00a0%`;

export const groupName = (level: string | null): string => level ?? OTHERS;

/** "the rows where Home is other": a value by itself could be read as a word of the sentence. */
function rowsOf(by: Named, level: string | null): string {
  if (level === null) return 'the rows of all others';
  const group = inTitle(by, level);
  if (by.kind === 'segment') return `the rows of ${group}`;
  return by.kind === 'text'
    ? `the rows where ${called(by.name, LONGEST_COLUMN)} is ${group}`
    : `the ${group} rows`;
}

/**
 * "23 % of the rows where Job is Manager are 15,000 to 16,000, 4 % of all rows"; `where` says what is true of the rows of a bar.
 * @param blanks whether there are rows that are in no bar
 */
export function spreadTitle(
  { peak, groups }: Pick<Spread, 'peak'> & { groups: readonly { level: string | null }[] },
  by: Named,
  where: (bar: number) => string,
  blanks = false,
): string {
  if (!peak)
    return by.kind === 'segment'
      ? 'No segment stands out from all rows'
      : `No group of ${called(by.name)} stands out from all rows`;
  const [inRows, inAll] = blanks ? ['the filled cells in ', 'filled cells'] : ['', 'rows'];
  return `${share(peak.share)} of ${inRows}${rowsOf(by, groups[peak.group]!.level)} ${where(peak.bar)}, ${share(peak.whole)} of all ${inAll}`;
}

/** "fall in November", "fall on 3 May 2011": what is true of the rows of a period. */
export const fallSays = (
  starts: readonly number[],
  unit: 'day' | 'week' | 'month' | 'year',
  at: number,
): string =>
  `fall ${unit === 'day' ? 'on' : 'in'} ${periodPlain(starts[at]!, unit, starts).replace(/^The /, 'the ')}`;

/** What a card says of its groups. */
export function cardSplitSays(
  column: ColumnOverview,
  { peak }: ColumnSplit,
  groups: readonly { level: string | null }[],
  by: Named,
  unit: string | null,
): string {
  const where = (bar: number): string => {
    const { picture, kind } = column;
    if (picture.shape === 'time') return fallSays(picture.starts, picture.unit, bar);
    return `${picture.shape === 'bars' && kind !== 'number' ? 'say' : 'are'} ${called(barName(column, bar, unit))}`;
  };
  const bearing = groups.map(({ level }) => ({ level: named(by, level) }));
  return `${spreadTitle({ peak, groups: bearing }, by, where, column.missing > 0)}.`;
}

const partsOf = (blanks: boolean): string => `Share of the ${blanks ? 'filled cells' : 'rows'} of each group`;

export const splitNumbersLine = (column: string, log: boolean, blanks = false): string =>
  `${partsOf(blanks)} by ${column}${log ? ', on a logarithmic scale' : ''}; the marks are all rows`;

export const splitDatesLine = (column: string, unit: string, blanks = false): string =>
  `${partsOf(blanks)} by ${unit} of ${column}; the fainter line is all rows`;

export const splitClockLine = (column: string, of: 'weekdays' | 'hours', blanks = false): string =>
  `${partsOf(blanks)} by ${of === 'weekdays' ? 'day of the week' : 'hour'} of ${column}; the marks are all rows`;

/** "fall on Fridays", "fall from 14:00 to 15:00": what is true of the rows of a weekday or an hour. */
export const clockSays = (of: 'weekdays' | 'hours', at: number): string =>
  of === 'weekdays' ? `fall on ${weekdayName(at)}s` : `fall from ${hourName(at)} to ${hourName(at + 1)}`;

export const splitValuesLine = (view: PairView): string =>
  `Share of the rows of each group in percent. ${pairLine(view)}`;

/** Where a small table has no room for all values. */
export const valuesShown = (shown: number, of: number): string =>
  `${count(shown)} of ${counted(of, 'value')}`;

/** What is in no group, and what all others are. */
export function groupsNote(
  { ungrouped }: Pick<SplitShape, 'ungrouped'>,
  by: GroupedBy,
  levels: readonly (string | null)[],
): string {
  const others = levels.includes(null) ? by.distinct - (levels.length - 1) : 0;
  return [
    ...(others > 0 ? [othersSay(others, by)] : []),
    ...(ungrouped > 0
      ? [
          by.kind === 'segment'
            ? `${counted(ungrouped, 'row')} of customers in no segment left out of the groups.`
            : `${counted(ungrouped, 'row')} without ${by.name} left out of the groups.`,
        ]
      : []),
  ].join(' ');
}

const othersSay = (others: number, by: Named): string =>
  by.kind === 'segment'
    ? `${OTHERS} are the last ${counted(others, 'segment')}.`
    : `${OTHERS} are ${count(others)} values of ${by.name}.`;

export const blanksNote = (missing: number): string =>
  missing > 0 ? `${counted(missing, 'blank')} left out.` : '';

export const HEAT_NOTE =
  'Blue values are more frequent in the group than both columns alone would give, brown ones less.';

/** What pointing at a bar of a group says. */
export const splitBarWords = (what: string, part: number, whole: number, rows: number): string =>
  `${what}: ${shareInFull(part)} (${counted(rows, 'row')}), ${shareInFull(whole)} of all rows`;

export const splitCellWords = (value: string, group: string, part: number, rows: number): string =>
  `${group}, ${value}: ${shareInFull(part)} (${counted(rows, 'row')})`;
