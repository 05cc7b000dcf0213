import { LEAST_CUSTOMERS } from './nameless';

/** How many there are of what an answer may number or count. */
export interface Counted {
  segments: number;
  features: number;
}

const SEGMENTS = 'segments?|groups?|clusters?';
const FEATURES = 'features?|columns?|rows?|kinds?';
/** "Segments 1, 2 and 3": those before are of the same list. */
const LIST = String.raw`(?:\d+(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[–-]\s?))*`;
/** What may stand between a number and what it counts: "the 2 largest segments", "3 of the 4 segments". */
const BETWEEN = String.raw`(?:(?:out\s)?of\s(?:(?:the|its|our|these|all)\s)?(?:\d+\s)?)?(?:(?:customer|different|distinct|other|remaining|main|biggest|largest|smallest|larger|smaller|small|large|best|strongest|weakest)\s)?`;
const named = (nouns: string): RegExp => new RegExp(String.raw`\b(?:${nouns})\s${LIST}$`, 'i');
const counts = (nouns: string): RegExp => new RegExp(String.raw`^\s${BETWEEN}(?:${nouns})\b`, 'i');

const OF_SEGMENTS = [named(SEGMENTS), counts(SEGMENTS)];
const OF_FEATURES = [named(FEATURES), counts(FEATURES)];
const ORDINAL = /^(?:st|nd|rd|th)\b/i;
const RANK_BEFORE = /(?:\b(?:top|bottom)[\s-]|#|\bno\.\s?|\branked\s)$/i;
/** "The top 3 orders" are no rank. */
const THING = /^\s(?:%|orders?|days?|weeks?|months?|years?|times|customers?)\b/i;

/**
 * Whether a whole number names or counts segments or features, as many as there are, and so measures nothing: "Segment 3", "top 3",
 * "2nd", "the other 3 segments".
 */
export function isReference(value: number, before: string, after: string, counted: Counted): boolean {
  const { segments, features } = counted;
  if (value < 1) return false;
  if (fits(OF_SEGMENTS, before, after)) return value <= segments;
  if (fits(OF_FEATURES, before, after)) return value <= features;
  if (ORDINAL.test(after) || (RANK_BEFORE.test(before) && !THING.test(after)))
    return value <= Math.max(segments, features);
  return isLeast(value, before, after);
}

const fits = ([name, count]: readonly RegExp[], before: string, after: string): boolean =>
  name!.test(before) || count!.test(after);

/** What the picture says of how few customers are not drawn. */
const isLeast = (value: number, before: string, after: string): boolean =>
  value === LEAST_CUSTOMERS &&
  (/^\sor more customers\b/.test(after) ||
    (/\b(?:fewer|less) than\s$/i.test(before) && /^\scustomers\b/.test(after)));
