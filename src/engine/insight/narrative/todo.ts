import type { FeatureSummary, Segmentation, SegmentProfile } from '../segmentation';
import { differences, isTelling } from './differ';
import { WORTH_LESS, WORTH_MORE } from './limits';
import type { FigureRef, NarrativePoint } from './point';

/** What to do: what the person wrote, else suggestions by name and by what sets the segment apart. */
export function todoPoints(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segment.size === 0) return [];
  const own: NarrativePoint[] =
    segment.action === null ? [] : [{ kind: 'own-action', action: segment.action, refs: [] }];
  if (segmentation.apart?.id === segment.id)
    return [
      ...own,
      ...(own.length > 0 ? [] : [{ kind: 'suggest-apart', refs: [{ figure: 'size' }] } as const]),
    ];
  const suggested = own.length > 0 ? [] : suggestions(segment, segmentation);
  return [...own, ...suggested, ...wait(segment), ...rule(segment)];
}

function suggestions(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  const cell = segmentation.map ? segment.name : (segment.rfm?.cell ?? null);
  if (cell !== null && segmentation.segments.length > 1)
    return [{ kind: 'suggest-cell', cell, refs: cellFigures(segmentation) }];
  const found = [...theme(segment, segmentation), ...(segmentation.leftOut ? [] : byWorth(segment))];
  return found.length > 0 ? found : [{ kind: 'suggest-usual', refs: [usualFigure(segmentation)] }];
}

/** A cell of the map rests on how often and how lately they order. */
function cellFigures({ features }: Segmentation): FigureRef[] {
  const found = (['frequency', 'recency'] as const).flatMap((meaning): FigureRef[] => {
    const feature = features.find((one) => one.meaning === meaning);
    return feature ? [{ figure: 'typical', column: feature.column }] : [];
  });
  return found.length > 0 ? found : [{ figure: 'size' }];
}

const usualFigure = ({ segments }: Segmentation): FigureRef => ({
  figure: segments.length < 2 ? 'size' : 'profile',
});

function theme(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segmentation.segments.length < 2) return [];
  // When and how often somebody orders is no theme of a message, nor is what an order costs.
  const none = new Set(
    segmentation.features
      .filter(({ meaning }) => isNoTheme(meaning, segmentation.grain))
      .map(({ column }) => column),
  );
  const most = differences(segment, segmentation).find((one) => isTelling(one) && !none.has(one.column));
  if (!most) return [];
  const { column, effect } = most;
  const side = effect.value > 0 ? 'above' : 'below';
  return [{ kind: 'suggest-theme', column, side, refs: [{ figure: 'feature', column }] }];
}

function byWorth({ revenueShare, share }: SegmentProfile): NarrativePoint[] {
  if (revenueShare === null || share <= 0 || share === 1) return [];
  const ratio = revenueShare / share;
  if (ratio > WORTH_LESS && ratio < WORTH_MORE) return [];
  return [
    { kind: 'suggest-worth', side: ratio >= WORTH_MORE ? 'more' : 'less', refs: [{ figure: 'revenue' }] },
  ];
}

const wait = ({ grade }: SegmentProfile): NarrativePoint[] =>
  grade?.level === 'weak' ? [{ kind: 'suggest-wait', refs: [{ figure: 'overlap' }] }] : [];

const rule = ({ conditions, precision, recall }: SegmentProfile): NarrativePoint[] =>
  conditions.length === 0 ? [] : [{ kind: 'recognise', precision, recall, refs: [{ figure: 'rule' }] }];

const isNoTheme = (meaning: FeatureSummary['meaning'], grain: Segmentation['grain']): boolean =>
  meaning === 'recency' || meaning === 'frequency' || (meaning === 'money' && grain === 'orders');
