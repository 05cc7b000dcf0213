import type { Condition, Segmentation, SegmentProfile } from '../../engine/index';
import { conditionsInWords } from './own-rules';

type Told = Pick<Segmentation, 'features' | 'rules' | 'edited'>;
type Named = Pick<SegmentProfile, 'name'>;

/** The person's rules that made a segment, with their place among all; none where it was made or changed otherwise. */
const rulesOf = ({ name }: Named, { rules, edited }: Told) =>
  (edited ? [] : (rules?.rules ?? [])).flatMap((rule, place) =>
    rule.name === name && rule.when.length > 0 ? [{ ...rule, place }] : [],
  );

/** "spent at least €2,800", for those who meet no rule before it; null where no rule made the segment. */
export function madeByWords(segment: Named, segmentation: Told): string | null {
  const own = rulesOf(segment, segmentation);
  if (own.length === 0) return null;
  const said = own.map(({ when }) => conditionsInWords(when, segmentation.features)).join('; or ');
  return own[0]!.place === 0 ? said : `${said}; and no rule before it`;
}

/** The rule as bounds that other programs take; null where it is not made of bounds alone. */
export function boundsOfRule(segment: Named, segmentation: Told): Condition[] | null {
  const own = rulesOf(segment, segmentation);
  const [first] = own;
  if (!first || own.length > 1 || first.place > 0) return null;
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
