import type { FeatureSummary, FlagShares, Segmentation, SegmentProfile, Trait } from '../../engine/index';
import { effectWords, pointsWords } from './apart';
import { besideWords } from './beside';
import { flagLabel } from './flags';
import { count, counted, figure, fixed, listed, money, number, share } from './format';
import { withinSentence } from './in-sentence';
export { withinSentence };

/** What a file's money is called: orders bring revenue, a customer list knows what was spent. */
export const moneyNoun = ({ grain }: Pick<Segmentation, 'grain'>): string =>
  grain === 'orders' ? 'revenue' : 'spend';

/** "763 customers, £5.58 M". */
export function sizeLine({ size, revenue }: SegmentProfile, currency: string | null = null): string {
  const customers = counted(size, 'customer');
  return revenue === null ? customers : `${customers}, ${money(revenue, currency)}`;
}

/** "49 % of orders, 9,170"; empty where nothing counts them. */
export const ordersLine = ({ orders }: SegmentProfile, ofAll: string | undefined): string =>
  orders === null || ofAll === undefined ? '' : `${ofAll} of orders, ${count(orders)}`;

/** Order files: by recency, frequency and money; others: by the widest gaps, then worth. */
export function cardSentence(segment: SegmentProfile, segmentation: Segmentation): string {
  if (segment.size === 0) return 'Nobody in this file belongs here.';
  const frequency = featureOf(segmentation, 'frequency');
  return segment.rfm !== null && frequency !== undefined
    ? orderSentence(segment, segment.rfm, segmentation, frequency)
    : gapSentence(segment, segmentation);
}

const featureOf = ({ features }: Segmentation, meaning: FeatureSummary['meaning']) =>
  features.find((feature) => feature.meaning === meaning && !feature.part);

function orderSentence(
  segment: SegmentProfile,
  rfm: NonNullable<SegmentProfile['rfm']>,
  segmentation: Segmentation,
  frequency: FeatureSummary,
): string {
  const often = rfm.frequency >= 4;
  const orders = often ? 'Order often' : orderedWords(segment.means[frequency.column] ?? 0);
  const spends = spendWords(segment, segmentation, often);
  const days = featureOf(segmentation, 'recency');
  const beside = (days && segment.index[days.column]) ?? null;
  const lately = latelyWords(rfm.recency, often, beside !== null && beside < 0.95);
  const clauses = often ? [orders, spends, lately] : [orders, lately, spends];
  return `${clauses.filter((clause) => clause !== '').join(', ')}.`;
}

function orderedWords(meanOrders: number): string {
  if (meanOrders < 1.15) return 'Ordered once';
  return meanOrders <= 2 ? 'Ordered once or twice' : 'Ordered a few times';
}

/** By the fifth of the median customer; `sooner` where they were here later than the average says. */
function latelyWords(recency: number, often: boolean, sooner: boolean): string {
  if (often && recency === 3 && sooner) return 'were here later than the average';
  if (often)
    return recency >= 4 ? 'were here lately' : recency === 3 ? 'not seen for a while' : 'not seen for long';
  return recency >= 4 ? 'most of them lately' : recency === 3 ? 'a while ago' : 'long ago';
}

function spendWords(segment: SegmentProfile, segmentation: Segmentation, often: boolean): string {
  const spent = featureOf(segmentation, 'money');
  const ratio = spent === undefined ? null : (segment.index[spent.column] ?? null);
  if (spent === undefined || ratio === null) return '';
  const most =
    !segmentation.leftOut &&
    segmentation.segments.every((other) => (other.index[spent.column] ?? 0) <= ratio);
  if (ratio >= 1.5) return often ? (most ? 'spend most' : 'spend much') : 'large sums';
  return ratio <= 0.4 ? (often ? 'spend little' : 'small sums') : '';
}

/** A gap narrower than this many deviations is not worth a word. */
const TELLING_GAP = 0.3;

function gapSentence(segment: SegmentProfile, segmentation: Segmentation): string {
  // Without the distances nothing is known of gaps.
  if (segmentation.leftOut) return segmentation.segments.length < 2 ? '' : worthAmongShown(segment);
  const telling = byWidestGap(segment, toldOnce(segmentation.features))
    .filter(({ feature, gap }) => Math.abs(gap) >= TELLING_GAP && !nearAll(segment, feature))
    .slice(0, 2);
  const groups = new Map<string, string[]>();
  for (const { feature, gap } of telling) {
    const word = comparative(feature, gap);
    groups.set(word, [...(groups.get(word) ?? []), withinSentence(feature.label)]);
  }
  const clauses = [...groups].map(([word, labels]) => `${word} ${withoutSharedEnd(labels)}`);
  const gaps = clauses.length === 0 ? '' : `${listed(clauses)} than most`;
  const said = [gaps, worthWords(segment)].filter((part) => part !== '').join('; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** Within a few per cent of the average; a gap in deviations may still be wide where customers hardly differ. */
const nearAll = ({ index }: SegmentProfile, feature: FeatureSummary): boolean => {
  const ratio = index[feature.column] ?? null;
  const isYear = feature.meaning === 'other' && feature.mean >= 1900 && feature.mean <= 2100;
  return ratio !== null && ratio > 0.95 && ratio < 1.05 && !isYear;
};

function worthAmongShown(segment: SegmentProfile): string {
  const worth = worthWords(segment);
  return worth === '' ? '' : `${worth.charAt(0).toUpperCase()}${worth.slice(1)} among those shown.`;
}

/** The features of a segment, the widest gap to the average first. */
export function byWidestGap(segment: SegmentProfile, features: readonly FeatureSummary[]) {
  return features
    .map((feature) => ({ feature, gap: segment.deviations[feature.column] ?? 0 }))
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
}

function comparative({ meaning, flag }: FeatureSummary, gap: number): string {
  if (flag) return gap > 0 ? 'more often' : 'less often';
  if (meaning === 'count' || meaning === 'frequency') return gap > 0 ? 'more' : 'fewer';
  if (meaning === 'money') return gap > 0 ? 'more' : 'less';
  return gap > 0 ? 'higher' : 'lower';
}

/** "Deals purchases", "Web purchases" give "deals and web purchases". */
function withoutSharedEnd(labels: readonly string[]): string {
  const last = labels.at(-1)?.split(' ').at(-1);
  const shared =
    labels.length > 1 && labels.every((label) => label.includes(' ') && label.endsWith(` ${last}`));
  const cut = (label: string, i: number) =>
    shared && i < labels.length - 1 ? label.slice(0, -last!.length - 1) : label;
  return listed(labels.map(cut));
}

function worthWords({ revenueShare, share: ofCustomers }: SegmentProfile): string {
  if (revenueShare === null || ofCustomers <= 0) return '';
  const ratio = revenueShare / ofCustomers;
  if (ratio >= 1.95 && ratio < 2.05) return 'worth twice the average';
  if (ratio >= 1.5) return `worth ${number(ratio, 1)} times the average`;
  if (ratio >= 1.15) return 'worth more than the average';
  if (ratio >= 0.85) return 'worth about the average';
  return ratio >= 0.5 ? 'worth less than the average' : 'worth far less than the average';
}

export interface CardFact {
  column: string;
  label: string;
  /** The typical customer's figure. */
  value: string;
  /** What follows it: ", all 2". */
  rest: string;
  /** How far it lies apart: "Mean 14, of all 4.3 · Index 310 · d 2.0 above (1.9 to 2.1)"; may be empty. */
  apart: string;
}

const FACTS = 3;

/** Typical values beside those of all customers; where there are many features, those that tell most. */
export function cardFacts(segment: SegmentProfile, segmentation: Segmentation): CardFact[] {
  if (segment.size === 0) return [];
  return factFeatures(segment, segmentation).map((feature) => {
    const shares = feature.flag && segment.flags?.[feature.column];
    if (shares) return flagFact(feature, shares);
    const [value = '', all = ''] = alike(segment.medians[feature.column] ?? NaN, feature.median, feature);
    const { column, label } = feature;
    const apart = besideWords(feature, segment, segmentation.leftOut ? 'of all shown' : 'of all');
    if (!isLastOrder(feature, segmentation)) return { column, label, value, rest: `, all ${all}`, apart };
    const days = value === '1' ? ' day' : ' days';
    // Not broken: large figures come so near that it would stand on two lines.
    return { column, label: 'Last\u00a0order', value, rest: `${days} before the end, all ${all}`, apart };
  });
}

/** "Has a loan": 92 % here, 31 % elsewhere. */
function flagFact(feature: FeatureSummary, { here, elsewhere, apart }: FlagShares): CardFact {
  const print = (value: number) => (Number.isNaN(value) ? '·' : share(value));
  return {
    column: feature.column,
    label: flagLabel(feature),
    value: print(here),
    rest: ` here, ${print(elsewhere)} elsewhere`,
    apart: apart === null ? '' : pointsWords(apart),
  };
}

/** Two figures beside each other, with as many decimals: "2.7" and "3.0". */
function alike(one: number, other: number, feature: FeatureSummary): string[] {
  const figures = [one, other];
  const small = figures.every((value) => Math.abs(value) < 100);
  if (feature.meaning === 'money' || feature.unit || !small)
    return figures.map((value) => typical(value, feature));
  const decimals = Math.max(...figures.map(decimalsOf));
  return figures.map((value) => fixed(value, decimals));
}

/** Decimals that a small figure needs: two at most, from 10 up one. */
function decimalsOf(value: number): number {
  const most = Math.abs(value) >= 10 ? 1 : 2;
  const rounded = Number(value.toFixed(most));
  if (Number.isInteger(rounded)) return 0;
  return Number.isInteger(Number((rounded * 10).toFixed(6))) ? 1 : most;
}

const ORDER_OF_FACTS: readonly FeatureSummary['meaning'][] = ['frequency', 'money', 'recency'];

/** The features, the largest effect first; by the plain gap where effects are not known. */
function setApartMost(segment: SegmentProfile, features: readonly FeatureSummary[]): FeatureSummary[] {
  const size = ({ column }: FeatureSummary) => {
    const { here = NaN, elsewhere = NaN } = segment.flags?.[column] ?? {};
    // All here and nobody elsewhere: no effect can be told, and nothing sets them apart more.
    if (Math.abs(here - elsewhere) === 1) return 1e6 + here;
    return Math.abs(segment.effects[column]?.value ?? segment.deviations[column] ?? 0);
  };
  // As in the sentences: a small difference comes last, however few deviations there are.
  const small = (feature: FeatureSummary) => Number(nearAll(segment, feature) && size(feature) < 1e6);
  return [...features].sort((a, b) => small(a) - small(b) || size(b) - size(a));
}

/** Each thing once: a value, not its logarithm beside it. */
const toldOnce = (features: readonly FeatureSummary[]): FeatureSummary[] =>
  features.filter(({ repeats }) => repeats === undefined);

function factFeatures(segment: SegmentProfile, segmentation: Segmentation): FeatureSummary[] {
  const features = toldOnce(segmentation.features);
  if (features.length > FACTS || segment.rfm === null) return setApartMost(segment, features).slice(0, FACTS);
  const place = ({ meaning, part }: FeatureSummary) =>
    (part ? 0 : ORDER_OF_FACTS.indexOf(meaning) + 1) || FACTS + 1;
  return [...features].sort((a, b) => place(a) - place(b));
}

/** Whether a feature counts days back from the end of an order file. */
export const isLastOrder = ({ meaning }: FeatureSummary, { grain }: Pick<Segmentation, 'grain'>): boolean =>
  meaning === 'recency' && grain === 'orders';

/** A typical or average figure as its feature's unit wants it. */
export function typical(value: number, { meaning, unit, flag }: FeatureSummary): string {
  if (Number.isNaN(value)) return '·';
  if (flag && (value === 0 || value === 1)) return value === 1 ? 'yes' : 'no';
  if (unit === '%') return figure(value, unit, 1);
  if (meaning === 'money' || unit) return money(value, unit ?? null);
  const size = Math.abs(value);
  return size >= 100 || Number.isInteger(value)
    ? number(value, 0)
    : size >= 10
      ? number(value, 1)
      : number(value, 2);
}

const TOLD_TRAITS = 3;

/** Who they are, as the facts are told: "Teenhome, 1 or more" 76 %, all 48 %; "Income" 58,138, all 51,381. */
export function traitFacts(traits: readonly Trait[]): CardFact[] {
  return traits
    .slice(0, TOLD_TRAITS)
    .map(({ column, label: made, value, atLeast, segment, all, unit, effect = null }) => {
      const print = value !== null ? share : unit ? inTheirUnit(unit) : plainNumber;
      const label = traitLabel(made ?? columnInWords(column), value, atLeast ?? false);
      const apart = effect === null ? '' : value === null ? effectWords(null, effect) : pointsWords(effect);
      return { column, label, value: print(segment), rest: `, all ${print(all)}`, apart };
    });
}

const inTheirUnit = (unit: string) => (value: number) =>
  unit === '%' ? figure(value, unit, 1) : money(value, unit);

function traitLabel(label: string, value: string | null, atLeast: boolean): string {
  if (value === null) return label;
  if (atLeast) return `${label}, ${value} or more`;
  // Of a column of noughts and ones.
  return `${label}: ${value === '1' ? 'yes' : value}`;
}

/** Whole numbers of four digits, such as years, stay unbroken. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 10_000) return String(value);
  return Math.abs(value) >= 100 ? number(value, 0) : fixed(value, 1);
}

/** "Marital_Status" reads "Marital status". */
function columnInWords(name: string): string {
  const words = name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').split(/[\s_.]+/u);
  const lowered = words.map((word) => (/^\p{Lu}{2,}/u.test(word) ? word : word.toLowerCase())).join(' ');
  return lowered.charAt(0).toUpperCase() + lowered.slice(1);
}
