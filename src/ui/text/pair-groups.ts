import { middleCut } from './format';
import { coefficient } from './pairs';
import type { GroupedBy } from './split';

export const PAIR_GROUPS = {
  line: 'How far the two go together in each group by itself, with 95 % intervals; the dashed line is all rows',
  note: 'Groups whose intervals lie apart differ beyond chance.',
} as const;

const LONGEST = 40;

interface Row {
  label: string;
  value: number;
  low: number | null;
  high: number | null;
}

/** "The coefficient of Age and Income is highest in PhD (0.71), lowest in Basic (0.12)", where their intervals lie apart. */
export function pairGroupsTitle(
  [a, b]: readonly [string, string],
  { name }: Pick<GroupedBy, 'name'>,
  rows: readonly Row[],
): string {
  const rising = [...rows].sort((one, other) => one.value - other.value);
  const [least, most] = [rising[0], rising.at(-1)];
  const apart = least && most && least.high !== null && most.low !== null && least.high < most.low;
  if (!apart) return `No ${name} clearly differs in how ${a} and ${b} go together`;
  const said = ({ label, value }: Row) => `${middleCut(label, LONGEST)} (${coefficient(value)})`;
  return `The coefficient of ${a} and ${b} is highest in ${said(most)}, lowest in ${said(least)}`;
}
