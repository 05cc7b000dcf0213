import type { FeatureSummary } from '../../engine/index';
import { withinSentence } from './in-sentence';

type Named = Pick<FeatureSummary, 'label'>;

/** "Salary: medium", of a column that was made of the kinds of another. */
const KIND = /^(.+?): (.+)$/u;
/** Names that say themselves what is so. */
const SAYS = /^(is|has|have|had|was|were|did|does|can|wants|takes|took|uses|owns|accepted|opted)\b/iu;

/** "Has a loan", "Salary: medium", "Is active": what is so where such a column holds 1. */
export const flagLabel = ({ label }: Named): string =>
  KIND.test(label) || SAYS.test(label) ? label : `Has ${withinSentence(label)}`;

/** "loan: yes", "salary: not medium". */
export function flagCondition({ label }: Named, is: boolean): string {
  const kind = KIND.exec(label);
  if (!kind) return `${withinSentence(label)}: ${is ? 'yes' : 'no'}`;
  return `${withinSentence(kind[1]!)}: ${is ? '' : 'not '}${kind[2]!}`;
}

/**
 * What bounds ask of a column that is 0 or 1: that it is so, or not so; null where they ask for neither.
 */
export function flagAsked(atLeast: number | null, atMost: number | null): boolean | null {
  if (atLeast !== null && atLeast > 0) return true;
  return atMost !== null && atMost < 1 ? false : null;
}
