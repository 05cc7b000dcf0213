import type { FeatureSummary, Segmentation, SegmentProfile } from '../segmentation';
import { isNearAll } from '../small-difference';
import { ALIKE, MOST_ALIKE, MOST_DIFFERENCES, TELLING } from './limits';
import type { Difference, FigureRef, NarrativePoint } from './point';

const feature = (column: string): FigureRef => ({ figure: 'feature', column });

/**
 * How they differ from the others: the widest sure differences, where they are like the others, and which segment is
 * nearest. A difference is sure where its 95 % interval leaves out 0.
 */
export function differPoints(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segment.size === 0 || segmentation.segments.length < 2) return [];
  const known = differences(segment, segmentation);
  const sole = soleFlags(segment, segmentation).slice(0, MOST_DIFFERENCES);
  const told = known.filter(isTelling).slice(0, MOST_DIFFERENCES - sole.length);
  const points = [
    ...sole.map(({ column, all }): NarrativePoint => ({
      kind: 'all-or-none',
      column,
      all,
      refs: [feature(column)],
    })),
    ...told.map((difference, i): NarrativePoint => ({
      kind: 'difference',
      difference,
      first: i + sole.length === 0,
      refs: [feature(difference.column), { figure: 'apart', column: difference.column }],
    })),
  ];
  if (sole.length === 0 && told.length === 0 && known.length > 0)
    points.push({ kind: 'like-all', refs: known.slice(0, 1).map(({ column }) => feature(column)) });
  const alike = known.filter(isAlike).slice(-MOST_ALIKE);
  if (told.length > 0 && alike.length > 0) {
    const columns = alike.map(({ column }) => column);
    points.push({ kind: 'alike', columns, refs: columns.map(feature) });
  }
  const nearest = nearestTo(segment, segmentation);
  if (nearest !== null) points.push({ kind: 'nearest', id: nearest, refs: [{ figure: 'profile' }] });
  return points;
}

/** Each thing once: what only repeats another column is left out. */
export const toldOnce = (features: readonly FeatureSummary[]): FeatureSummary[] =>
  features.filter(({ repeats }) => repeats === undefined);

/**
 * The features whose effect is known, the largest first; behind them those whose mean is about that of all, though the
 * customers differ so little that it is many deviations.
 */
export function differences(segment: SegmentProfile, { features }: Segmentation): Difference[] {
  const found = toldOnce(features).flatMap((feature): Difference[] => {
    const { column } = feature;
    const effect = segment.effects[column] ?? null;
    const ratio = segment.index[column] ?? null;
    if (effect === null) return [];
    return [{ column, ratio, effect, ...(isNearAll(feature, ratio) && { small: true }) }];
  });
  return found.sort(
    (a, b) =>
      Number(a.small ?? false) - Number(b.small ?? false) ||
      Math.abs(b.effect.value) - Math.abs(a.effect.value),
  );
}

/** Columns of 0 and 1 that are the segment: all of it has them and nobody else, or the other way round. No effect can be
 * told of these, as nothing varies; those that all have come first. */
export function soleFlags(
  { flags = {} }: SegmentProfile,
  { features }: Pick<Segmentation, 'features'>,
): { column: string; all: boolean }[] {
  const sole = toldOnce(features).flatMap(({ column }) => {
    const { here = NaN, elsewhere = NaN } = flags[column] ?? {};
    return Math.abs(here - elsewhere) === 1 ? [{ column, all: here === 1 }] : [];
  });
  return sole.sort((a, b) => Number(b.all) - Number(a.all));
}

/** Wide enough to be told, and sure on which side it lies. */
export const isTelling = ({ effect: { value, low, high } }: Difference): boolean =>
  Math.abs(value) >= TELLING && (low > 0 || high < 0);

const isAlike = ({ effect: { low, high } }: Difference): boolean => low > -ALIKE && high < ALIKE;

/** The segment whose middle is nearest on the scales grouped by; null of fewer than three. */
function nearestTo(segment: SegmentProfile, { segments, features }: Segmentation): number | null {
  const others = segments.filter(({ id, size }) => id !== segment.id && size > 0);
  if (others.length < 2 || Object.keys(segment.positions).length === 0) return null;
  const apart = (other: SegmentProfile) =>
    features.reduce(
      (sum, { column }) => sum + ((segment.positions[column] ?? 0) - (other.positions[column] ?? 0)) ** 2,
      0,
    );
  return others.reduce((best, other) => (apart(other) < apart(best) ? other : best)).id;
}
