import type { PairPanels } from '../../engine/index';
import { called, calledBoth } from './called';
import { counted } from './format';
import { coefficient, HARDLY, strength } from './pairs';
import type { GroupedBy } from './split';

export const PAIR_GROUPS = {
  line: 'How far the two go together in each group by itself, with 95\u00a0% intervals; the dashed line is all rows',
  note: 'Groups whose intervals lie apart differ beyond chance.',
} as const;

interface Row {
  label: string;
  value: number;
  low: number | null;
  high: number | null;
}

/** "The coefficient of Age and Income is highest in PhD (0.71), lowest in Basic (0.12)", where their intervals lie apart. */
export function pairGroupsTitle(
  pair: readonly [string, string],
  by: Pick<GroupedBy, 'name'>,
  rows: readonly Row[],
): string {
  const [[a, b], name] = [calledBoth(...pair), called(by.name)];
  const apart = farthest(rows);
  if (!apart) return `No ${name} clearly differs in how ${a} and ${b} go together`;
  const said = ({ label, value }: Row) => `${called(label)} (${coefficient(value)})`;
  return `The coefficient of ${a} and ${b} is highest in ${said(apart.most)}, lowest in ${said(apart.least)}`;
}

/** The highest and the lowest, where their intervals lie apart. */
function farthest(rows: readonly Row[]): { least: Row; most: Row } | null {
  const rising = [...rows].sort((one, other) => one.value - other.value);
  const [least, most] = [rising[0], rising.at(-1)];
  const apart = least && most && least.high !== null && most.low !== null && least.high < most.low;
  return apart ? { least, most } : null;
}

/** "Income rises strongly with Age in PhD, hardly changes with it in Basic", where their intervals lie apart. */
export function panelsTitle(
  pair: readonly [string, string],
  by: Pick<GroupedBy, 'name'>,
  rows: readonly Row[],
): string {
  const [[a, b], name] = [calledBoth(...pair), called(by.name)];
  const apart = farthest(rows);
  if (!apart) return `How ${b} goes with ${a} does not clearly differ by ${name}`;
  const group = ({ label }: Row) => called(label);
  const [most, least] = [apart.most, apart.least];
  if (moves(most.value) !== moves(least.value))
    return `${b} ${moves(most.value)} with ${a} in ${group(most)}, ${moves(least.value)} in ${group(least)}`;
  const [closest, loosest] = most.value > 0 ? [most, least] : [least, most];
  return `${b} ${moves(most.value)} with ${a}, most closely in ${group(closest)}, least in ${group(loosest)}`;
}

const moves = (value: number): string =>
  Math.abs(value) < HARDLY
    ? 'hardly changes'
    : `${value > 0 ? 'rises' : 'falls'} ${strength(Math.abs(value))}`;

export const panelsLine = ([a, b]: readonly [string, string], { name }: Pick<GroupedBy, 'name'>): string =>
  `The rows of each ${name} by ${a} across and ${b} up, on one scale; the pale cells hold rows of any group`;

/** How rows are drawn, and what is left out. */
export function panelsNote({ groups, within, beyond }: PairPanels): string {
  const counts = groups.some(({ points }) => !points);
  return [
    ...(counts
      ? [
          `Rows are counted in cells, the fuller among those of its group the stronger the colour: ${counted(within, 'row')} are too many to draw one by one.`,
        ]
      : []),
    ...(beyond > 0 ? [`${counted(beyond, 'row')} in the long tails lie outside the pictures.`] : []),
  ].join(' ');
}
