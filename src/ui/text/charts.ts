import type { FeatureSummary, Segmentation, SegmentProfile } from '../../engine/index';
import { FIRST_FACE, type MapFace } from '../charts/map-face';
import type { AxisWords } from '../charts/map-look';
import { heatRows, type HeatCell, type HeatRow } from '../charts/heat';
import type { InertiaPoint } from '../charts/inertia';
import { segmentLetter } from '../parts/segment-letter';
import { isLastOrder, moneyNoun } from './cards';
import { withinSentence } from './in-sentence';
import { wholePercents } from './shares';
import { isAllSpent, spentWithin } from './spending';
import { brokenBend } from './no-segments';
import {
  count,
  counted,
  figure,
  fixed,
  inUnit,
  inWords,
  inWordsCapital,
  listed,
  money,
  number,
  share,
} from './format';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What one column of the mosaic says of a whole: "Revenue". */
export const wholeTitle = (segmentation: Segmentation): string => capital(moneyNoun(segmentation));

/** "Of every 100 earned, 67 come from 18 customers in 100". */
export function mosaicTitle({ segments, grain }: Segmentation): string {
  const customers = wholePercents(segments.map((segment) => segment.share));
  const revenue = segments.flatMap(({ revenueShare }) => (revenueShare === null ? [] : [revenueShare]));
  if (revenue.length < segments.length) {
    const largest = customers.indexOf(Math.max(...customers));
    const { id, name } = segments[largest]!;
    // A name of two parts would read like a list.
    const where = name.includes(',') ? `segment ${segmentLetter(id)}` : name;
    return `Of every 100 customers, ${customers[largest]} are in ${where}`;
  }
  const from = `${customers[0]} ${customers[0] === 1 ? 'customer' : 'customers'} in 100`;
  return `Of every 100 ${grain === 'orders' ? 'earned' : 'spent'}, ${wholePercents(revenue)[0]} come from ${from}`;
}

export function mosaicLine(segmentation: Segmentation): string {
  return segmentation.money === null
    ? 'One tile is 1\u00a0% of customers'
    : `One tile is 1\u00a0% of customers (left) or of ${moneyNoun(segmentation)} (right)`;
}

/** The wholes, and segments that no tile stands for. */
export function mosaicNote(
  segmentation: Segmentation,
  withoutTile: readonly SegmentProfile[],
  onlyReturned = 0,
): string {
  const { customers, revenue, currency = null, grain, money: column } = segmentation;
  const whole =
    revenue === null
      ? ''
      : ` and ${money(revenue, currency)} ${grain === 'orders' ? 'of revenue' : 'spent'}${currency === null ? ', in the file’s currency' : ''}`;
  const named = column !== null && grain === 'customers' ? ` (${withinSentence(column.label)})` : '';
  const missing = withoutTile.map(({ name: whole, size, revenueShare }) => {
    const name = whole.includes(',') ? `“${whole}”` : whole;
    if (size === 0) return `nobody is in ${name}`;
    return revenueShare !== null && revenueShare <= 0
      ? `${name} brings nothing after returns`
      : `${name} is less than a tile`;
  });
  const tail = missing.length === 0 ? '' : ` ${capital(listed(missing))}.`;
  const aside =
    onlyReturned === 0
      ? ''
      : ` ${counted(onlyReturned, 'customer')} who only returned ${onlyReturned === 1 ? 'is' : 'are'} set aside.`;
  return `Shares are of ${counted(customers, 'customer')}${whole}${named}.${aside}${tail}`;
}

/** Two significant figures: "3.1×", "0.79×"; deviations as "+0.8 sd". */
export function heatText({ value }: HeatCell, { by }: Pick<HeatRow, 'by'>): string {
  // A segment that was learnt before may have nobody in this file.
  if (!Number.isFinite(value)) return '–';
  if (by === 'deviation') return `${value > 0 ? '+' : ''}${fixed(value, 1)}\u00a0sd`;
  return `${twoFigures(value)}×`;
}

function twoFigures(value: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(2)))));
  return fixed(Number(value.toPrecision(2)), Math.min(4, Math.max(0, 1 - size)));
}

/** Gaps narrower than these ratios are not worth a title. */
const TELLING_RATIO = 1.25;

/** "Champions order 3.1 times as often and spend 3.8 times as much as the average". */
export function heatTitle(segmentation: Segmentation): string {
  const { features, segments } = segmentation;
  const best = segments[0]!;
  const only = features.find(({ column }) => {
    const { here, elsewhere } = best.flags?.[column] ?? {};
    return here === 1 && elsewhere === 0;
  });
  if (only) return `All of segment A are ${withinSentence(only.label)}, nobody else is`;
  const size = (ratio: number) => Math.abs(Math.log(Math.max(ratio, 0.01)));
  const told = features
    .flatMap((feature) => {
      const ratio = best.index[feature.column] ?? null;
      return ratio === null || feature.meaning === 'recency' ? [] : [{ feature, ratio }];
    })
    .filter(({ ratio }) => size(ratio) >= Math.log(TELLING_RATIO))
    .sort((a, b) => size(b.ratio) - size(a.ratio))
    .slice(0, 2);
  if (told.length === 0) return widestTitle(segmentation);
  const isRfm =
    best.rfm !== null &&
    told.every(({ feature }) => feature.meaning === 'frequency' || spendingSpan(feature) !== null);
  return isRfm ? rfmTitle(best, told) : `Segment A stands out: ${timesAverage(told)}`;
}

/** What the map shows where nothing stands out in the first segment: the column in which averages lie farthest apart. */
function widestTitle(segmentation: Segmentation): string {
  const rows = heatRows(segmentation).map(({ label, by, cells }) => {
    const values = cells.map(({ value }) => value).filter(Number.isFinite);
    return { label, by, low: Math.min(...values), high: Math.max(...values) };
  });
  const ratios = rows.filter(({ by }) => by === 'ratio');
  const gap = ({ by, low, high }: (typeof rows)[0]) =>
    by === 'ratio' ? Math.log(Math.max(high, 0.01) / Math.max(low, 0.01)) : high - low;
  const [widest] = (ratios.length > 0 ? ratios : rows).sort((a, b) => gap(b) - gap(a));
  if (!widest || !(gap(widest) > 0)) return 'How the averages differ';
  const print = (value: number) =>
    widest.by === 'ratio' ? twoFigures(value) : `${value > 0 ? '+' : ''}${fixed(value, 1)}`;
  const [low, high] = [print(widest.low), print(widest.high)];
  if (low === high) return 'The averages of the segments hardly differ';
  const unit = widest.by === 'ratio' ? 'times the average' : 'sd from the average';
  return `Averages lie farthest apart in ${withinSentence(widest.label)}: ${low} to ${high} ${unit}`;
}

/** Of money spent, the time it was spent in; "" where it is all, null where it is neither. */
const spendingSpan = (feature: FeatureSummary): string | null =>
  feature.meaning === 'money' && !feature.part ? '' : spentWithin(feature);

interface Told {
  feature: FeatureSummary;
  ratio: number;
}

function rfmTitle({ id, name }: SegmentProfile, told: readonly Told[]): string {
  const ordered = [...told].sort(
    (a, b) => Number(a.feature.meaning === 'money') - Number(b.feature.meaning === 'money'),
  );
  // A name of two parts would read like a list.
  const [who, s] = name.includes(',') ? [`Segment ${segmentLetter(id)}`, 's'] : [name, ''];
  const clauses = ordered.map(({ feature, ratio }) =>
    feature.meaning === 'frequency'
      ? `order${s} ${twoFigures(ratio)} times as often`
      : `spend${s} ${twoFigures(ratio)} times as much${spendingSpan(feature)}`,
  );
  return `${who} ${listed(clauses)} as the average`;
}

/** "2.4 times the average in fruits, 2.1 times in wines"; "… in fruits and fish products" where both are the same. */
function timesAverage(told: readonly Told[]): string {
  const byRatio = new Map<string, string[]>();
  for (const { feature, ratio } of told) {
    const figure = twoFigures(ratio);
    byRatio.set(figure, [...(byRatio.get(figure) ?? []), labelIn(feature)]);
  }
  return [...byRatio]
    .map(([ratio, labels], i) => `${ratio} times${i === 0 ? ' the average' : ''} in ${listed(labels)}`)
    .join(', ');
}

const labelIn = (feature: FeatureSummary): string => {
  const within = spentWithin(feature);
  return within === null ? withinSentence(feature.label) : `what they spent${within}`;
};

export const HEAT_LINE = 'Average of each segment divided by the average of all customers';

export function heatNote(segmentation: Segmentation, rows: readonly HeatRow[]): string[] {
  const recency = segmentation.features.find(({ meaning }) => meaning === 'recency');
  const ratios = rows.some(({ by }) => by === 'ratio');
  const deviations = rows.some(({ by }) => by === 'deviation');
  return [
    ...(recency ? [`For ${withinSentence(recency.label)}, less is more recent.`] : []),
    ...(ratios ? ['Each number is printed; colours stop at a quarter and at 4 times.'] : []),
    ...(deviations ? ['Where the average is 0 or below: distance from it in standard deviations (sd).'] : []),
  ];
}

/** "4.3 orders", "1,910", "93 days". */
export function averageText(
  { mean, meaning, unit, flag }: FeatureSummary,
  segmentation: Segmentation,
): string {
  if (flag) return share(mean);
  if (unit === '%') return figure(mean, unit, 1);
  if (meaning === 'money' && Math.abs(mean) >= 10_000) return money(mean, unit ?? null);
  const text = Math.abs(mean) >= 10 ? number(mean, 0) : number(mean, 1);
  if (isLastOrder({ meaning } as FeatureSummary, segmentation)) return `${text}\u00a0days`;
  return meaning === 'frequency' && segmentation.grain === 'orders'
    ? `${text}\u00a0orders`
    : inUnit(text, unit ?? null);
}

/** A loading from this size on names an axis. */
const TELLING_LOADING = 0.4;
const MOST_WORDS = 3;

interface AxisPart {
  more: string;
  less: string;
}

/** What grows along a component, the strongest first; the two strongest where none is strong. */
function axisParts(segmentation: Segmentation, component: number): AxisPart[] {
  const { features, pca } = segmentation;
  const loaded = features
    .map((feature) => ({ feature, weight: pca?.loadings[feature.column]?.[component] ?? 0 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const strong = loaded.filter(({ weight }) => Math.abs(weight) >= TELLING_LOADING).slice(0, MOST_WORDS);
  return (strong.length > 0 ? strong : loaded.slice(0, 2)).map(({ feature, weight }) => {
    const [more, less] = growthWords(feature, segmentation);
    return weight >= 0 ? { more, less } : { more: less, less: more };
  });
}

function growthWords(feature: FeatureSummary, segmentation: Segmentation): [string, string] {
  const { meaning, flag, label: name } = feature;
  const label = withinSentence(name);
  if (meaning === 'recency') return ['longer ago', 'more recent'];
  if (isAllSpent(feature, segmentation)) return ['more money', 'less money'];
  if (meaning === 'money') return [`more ${label}`, `less ${label}`];
  if (flag) return [`more often ${label}`, `less often ${label}`];
  const counts = meaning === 'count' || meaning === 'frequency';
  return counts ? [`more ${label}`, `fewer ${label}`] : [`higher ${label}`, `lower ${label}`];
}

/** The ends of the axes; where it is narrow, the strongest part only. */
export function axisWords(
  segmentation: Segmentation,
  narrow: boolean,
  { across, up }: MapFace = FIRST_FACE,
): AxisWords {
  const end = (component: number, side: keyof AxisPart) => {
    const parts = axisParts(segmentation, component).slice(0, narrow ? 1 : MOST_WORDS);
    return capital(parts.map((part) => part[side]).join(', '));
  };
  return {
    left: end(across, 'less'),
    right: end(across, 'more'),
    up: end(up, 'more'),
    down: end(up, 'less'),
  };
}

/** "Left to right: more orders, more money, more recent (74 % of all differences). Up: longer ago, more money (19 %)". */
export function mapTitle(segmentation: Segmentation, { across, up }: MapFace = FIRST_FACE): string {
  const of = (component: number) => share(segmentation.pca?.explained[component] ?? 0);
  const words = (component: number) =>
    axisParts(segmentation, component)
      .map(({ more }) => more)
      .join(', ');
  return `Left to right: ${words(across)} (${of(across)} of all differences). Up: ${words(up)} (${of(up)})`;
}

/** "After three, each further segment explains little more". */
export function inertiaTitle(segmentation: Segmentation): string {
  const { elbow } = segmentation;
  const broken = brokenBend(segmentation);
  if (broken) return `The curve bends at ${inWords(broken.k)}, but ${inWords(broken.k)} segments do not hold`;
  return elbow === null || elbow < 2
    ? 'No number of segments stands out'
    : `After ${inWords(elbow)}, each further segment explains little more`;
}

export const INERTIA_LINE = 'Differences left inside the segments, as a share of all differences';

/** "Three: 39 % left". */
export const leftWords = ({ k, left }: InertiaPoint): string => `${inWordsCapital(k)}: ${share(left)} left`;

/** What the table of customers shows: all of them, or those of the segment that is chosen. */
export function customersTitle(
  { customers, segments }: Segmentation,
  chosen: SegmentProfile | null,
  which: 'all' | 'typical' | 'unusual' = 'all',
): string {
  if (chosen && which !== 'all') {
    const many = chosen[which].length;
    return `${chosen.name}: ${many === 1 ? 'a' : inWords(many)} ${which} ${many === 1 ? 'customer' : 'customers'}`;
  }
  if (chosen) return `${chosen.name}: ${counted(chosen.size, 'customer')} of ${count(customers)}`;
  return segments.length > 1 ? 'Every customer is in exactly one segment' : 'The customers';
}

/** Where the customers shown stand in their segment. */
export const someLine = (which: 'all' | 'typical' | 'unusual'): string =>
  which === 'typical'
    ? 'Nearest to the middle of their segment on the scale it was grouped by, the nearest first'
    : 'Farthest from the middle of their segment on the scale it was grouped by, the farthest first';

export const customersLine = (segmentation: Segmentation): string => {
  const net =
    segmentation.grain === 'orders' && segmentation.money ? '; money as in the file, net of returns' : '';
  return `${counted(segmentation.customers, 'customer')} in the order of the file${net}`;
};

export const CHART_FAILED =
  'The drawing could not be loaded; the table has the same numbers. Reload the page to try again.';

export const PICTURE_FAILED = 'The picture could not be made; the numbers (CSV) can be downloaded.';
