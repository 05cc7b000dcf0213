import type { ColumnTable } from 'arquero';
import { withBreaths } from '../pieces';
import type { GroupMoments, Interval } from '../stats/effect-size';
import { numbers } from '../table/table';
import type { Work } from '../work';
import type { CustomersInOrder } from './customers-in-order';
import type { FeatureInfo } from './feature-info';
import { gradeOf, type Grade } from './grade';
import { effectOf, positionOf, segmentMoments } from './segment-effects';
import { segmentOrders, type SegmentOrders } from './segment-orders';
import { sureShares } from './sure-shares';
import { silhouetteMeans, type SilhouetteView } from './silhouette-view';
import { typicalCustomers, type TypicalCustomers } from './typical-customers';

/** What a segment is worth as a target and what sets it apart. */
export interface SegmentInsight extends SegmentOrders, TypicalCustomers {
  /** Null where nobody is in it, or nobody outside it. */
  grade: Grade | null;
  /** Mean silhouette of its customers, of a sample in larger tables; null for one segment alone. */
  silhouette: number | null;
  /** Share of its customers that clearly belong to it (membership of 0.8 and more); absent where that is not known. */
  sure?: number;
  /**
   * By feature, how far its mean lies from that of all other customers, in standard deviations (Cohen's d) on the scale
   * it was grouped by, with the 95 % interval; null where nothing varies.
   */
  effects: Readonly<Record<string, Interval | null>>;
  /** By feature, its mean minus that of all customers in their standard deviations, on the scale it was grouped by. */
  positions: Readonly<Record<string, number>>;
}

/** Each segment (index 0 is segment 1) of the labelled rows; `scored` is asked for silhouettes when all else is known. */
export async function segmentInsights(
  table: ColumnTable,
  { features, labels }: { features: readonly FeatureInfo[]; labels: Uint8Array },
  customers: CustomersInOrder,
  overlaps: readonly (number | null)[],
  scored: () => Promise<SilhouetteView | null>,
  work: Work,
): Promise<{ insights: SegmentInsight[]; silhouettes: SilhouetteView | null }> {
  const { sizes } = customers;
  const k = sizes.length - 1;
  const sure = sureShares(table, labels, k);
  await work.breathe();
  const orders = segmentOrders(table, labels, k);
  await work.breathe();
  const apart: { column: string; moments: readonly GroupMoments[] }[] = [];
  for (const { column, scaled } of features) {
    apart.push({ column, moments: segmentMoments(numbers(table, scaled), labels, k) });
    const rest = work.breathe();
    if (rest) await rest;
  }
  const typical = await withBreaths(typicalCustomers(customers), work);
  const silhouettes = await scored();
  const separations = silhouettes && silhouetteMeans(silhouettes, k);
  const insights: SegmentInsight[] = [];
  typical.forEach((own, i) => {
    const id = i + 1;
    const size = sizes[id]!;
    const silhouette = separations && size > 0 ? separations[id]! : null;
    const clear = sure[i] ?? null;
    const graded = {
      size,
      customers: labelled(sizes),
      overlap: overlaps[i] ?? null,
      silhouette,
      sure: clear,
    };
    insights.push({
      grade: silhouette === null ? null : gradeOf(graded),
      silhouette,
      ...(clear !== null && { sure: clear }),
      ...orders[i]!,
      effects: Object.fromEntries(apart.map(({ column, moments }) => [column, effectOf(moments, id)])),
      positions: Object.fromEntries(apart.map(({ column, moments }) => [column, positionOf(moments, id)])),
      ...own,
    });
  });
  return { insights, silhouettes };
}

const labelled = (sizes: Uint32Array) => sizes.reduce((sum, size) => sum + size, 0);
