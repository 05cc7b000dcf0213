import type { Condition, Segmentation, SegmentProfile } from '../../engine/index';
import { conditionsInWords } from './own-rules';

type Told = Pick<Segmentation, 'features' | 'rules' | 'edited'>;
type Named = Pick<SegmentProfile, 'name'>;

/** The person's rules that made a segment, with their place among all; none where it was made or changed otherwise. */
const rulesOf = ({ name }: Named, { rules, edited }: Told) =>
  (edited ? [] : (rules?.rules ?? [])).flatMap((rule, place) =>
    rule.name === name && rule.when.length > 0 ? [{ ...rule, place }] : [],
  );

/** Whether the segment has those who meet none of the person's rules, and no others. */
const isOthers = (segment: Named, segmentation: Told): boolean =>
  !segmentation.edited &&
  segmentation.rules?.others === segment.name &&
  rulesOf(segment, segmentation).length === 0;

/** "all who meet none of your rules", the segment of those who meet none; null of every other one. */
export const othersWords = (segment: Named, segmentation: Told): string | null =>
  isOthers(segment, segmentation)
    ? `all who ${segmentation.rules!.rules.length === 1 ? 'do not meet your rule' : 'meet none of your rules'}`
    : null;

/** "spent at least €2,800", for those who meet no rule before it; null where no rule made the segment. */
export function madeByWords(segment: Named, segmentation: Told): string | null {
  const own = rulesOf(segment, segmentation);
  if (own.length === 0) return null;
  const said = own.map(({ when }) => conditionsInWords(when, segmentation.features));
  if (segmentation.rules!.others === segment.name) said.push('none of your rules');
  return `${said.join('; or ')}${own[0]!.place === 0 ? '' : '; and no rule before it'}`;
}

/** The bounds that other programs take to find a segment: those learnt, or of the rule that made it; null where that has other parts. */
export const boundsFor = (segment: Named & Pick<SegmentProfile, 'conditions'>, segmentation: Told) =>
  isOthers(segment, segmentation)
    ? null
    : rulesOf(segment, segmentation).length === 0
      ? segment.conditions
      : boundsOfRule(segment, segmentation);

/** The rule as bounds that other programs take; null where it is not made of bounds alone. */
export function boundsOfRule(segment: Named, segmentation: Told): Condition[] | null {
  const own = rulesOf(segment, segmentation);
  const [first] = own;
  if (!first || own.length > 1 || first.place > 0 || segmentation.rules!.others === segment.name) return null;
  const bounds = first.when.map(({ column, from, to }) => ({
    column,
    atLeast: from ?? null,
    atMost: to ?? null,
  }));
  const isBounds = (one: (typeof bounds)[number]): one is Condition =>
    typeof one.atLeast !== 'string' &&
    typeof one.atMost !== 'string' &&
    (one.atLeast !== null || one.atMost !== null);
  return bounds.every(isBounds) ? bounds : null;
}
