import type { FeatureSummary, Segmentation, SegmentProfile } from '../../engine/index';

/** So many rows fit a page beside the rest; the page of differences has all. */
const MOST_ROWS = 12;

/** The features of a segment's own table, the farthest from the others first. */
export function differencesFirst(
  segment: Pick<SegmentProfile, 'effects' | 'deviations'>,
  { features }: Pick<Segmentation, 'features'>,
): FeatureSummary[] {
  const apart = ({ column }: FeatureSummary) =>
    Math.abs(segment.effects[column]?.value ?? segment.deviations[column] ?? 0);
  return [...features].sort((a, b) => apart(b) - apart(a)).slice(0, MOST_ROWS);
}
