import type { FigureRef, Segmentation, SegmentProfile } from '../../engine/index';
import { differencesFirst } from './told-features';

export const pageOf = (id: number): string => `segment-${id}`;

/** The row of a segment's own table. */
export const rowOf = (id: number, figure: FigureRef['figure'], at?: number): string =>
  `s${id}-${figure}${at === undefined ? '' : `-${at}`}`;

/** Where in the report the figure of a statement stands. */
export function anchorOf(
  { figure, column }: FigureRef,
  segment: SegmentProfile,
  segmentation: Segmentation,
): string {
  if (figure === 'count') return 'count';
  if (figure === 'profile') return 'differences';
  if (figure === 'span' || figure === 'dates') return 'data';
  // Mean, median and distance stand in one row.
  if (figure === 'feature' || figure === 'typical' || figure === 'apart') {
    const at = segmentation.features.findIndex((feature) => feature.column === column);
    const shown = differencesFirst(segment, segmentation).some((feature) => feature.column === column);
    return at >= 0 && shown ? rowOf(segment.id, 'feature', at) : 'differences';
  }
  if (figure !== 'trait') return rowOf(segment.id, figure);
  const trait = segment.traits.findIndex((one) => one.column === column);
  const common = (segment.common ?? []).findIndex((one) => one.column === column);
  return rowOf(segment.id, 'trait', trait >= 0 ? trait : segment.traits.length + Math.max(0, common));
}
