import type { ColumnTable } from 'arquero';
import { backgroundOf, type Background } from '../insight/narrative/background';
import { SMALLEST_GROUP } from '../insight/narrative/limits';
import { narrate } from '../insight/narrative/narrate';
import type { SegmentNarrative } from '../insight/narrative/point';
import type { Segmentation } from '../insight/segmentation';
import type { Understanding } from '../insight/understanding';
import type { Work } from '../work';
import { withSmallMerged, type Merged } from './merge-small';
import { monthOf } from './month-of';
import { withoutPersons } from './without-persons';

/** What a report may say of a run: aggregates only. */
export interface ReportView extends Merged {
  narratives: readonly SegmentNarrative[];
  /** By segment id the fewest customers who bring half of its money; null where these are fewer than ten, or unknown. */
  half: Readonly<Record<number, number | null>>;
  /**
   * First day of the months of the first and the last date, ms; null without dates. The dates themselves may be one
   * customer's.
   */
  from: number | null;
  to: number | null;
  unsureDates: readonly string[];
}

/**
 * What a report says of the segments. Groups of fewer than ten customers are merged or left out, and nothing is in it
 * that belongs to one customer: no rows, no keys, no points, no extremes.
 */
export async function reportView(
  table: ColumnTable,
  segmentation: Segmentation,
  understanding: Pick<Understanding, 'from' | 'to' | 'findings'>,
  work: Work,
): Promise<ReportView> {
  const background = await backgroundOf(table, segmentation, understanding, work);
  return {
    ...reportOf(segmentation, background),
    from: monthOf(understanding.from),
    to: monthOf(understanding.to),
  };
}

/** The same of what is known already. */
export function reportOf(
  segmentation: Segmentation,
  background: Background,
): Omit<ReportView, 'from' | 'to'> {
  const merged = withSmallMerged(segmentation);
  const shown = withoutPersons(merged.segmentation);
  return {
    ...merged,
    segmentation: shown,
    narratives: narrate(shown, background).filter(({ id }) => id !== merged.others),
    half: Object.fromEntries(
      shown.segments.map(({ id }) => {
        const half = id === merged.others ? null : (background.half[id - 1] ?? null);
        return [id, half !== null && half >= SMALLEST_GROUP ? half : null];
      }),
    ),
    unsureDates: background.unsureDates,
  };
}
