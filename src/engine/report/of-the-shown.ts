import type { FeatureSummary, Segmentation, SegmentProfile, Strip } from '../insight/segmentation';
import type { Box } from '../stats/box';

const NO_BOX: Box = { low: NaN, lower: NaN, median: NaN, upper: NaN, high: NaN, beyond: 0 };

/**
 * The segmentation told of the segments shown alone. What is left out counts in no figure: averages and bars of all are
 * put together from the shown, and what was measured on or against everybody (medians and deviations of all, distances
 * to the others, traits, rules, silhouettes, redraws and the grades that rest on them, how the number was chosen) is gone, as the left out could be worked out of it.
 */
export function ofTheShown(segmentation: Segmentation, leftOut: number): Segmentation {
  const { segments, silhouettes: _, learntFrom: _from, apart, ...plain } = segmentation;
  const features = segmentation.features.map((feature) => summary(feature, segments));
  return {
    ...plain,
    leftOut,
    ...(apart && segments.some(({ id }) => id === apart.id) && { apart }),
    elbow: null,
    gapChoice: null,
    runs: [],
    inertia: NaN,
    silhouette: null,
    silhouetteSample: 0,
    silhouettes: null,
    features,
    segments: segments.map((segment) => profile(segment, segments, features)),
  };
}

function summary(feature: FeatureSummary, segments: readonly SegmentProfile[]): FeatureSummary {
  const known = segments.filter(({ size }) => size > 0);
  const customers = known.reduce((sum, { size }) => sum + size, 0);
  const sum = known.reduce((total, { size, means }) => total + size * (means[feature.column] ?? NaN), 0);
  return { ...feature, mean: sum / customers, median: NaN, deviation: NaN, box: NO_BOX };
}

function profile(
  { flags: _, sure: _sure, ...segment }: SegmentProfile,
  segments: readonly SegmentProfile[],
  features: readonly FeatureSummary[],
): SegmentProfile {
  return {
    ...segment,
    grade: null,
    overlap: null,
    silhouette: null,
    index: Object.fromEntries(
      features.map(({ column, mean }) => [column, mean > 0 ? (segment.means[column] ?? NaN) / mean : null]),
    ),
    deviations: {},
    positions: {},
    effects: {},
    traits: [],
    conditions: [],
    precision: NaN,
    recall: NaN,
    covered: NaN,
    strips: segment.strips.map((strip) => beside(strip, segments)),
  };
}

/** The bars of a segment beside those of all that are shown. */
function beside({ column, segment }: Strip, segments: readonly SegmentProfile[]): Strip {
  const strips = segments.flatMap(({ strips }) => strips.filter((strip) => strip.column === column));
  return {
    column,
    segment,
    all: segment.map((_, bin) => strips.reduce((sum, strip) => sum + (strip.segment[bin] ?? 0), 0)),
  };
}
