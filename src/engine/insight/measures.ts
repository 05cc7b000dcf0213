import type { ColumnTable } from 'arquero';
import type { Pieces } from '../pieces';
import { log } from '../stats/logarithm';
import { numbers } from '../table/table';
import type { FeatureInfo } from './feature-info';
import { isSmallRatio, isYears } from './small-difference';
import { isFlag } from './is-flag';
import { segmentMoments } from './segment-effects';

/** Something that can set segments apart, with the words for both directions. */
export interface Measure {
  /** By segment id: mean minus overall mean, in overall deviations; 0 where there is none. */
  gaps: Float64Array;
  /** By segment id: its mean is about the mean of all, too near to be called high or low. */
  near?: readonly boolean[];
  /** Words for a segment beside all customers; lower case. */
  high: string;
  low: string;
  /** Words for a segment beside others of the same name. */
  more: string;
  less: string;
  /** Whether it may stand in a name by itself; else it only tells segments of one name apart. */
  named: boolean;
}

/** The features as measures, and with orders and money the size of a basket in the place of money. */
export function* measuresOf(
  table: ColumnTable,
  features: readonly FeatureInfo[],
  labels: Uint8Array,
  k: number,
): Pieces<Measure[]> {
  const baskets = basketSizes(table, features);
  yield;
  const money = allSpent(features);
  const measures: Measure[] = [];
  for (const feature of features) {
    if (baskets && feature === money)
      measures.push({ gaps: gapsOf(baskets, labels, k), ...BASKET, named: true });
    else {
      const gaps = gapsOf(numbers(table, feature.scaled), labels, k);
      yield;
      const near = nearTheMean(numbers(table, feature.column), feature, labels, k);
      measures.push({ gaps, near, ...wordsFor(table, feature), named: true });
    }
    yield;
  }
  if (!baskets || !money) return measures;
  return [...measures, { gaps: gapsOf(numbers(table, money.scaled), labels, k), ...SPENDERS, named: false }];
}

const BASKET = { high: 'big baskets', low: 'small baskets', more: 'big baskets', less: 'small baskets' };
const SPENDERS = { high: 'big spenders', low: 'small spenders', more: 'spent more', less: 'spent less' };

const allSpent = (features: readonly FeatureInfo[]): FeatureInfo | undefined =>
  features.find(({ meaning, part }) => meaning === 'money' && !part);

/** The log of money per order, blank where nothing positive was spent; null without both features. */
function basketSizes(table: ColumnTable, features: readonly FeatureInfo[]): Float64Array | null {
  const money = allSpent(features);
  const orders = features.find(({ meaning }) => meaning === 'frequency');
  if (!money || !orders) return null;
  const counts = numbers(table, orders.column);
  const spent = numbers(table, money.column);
  const sizes = new Float64Array(spent.length);
  for (let row = 0; row < sizes.length; row++)
    sizes[row] = spent[row]! > 0 ? log(spent[row]! / counts[row]!) : NaN;
  return sizes;
}

/** By id, whether the mean of a segment is within a few per cent of that of all. */
function nearTheMean(
  values: Float64Array,
  { meaning }: FeatureInfo,
  labels: Uint8Array,
  k: number,
): boolean[] {
  const [all, ...parts] = segmentMoments(values, labels, k);
  const deviation = Math.sqrt(all!.squares / all!.count);
  if (!(all!.mean > 0) || isYears({ meaning, mean: all!.mean, deviation })) return [];
  return [true, ...parts.map(({ mean }) => isSmallRatio(mean / all!.mean))];
}

/** By id, 0 for all labelled rows: mean minus overall mean, in deviations (divisor n); blanks are skipped. */
function gapsOf(values: Float64Array, labels: Uint8Array, k: number): Float64Array {
  const counts = new Float64Array(k + 1);
  const means = new Float64Array(k + 1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const id = labels[row]!;
    if (id === 0 || Number.isNaN(value)) continue;
    counts[0]!++;
    counts[id]!++;
    means[0]! += value;
    means[id]! += value;
  }
  for (let id = 0; id <= k; id++) means[id]! /= counts[id]!;
  const overall = means[0]!;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const away = values[row]! - overall;
    if (labels[row] !== 0 && !Number.isNaN(away)) squares += away * away;
  }
  const deviation = Math.sqrt(squares / counts[0]!);
  return means.map((mean) => (deviation > 0 && !Number.isNaN(mean) ? (mean - overall) / deviation : 0));
}

function wordsFor(
  table: ColumnTable,
  { meaning, part, label, column }: FeatureInfo,
): Pick<Measure, 'high' | 'low' | 'more' | 'less'> {
  if (meaning === 'recency') {
    return { high: 'not here lately', low: 'here lately', more: 'longer ago', less: 'more recent' };
  }
  if (part && label.startsWith('Spent ')) {
    const within = label.slice('Spent'.length);
    return Object.fromEntries(
      Object.entries(SPENDERS).map(([side, words]) => [side, `${words}${within}`]),
    ) as typeof SPENDERS;
  }
  const noun = /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  if (isFlag(numbers(table, column)))
    return {
      high: `often ${noun}`,
      low: `seldom ${noun}`,
      more: `more often ${noun}`,
      less: `less often ${noun}`,
    };
  return meaning === 'count' || meaning === 'frequency'
    ? { high: `many ${noun}`, low: `few ${noun}`, more: `more ${noun}`, less: `fewer ${noun}` }
    : { high: `high ${noun}`, low: `low ${noun}`, more: `higher ${noun}`, less: `lower ${noun}` };
}
