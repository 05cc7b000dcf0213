import type { ColumnTable } from 'arquero';
import { atOnce, type Pieces } from '../pieces';
import { levelAmong } from '../stats/levels';
import { medianByOrder } from '../stats/select';
import { numbers } from '../table/table';
import type { FeatureInfo } from './feature-info';
import { mapA } from './map-a';
import { measuresOf, type Measure } from './measures';
import type { SegmentProfile } from './segmentation';
import { makeUnique } from './unique-names';

/** What a segment is called, and its place on the RFM map where it has one. */
export type SegmentName = Pick<SegmentProfile, 'name' | 'rfm'>;

/** A gap below a quarter of a deviation says nothing about a segment. */
const REAL_GAP = 0.25;

/**
 * Names k segments, in the order of their ids; no two names are alike.
 * With a recency and a frequency among the features: map A on the median customer's fifths (tie-safe, over all
 * customers). Else the two widest gaps between a segment's mean and the overall mean, in deviations of the scaled
 * column; a mean within 5 % of that of all is neither high nor low. Names that fall together add what sets those segments apart from one another, at last a number.
 * **Shape**: `labels` has one id per row, 1 to k, or 0 for a row in no segment.
 */
export const nameSegments = (...named: Named): SegmentName[] => atOnce(naming(...named));

type Named = [table: ColumnTable, features: readonly FeatureInfo[], labels: Uint8Array, k: number];

/** The same, giving way now and then. */
export function* naming(...[table, features, labels, k]: Named): Pieces<SegmentName[]> {
  if (k === 1) return [{ name: 'All customers', rfm: null }];
  const measures = yield* measuresOf(table, features, labels, k);
  const places = yield* rfmPlaces(table, features, labels, k);
  const ids = Array.from({ length: k }, (_, i) => i + 1);
  const first = ids.map((id) => places[id - 1]?.cell ?? nameByGaps(measures, id));
  return makeUnique(first, measures).map((name, i) => ({ name, rfm: places[i] ?? null }));
}

/** R and F digits and map name of each segment's median customer; empty without recency or frequency. */
export function* rfmPlaces(...[table, features, labels, k]: Named): Pieces<SegmentName['rfm'][]> {
  const recency = yield* medianFifths(table, features, 'recency', -1, labels, k);
  const frequency = yield* medianFifths(table, features, 'frequency', 1, labels, k);
  if (!recency || !frequency) return [];
  return recency.map((fifth, i) => {
    const digits = { recency: fifth, frequency: frequency[i]! };
    return fifth === 0 || digits.frequency === 0
      ? null
      : { ...digits, cell: mapA(digits.recency, digits.frequency) };
  });
}

function* medianFifths(
  table: ColumnTable,
  features: readonly FeatureInfo[],
  meaning: FeatureInfo['meaning'],
  direction: 1 | -1,
  labels: Uint8Array,
  k: number,
): Pieces<number[] | null> {
  const feature = features.find((candidate) => candidate.meaning === meaning);
  if (!feature) return null;
  const column = numbers(table, feature.column);
  const parts = partsOf(column, direction, labels, k);
  const [all, ...own] = parts as [Float64Array, ...Float64Array[]];
  const fifths: number[] = [];
  for (const part of own) {
    yield;
    fifths.push(levelAmong(all, medianByOrder(part), 5));
  }
  yield;
  return fifths;
}

/** Values times `direction`, without blanks: first those of all labelled rows, then those of each segment. */
function partsOf(column: Float64Array, direction: number, labels: Uint8Array, k: number): Float64Array[] {
  const counts = new Uint32Array(k + 1);
  const counted = (row: number) => labels[row] !== 0 && !Number.isNaN(column[row]);
  for (let row = 0; row < column.length; row++) {
    if (!counted(row)) continue;
    counts[0]!++;
    counts[labels[row]!]!++;
  }
  const parts = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let row = 0; row < column.length; row++) {
    if (!counted(row)) continue;
    const value = direction * column[row]!;
    const id = labels[row]!;
    parts[0]![counts[0]!++] = value;
    parts[id]![counts[id]!++] = value;
  }
  return parts;
}

function nameByGaps(measures: readonly Measure[], id: number): string {
  const widest = measures
    .filter(({ named, near, gaps }) => named && near?.[id] !== true && Math.abs(gaps[id]!) >= REAL_GAP)
    .sort((a, b) => Math.abs(b.gaps[id]!) - Math.abs(a.gaps[id]!));
  const phrases = widest.slice(0, 2).map(({ gaps, high, low }) => (gaps[id]! > 0 ? high : low));
  const text = phrases.join(', ') || 'about average';
  return text.charAt(0).toUpperCase() + text.slice(1);
}
