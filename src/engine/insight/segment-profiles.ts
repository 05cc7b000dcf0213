import type { ColumnTable } from 'arquero';
import { withBreaths, type Pieces } from '../pieces';
import { shareDifference } from '../stats/effect-size';
import { risingInPieces } from '../stats/rising';
import { columnNames, columnOf, numbers } from '../table/table';
import type { Work } from '../work';
import { alikeRows, type AlikeRows } from './alike-rows';
import { codeFeature, findConditions } from './conditions';
import type { FeatureInfo } from './feature-info';
import type { SegmentName } from './name-segments';
import { repeatsAmong } from './repeated-columns';
import { segmentParts } from './segment-parts';
import { segmentValues, type SegmentValues } from './segment-values';
import type { SegmentInsight } from './segment-insight';
import type { FeatureSummary, SegmentProfile } from './segmentation';
import { stripsOf } from './strips';
import { traitsOf } from './traits';

export interface Segmented {
  table: ColumnTable;
  features: readonly FeatureInfo[];
  /** One id per row, 1 to k, or 0. */
  labels: Uint8Array;
  k: number;
  /** What each row is worth, or null. */
  worth: Float64Array | null;
}

interface FeatureValues extends FeatureInfo {
  values: Float64Array;
  /** Those that are not blank, rising. */
  rising: Float64Array;
  /** By segment, rising. */
  parts: readonly Float64Array[];
  bySegment: SegmentValues;
}

/** Each segment as a profile, by id. */
export async function segmentProfiles(
  segmented: Segmented,
  names: readonly (SegmentName & Pick<SegmentProfile, 'action'>)[],
  overlaps: readonly (number | null)[],
  describedBy: readonly string[],
  insights: readonly SegmentInsight[],
  work: Work,
): Promise<{ segments: SegmentProfile[]; features: FeatureSummary[] }> {
  const { table, labels, k } = segmented;
  await work.breathe();
  const features = await valuesOf(segmented, work);
  const strips = await eachFeature(features, work, ({ column, parts }) => stripsOf(column, parts));
  const repeats = await withBreaths(repeatedIn(table, features, describedBy), work);
  const describing = describedBy.filter((column) => !repeats.has(column));
  const traits = await withBreaths(traitsOf(table, describing, labels, k), work);
  const money = moneyOf(segmented);
  await work.breathe();
  const coded = await eachFeature(features, work, codeFeature);
  const alike = await withBreaths(alikeRows(coded, labels), work);
  await work.breathe();
  const sizes = countsOf(labels, k);
  const segments: SegmentProfile[] = [];
  for (let id = 1; id <= k; id++) {
    segments.push({
      id,
      name: names[id - 1]!.name,
      action: names[id - 1]!.action,
      rfm: names[id - 1]!.rfm,
      size: sizes[id]!,
      share: sizes[id]! / (sizes[0]! || 1),
      ...money(id),
      ...figures(features, id),
      ...flagShares(features, id),
      ...(await passport(alike, id, sizes, work)),
      overlap: overlaps[id - 1] ?? null,
      strips: strips.map((ofColumn) => ofColumn[id - 1]!),
      traits: traits[id - 1]!,
      ...insights[id - 1]!,
    });
  }
  return { segments, features: features.map((feature) => summary(feature, repeats.get(feature.column))) };
}

/** Features are told in the order of the table, so that a made column repeats the one it was made of. */
function repeatedIn(table: ColumnTable, features: readonly FeatureValues[], describedBy: readonly string[]) {
  const place = new Map(columnNames(table).map((name, i) => [name, i]));
  const ordered = [...features].sort((a, b) => place.get(a.column)! - place.get(b.column)!);
  const others = describedBy.filter((name) => columnOf(table, name).kind === 'number');
  return repeatsAmong(
    ordered,
    others.map((column) => ({ column, values: numbers(table, column) })),
  );
}

/** The conditions of a segment with how right they are and how many customers they find. */
async function passport(
  alike: AlikeRows,
  id: number,
  sizes: Uint32Array,
  work: Work,
): Promise<Pick<SegmentProfile, 'conditions' | 'precision' | 'recall' | 'covered'>> {
  const found = await findConditions(alike, id, work);
  const hits = found.recall * sizes[id]!;
  return { ...found, covered: hits > 0 ? hits / found.precision / sizes[0]! : 0 };
}

async function valuesOf({ table, features, labels, k }: Segmented, work: Work): Promise<FeatureValues[]> {
  return eachFeature(features, work, function* (feature) {
    const values = numbers(table, feature.column);
    const order = yield* risingInPieces(values);
    const parts = segmentParts(order, labels, k);
    yield;
    const bySegment = yield* segmentValues(parts);
    return { ...feature, values, rising: order.values, parts, bySegment };
  });
}

/** What is found of each feature, with a rest behind each. */
async function eachFeature<F, T>(
  features: readonly F[],
  work: Work,
  find: (feature: F) => Pieces<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const feature of features) {
    found.push(await withBreaths(find(feature), work));
    await work.breathe();
  }
  return found;
}

const summary = (
  { column, scaled, meaning, part, label, unit, flag, bySegment }: FeatureValues,
  repeats: string | undefined,
): FeatureSummary => ({
  column,
  scaled,
  meaning,
  ...(part && { part }),
  label,
  unit,
  ...(flag && { flag }),
  ...(repeats !== undefined && { repeats }),
  mean: bySegment.means[0]!,
  median: bySegment.medians[0]!,
  deviation: bySegment.deviation,
  box: bySegment.boxes[0]!,
});

function figures(
  features: readonly FeatureValues[],
  id: number,
): Pick<SegmentProfile, 'means' | 'medians' | 'index' | 'deviations' | 'boxes'> {
  const each = <T>(figure: (values: SegmentValues) => T): Record<string, T> =>
    Object.fromEntries(features.map(({ column, bySegment }) => [column, figure(bySegment)]));
  return {
    means: each(({ means }) => means[id]!),
    medians: each(({ medians }) => medians[id]!),
    boxes: each(({ boxes }) => boxes[id]!),
    index: each(({ means }) => (means[0]! > 0 ? means[id]! / means[0]! : null)),
    deviations: each(({ means, deviation }) => (deviation > 0 ? (means[id]! - means[0]!) / deviation : 0)),
  };
}

/** Of the features of 0 and 1 only; nothing where there is none. */
function flagShares(features: readonly FeatureValues[], id: number): Pick<SegmentProfile, 'flags'> {
  const flags = features.filter(({ flag }) => flag);
  if (flags.length === 0) return {};
  const shares = ({ bySegment: { counts, means } }: FeatureValues) => {
    const [n, m] = [counts[id]!, counts[0]! - counts[id]!];
    const x = n > 0 ? Math.round(means[id]! * n) : 0;
    const y = Math.round(means[0]! * counts[0]!) - x;
    return { here: x / n, elsewhere: y / m, apart: shareDifference(x, n, y, m) };
  };
  return { flags: Object.fromEntries(flags.map((feature) => [feature.column, shares(feature)])) };
}

/** Rows per segment; entry 0 counts all labelled rows. */
function countsOf(labels: Uint8Array, k: number): Uint32Array {
  const counts = new Uint32Array(k + 1);
  for (const id of labels) if (id !== 0) counts[id]!++;
  counts[0] = counts.subarray(1).reduce((sum, count) => sum + count, 0);
  return counts;
}

function moneyOf({
  worth,
  labels,
  k,
}: Segmented): (id: number) => Pick<SegmentProfile, 'revenue' | 'revenueShare'> {
  if (!worth) return () => ({ revenue: null, revenueShare: null });
  const sums = new Float64Array(k + 1);
  for (let row = 0; row < worth.length; row++) sums[labels[row]!]! += worth[row]!;
  const whole = sums.subarray(1).reduce((sum, value) => sum + value, 0);
  return (id) => ({ revenue: sums[id]!, revenueShare: whole > 0 ? sums[id]! / whole : null });
}
