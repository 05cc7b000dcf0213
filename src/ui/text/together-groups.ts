import type { TogetherByGroup } from '../../engine/index';
import { called, calledBoth } from './called';
import { middleCut } from './format';
import { coefficient, measureSays, shownValue } from './pairs';
import { groupName, named, type GroupedBy } from './split';

export const TOGETHER_GROUPS = {
  line: 'How far two columns go together in each group by itself; the pairs in which groups differ most come first',
  note: 'The colours are those of the heat map above. Groups of fewer than 30 rows are left out.',
  all: 'All rows',
  looking: 'Looking at the pairs in each group',
  pair: 'Columns',
} as const;

type Pair = TogetherByGroup['pairs'][number];

const LONGEST = 17;

/** "Income with Age" */
export const pairName = ({ a, b }: Pick<Pair['all'], 'a' | 'b'>): string =>
  `${middleCut(a, LONGEST)} with ${middleCut(b, LONGEST)}`;

/** What the cells say: all rows, then each group. */
export const pairCells = ({ all, groups }: Pair) =>
  [all, ...groups].map((one) => ({ value: shownValue(one, 'pearson'), says: measureSays(one) }));

/** The finding: the two whose groups differ most beyond chance. */
export function togetherGroupsTitle(found: TogetherByGroup, by: GroupedBy): string {
  const pair = found.pairs.find(({ apart }) => apart !== null);
  if (!pair?.apart) return `No two columns clearly go together differently by ${called(by.name)}`;
  const said = (at: number) => {
    const { level } = found.groups[at]!;
    const group = level === null ? 'all others' : called(groupName(named(by, level)));
    return `${coefficient(pair.groups[at]!.value!)} for ${group}`;
  };
  const [a, b] = calledBoth(pair.all.a, pair.all.b);
  return `How ${a} and ${b} go together differs by ${called(by.name)}: ${said(pair.apart.most)}, ${said(pair.apart.least)}`;
}
