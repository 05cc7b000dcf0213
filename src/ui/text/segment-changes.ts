import type { Segmentation, SegmentProfile } from '../../engine/index';
import { counted, inWords, inWordsCapital, listed, share } from './format';
import { moneyNoun } from './cards';
import { wholePercents } from './shares';

/** "Together 57 % of customers and 92 % of revenue." */
export function togetherSentence(chosen: readonly SegmentProfile[], segmentation: Segmentation): string {
  if (chosen.length < 2) return 'Choose at least one.';
  const { segments } = segmentation;
  const known = segments.every(({ revenueShare }) => revenueShare !== null);
  const revenue = together(chosen, segments, ({ revenueShare }) => revenueShare ?? 0);
  const customers = together(chosen, segments, (segment) => segment.share);
  const money = known ? ` and ${revenue} of ${moneyNoun(segmentation)}` : '';
  return `Together ${customers} of customers${money}.`;
}

/** The sum of what is printed beside each; where that comes to nothing or to all, in words. */
function together(
  chosen: readonly SegmentProfile[],
  segments: readonly SegmentProfile[],
  of: (segment: SegmentProfile) => number,
): string {
  const percents = wholePercents(segments.map(of));
  const sum = segments.reduce((all, segment, i) => all + (chosen.includes(segment) ? percents[i]! : 0), 0);
  const exact = chosen.reduce((all, segment) => all + of(segment), 0);
  return share(sum <= 0 || sum >= 100 ? exact : sum / 100);
}

export const mergedSentence = (chosen: readonly SegmentProfile[]): string =>
  `${listed(chosen.map(({ name }) => name))} ${chosen.length > 1 ? 'are' : 'is'} one segment now.`;

export const splitSentence = ({ name }: SegmentProfile, parts: number): string =>
  `${name} ${parts === 2 ? 'is two segments' : `is ${inWords(parts)} segments`} now.`;

export const SPLIT_NOTE =
  'Its customers are grouped among themselves by k-means, in the same columns. The other segments stay as they are; letters go by worth.';

export const PIN_LABEL = 'Keep name, letter and colour';

export const pinnedSentence = (name: string, on: boolean): string =>
  on
    ? `${name} keeps its name, letter and colour when segments are learnt again.`
    : `${name} is named and lettered by the rules again.`;

/** Why there are as many segments as there are, where they were changed by hand. */
export const editedWords = (grouped: number): string =>
  `${inWordsCapital(grouped)} ${grouped === 1 ? 'was' : 'were'} found; changes by hand made the rest. Each change is a step of the recipe.`;

/** Those who stand in a group of their own, and why to look at them. */
export function apartSentence({ apart, segments }: Segmentation): string {
  const group = segments.find(({ id }) => id === apart?.id);
  if (!group || group.size === 0) return '';
  const stand = group.size === 1 ? 'is out of the ordinary and stands' : 'are out of the ordinary and stand';
  return `${counted(group.size, 'customer')} ${stand} apart.`;
}

/** What to do with them. */
export const APART_DO =
  'Look at them one by one before you leave them out: the best customers are often among them.';

/** Beside the choice of a number. */
export const startsOver = (grouped: number): string =>
  `${counted(grouped, 'segment')} before the changes by hand. Another number undoes them.`;

/** The segmentation with the number that was found, before the changes by hand. */
export const asFound = (segmentation: Segmentation): Segmentation => ({
  ...segmentation,
  k: segmentation.grouped ?? segmentation.k,
});
