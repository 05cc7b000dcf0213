import type { Headline, HeadlineSplit } from '../../engine/index';
import { called } from './called';
import { counted, share } from './format';
import { measureName } from './measure';
import { groupName, named, type GroupedBy } from './split';

const sum = (totals: readonly number[]): number => totals.reduce((all, one) => all + one, 0);

/** The finding: who brings most. "Segment A brings 67 % of the money" */
export function headlineGroupsTitle(
  { groups }: HeadlineSplit,
  { measure, totals }: Pick<Headline, 'measure' | 'totals'>,
  by: GroupedBy,
): string {
  const known = groups.filter(({ level }) => level !== null);
  const best = known.reduce((most, one) => (sum(one.totals) > sum(most.totals) ? one : most), known[0]!);
  const name = called(groupName(named(by, best.level)));
  const part = share(sum(best.totals) / sum(totals));
  return measure.length > 0 ? `${name} brings ${part} of the money` : `${name} has ${part} of the rows`;
}

export const headlineGroupsLine = (headline: Headline): string =>
  `${measureName(headline)} by ${headline.unit} of ${headline.date}, in percent of each group; the fainter line is all rows`;

export const headlineGroupsNote = ({ ungrouped }: HeadlineSplit, by: GroupedBy): string =>
  ungrouped > 0
    ? `${counted(ungrouped, 'row')} ${by.kind === 'segment' ? 'of customers in no segment' : `without ${by.name}`} left out of the groups.`
    : '';
