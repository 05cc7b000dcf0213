import type { FeatureSummary, Segmentation, SegmentProfile } from '../segmentation';
import { soleFlags, toldOnce } from './differ';
import { MOST_TRAITS, SMALLEST_GROUP } from './limits';
import type { NarrativePoint, TypicalFigure } from './point';

const MOST_FIGURES = 3;
const FIRST: readonly FeatureSummary['meaning'][] = ['frequency', 'money', 'recency'];

/** Who they are: how many, what is typical of them, where they stand out in columns that were not grouped by. */
export function whoPoints(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segment.size === 0) return [{ kind: 'nobody', refs: [{ figure: 'size' }] }];
  const { size, share } = segment;
  const alone = segmentation.segments.length === 1 && !segmentation.leftOut;
  const many: NarrativePoint = alone
    ? { kind: 'everyone', customers: size, refs: [{ figure: 'size' }] }
    : { kind: 'size', customers: size, share, refs: [{ figure: 'size' }] };
  return [many, ...typicalPoint(segment, segmentation), ...traitPoints(segment), ...commonPoints(segment)];
}

function typicalPoint(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segment.size < SMALLEST_GROUP) return [];
  const figures = told(segment, segmentation).flatMap(({ column, median }): TypicalFigure[] => {
    const own = segment.medians[column];
    return own === undefined || !Number.isFinite(own) || !Number.isFinite(median)
      ? []
      : [{ column, segment: own, all: median }];
  });
  if (figures.length === 0) return [];
  return [{ kind: 'typical', figures, refs: figures.map(({ column }) => ({ figure: 'typical', column })) }];
}

/** Orders, money and recency where there are such; of many columns those that set the segment apart most. */
function told(segment: SegmentProfile, segmentation: Pick<Segmentation, 'features'>): FeatureSummary[] {
  const features = toldOnce(segmentation.features);
  const known = FIRST.flatMap((meaning) => {
    const alike = features.filter((feature) => feature.meaning === meaning);
    return alike.find(({ part }) => !part) ?? alike[0] ?? [];
  });
  if (segment.rfm !== null && features.length <= MOST_FIGURES) return known;
  const sole = new Set(soleFlags(segment, { features }).map(({ column }) => column));
  const apart = ({ column }: FeatureSummary) =>
    sole.has(column)
      ? 1e6 + segment.means[column]!
      : Math.abs(segment.effects[column]?.value ?? segment.deviations[column] ?? 0);
  return [...features].sort((a, b) => apart(b) - apart(a)).slice(0, MOST_FIGURES);
}

const traitPoints = ({ traits, size }: SegmentProfile): NarrativePoint[] =>
  traits
    .filter(({ value, segment }) => value === null || segment * size >= SMALLEST_GROUP - 0.5)
    .slice(0, MOST_TRAITS)
    .map((trait) => ({ kind: 'trait', trait, refs: [{ figure: 'trait', column: trait.column }] }));

const commonPoints = ({ common = [], size }: SegmentProfile): NarrativePoint[] =>
  common
    .filter(({ share }) => share * size >= SMALLEST_GROUP - 0.5)
    .map(({ column, value, share }) => ({
      kind: 'common',
      column,
      value,
      share,
      refs: [{ figure: 'trait', column }],
    }));
