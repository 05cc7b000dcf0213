import type { Segmentation, SegmentProfile } from '../segmentation';
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
  const told = known.filter(isTelling).slice(0, MOST_DIFFERENCES);
  const points = told.map((difference, i): NarrativePoint => ({
    kind: 'difference',
    difference,
    first: i === 0,
    refs: [feature(difference.column)],
  }));
  if (told.length === 0 && known.length > 0)
    points.push({ kind: 'like-all', refs: known.slice(0, 1).map(({ column }) => feature(column)) });
  const alike = known.filter(isAlike).slice(-MOST_ALIKE);
  if (told.length > 0 && alike.length > 0) {
    const columns = alike.map(({ column }) => column);
    points.push({ kind: 'alike', columns, refs: columns.map(feature) });
  }
  const nearest = nearestTo(segment, segmentation);
  if (nearest !== null) points.push({ kind: 'nearest', id: nearest, refs: [{ figure: 'feature' }] });
  return points;
}

/** The features whose effect is known, the largest first. */
export function differences(segment: SegmentProfile, { features }: Segmentation): Difference[] {
  const found = features.flatMap(({ column }): Difference[] => {
    const effect = segment.effects[column] ?? null;
    return effect === null ? [] : [{ column, ratio: segment.index[column] ?? null, effect }];
  });
  return found.sort((a, b) => Math.abs(b.effect.value) - Math.abs(a.effect.value));
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
