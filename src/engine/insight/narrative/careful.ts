import type { GradeReason } from '../grade';
import type { Segmentation, SegmentProfile } from '../segmentation';
import type { Background } from './background';
import { differences, isTelling } from './differ';
import { FEW, LOOSE_RULE, MOST_DIFFERENCES, SHORT_HISTORY_DAYS, SMALLEST_GROUP, WIDE } from './limits';
import type { FigureRef, NarrativePoint } from './point';

/** What to be careful about; where a segment was judged and nothing is, that is said too. */
export function carefulPoints(
  segment: SegmentProfile,
  segmentation: Segmentation,
  background: Background,
): NarrativePoint[] {
  if (segment.size === 0) return [];
  const found = [
    ...howFound(segment, segmentation),
    ...gradePoints(segment, segmentation),
    ...restsOnFew(segment, background),
    ...wideOnes(segment, segmentation),
    ...looseRule(segment, segmentation),
    ...ofTheFile(segmentation, background),
  ];
  if (found.length > 0 || segment.grade?.level !== 'good') return found;
  return [{ kind: 'nothing-against', refs: [{ figure: 'overlap' }] }];
}

function howFound({ id }: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  const { apart, map, rules, method, continuum, segments } = segmentation;
  if (apart?.id === id) return [{ kind: 'apart', beyond: apart.beyond, refs: [{ figure: 'size' }] }];
  if (segments.length < 2) return [];
  if (map || rules || method === undefined)
    return [{ kind: 'cut', by: map ? 'map' : rules ? 'rules' : 'names', refs: [{ figure: 'count' }] }];
  return continuum ? [{ kind: 'slope', refs: [{ figure: 'count' }] }] : [];
}

const FIGURE_OF: Partial<Record<GradeReason['code'], FigureRef['figure']>> = {
  'too-small': 'size',
  mixed: 'silhouette',
  close: 'silhouette',
  unsure: 'sure',
};

/** What speaks against it; that it holds is no warning. Whoever is set apart is no group that could come back. */
function gradePoints({ grade, id }: SegmentProfile, { apart }: Segmentation): NarrativePoint[] {
  if (!grade || grade.level === 'good' || apart?.id === id) return [];
  // That it holds is no warning, and the slope is told of all segments.
  const against = grade.reasons.filter(({ code }) => code !== 'steady' && code !== 'slope');
  return against.map((reason) => ({
    kind: 'grade',
    reason,
    refs: [{ figure: FIGURE_OF[reason.code] ?? 'overlap' }],
  }));
}

/** A number of fewer than ten is not told, only that it is so few. */
function restsOnFew({ id, size, revenue }: SegmentProfile, { half }: Background): NarrativePoint[] {
  const few = half[id - 1] ?? null;
  if (few === null || size < SMALLEST_GROUP || !(revenue !== null && revenue > 0) || few / size > FEW)
    return [];
  const customers = few < SMALLEST_GROUP ? null : few;
  return [{ kind: 'few-bring-half', customers, share: few / size, refs: [{ figure: 'half' }] }];
}

function wideOnes(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  return differences(segment, segmentation)
    .filter(isTelling)
    .slice(0, MOST_DIFFERENCES)
    .filter(({ effect: { low, high } }) => (high - low) / 2 > WIDE)
    .slice(0, 1)
    .map(({ column, effect }) => ({ kind: 'wide', column, effect, refs: [{ figure: 'apart', column }] }));
}

/** What was learnt of segments that a person's own rules make says nothing of these rules. */
const looseRule = (
  { conditions, precision }: SegmentProfile,
  { rules, edited }: Segmentation,
): NarrativePoint[] =>
  conditions.length > 0 && precision < LOOSE_RULE && (!rules || edited)
    ? [{ kind: 'loose-rule', precision, refs: [{ figure: 'rule' }] }]
    : [];

function ofTheFile({ grain }: Segmentation, { days, unsureDates }: Background): NarrativePoint[] {
  return [
    ...(grain === 'orders' && days !== null && days < SHORT_HISTORY_DAYS
      ? [{ kind: 'short-history', days, refs: [{ figure: 'span' }] } as const]
      : []),
    ...(unsureDates.length > 0
      ? [{ kind: 'dates-unsure', columns: unsureDates, refs: [{ figure: 'dates' }] } as const]
      : []),
  ];
}
