import type { Condition, Segmentation, SegmentProfile } from '../../engine/index';
import { isLastOrder, typical } from './cards';
import { withinSentence } from './in-sentence';
import { flagAsked, flagCondition } from './flags';
import { share } from './format';
import { madeByWords, othersWords } from './made-by-rule';
import { sharesInWords } from './shares';
import { isAllSpent, spentWithin } from './spending';

type Told = Pick<Segmentation, 'features' | 'grain'>;

/** "at least 6 orders, last order within 60 days"; empty without conditions. */
export const ruleWords = ({ conditions }: Pick<SegmentProfile, 'conditions'>, segmentation: Told): string =>
  conditions.flatMap((condition) => conditionWords(condition, segmentation)).join(', ');

/** "At least 6 orders, last order within 60 days, at least 1,000 spent: right for 89 %, finds 88 %, covers 17 % of all." The rule itself where the person's own made it. Empty without conditions. */
export function recogniseSentence(
  segment: SegmentProfile,
  segmentation: Told & Pick<Segmentation, 'segments' | 'rules' | 'edited'>,
): string {
  const others = othersWords(segment, segmentation);
  if (others !== null) return `${capital(others)}.`;
  const own = madeByWords(segment, segmentation);
  if (own !== null) return `${capital(own)}: your own rule.`;
  const sentence = ruleWords(segment, segmentation);
  if (sentence === '') return '';
  const quality = `right for\u00a0${share(segment.precision)}, finds\u00a0${share(segment.recall)}, covers\u00a0${coveredWords(segment, segmentation)} of all`;
  return `${capital(sentence)}: ${quality}.`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A rule that finds the segment and nobody else covers what the segment is. */
const coveredWords = (
  { id, precision, recall, covered }: SegmentProfile,
  segmentation: Pick<Segmentation, 'segments'>,
): string =>
  (precision === 1 && recall === 1 && sharesInWords(segmentation).customers.get(id)) || share(covered);

function conditionWords(condition: Condition, segmentation: Told): string[] {
  const feature = segmentation.features.find(({ column }) => column === condition.column);
  if (feature === undefined || (condition.atLeast === null && condition.atMost === null)) return [];
  if (feature.flag) {
    const is = flagAsked(condition.atLeast, condition.atMost);
    return is === null ? [] : [flagCondition(feature, is)];
  }
  const [least, most] = [condition.atLeast, condition.atMost].map(
    (value) => value && typical(value, feature),
  );
  const bounds = { least: least === 0 ? '0' : least, most: most === 0 ? '0' : most };
  if (isLastOrder(feature, segmentation)) return [lastOrderWords(bounds)];
  if (feature.meaning === 'frequency' && segmentation.grain === 'orders')
    return [`${range(bounds)} ${nounFor(bounds, 'orders')}`];
  if (isAllSpent(feature, segmentation)) return [`${range(bounds)} spent`];
  if (spentWithin(feature) !== null) return [`${range(bounds)} spent${spentWithin(feature)}`];
  const label = withinSentence(feature.label);
  return [
    feature.meaning === 'count' || feature.meaning === 'frequency'
      ? `${range(bounds)} ${nounFor(bounds, label)}`
      : `${label} ${range(bounds)}`,
  ];
}

interface Bounds {
  least: string | null | undefined;
  most: string | null | undefined;
}

/** "orders", or "order" behind a 1. Other columns are called as the file calls them. */
const nounFor = ({ least, most }: Bounds, label: string): string =>
  (most ?? least) === '1' ? label.replace(/^orders(?=$| in the last )/, 'order') : label;

function range({ least, most }: Bounds): string {
  if (least == null) return `at most ${most}`;
  if (most == null) return `at least ${least}`;
  return least === most ? `exactly ${least}` : `${least} to ${most}`;
}

function lastOrderWords({ least, most }: Bounds): string {
  if (least == null) return `last order within ${most} days`;
  const from = most == null ? `at least ${least}` : `${least} to ${most}`;
  return `last order ${from} days before the end`;
}
