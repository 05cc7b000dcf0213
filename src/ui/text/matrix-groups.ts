import type { TogetherByGroup } from '../../engine/index';
import { middleCut } from './format';
import { coefficient } from './pairs';
import { groupName, named, type GroupedBy } from './split';

export const MATRIX_GROUPS = {
  line: 'The scatter matrix of each group by itself, in the same cells; the pale cells hold rows of any group',
  note: 'Groups of fewer than 30 rows are left out, and so are long tails.',
  few: 'Fewer than two groups have 30 of the selected rows, so there is no scatter matrix of each.',
} as const;

const LONGEST_GROUP = 40;

/** The finding: the pair whose groups differ most beyond chance. */
export function matrixGroupsTitle({ pairs, groups }: TogetherByGroup, by: GroupedBy): string {
  const pair = pairs.find(({ apart }) => apart !== null);
  if (!pair?.apart) return `None of these pairs clearly differs by ${by.name}`;
  const said = (at: number) => {
    const { level } = groups[at]!;
    const group = level === null ? 'all others' : middleCut(groupName(named(by, level)), LONGEST_GROUP);
    return `${coefficient(pair.groups[at]!.value!)} for ${group}`;
  };
  const { a, b } = pair.all;
  return `Of these pairs ${a} and ${b} differ most by ${by.name}: ${said(pair.apart.most)}, ${said(pair.apart.least)}`;
}
