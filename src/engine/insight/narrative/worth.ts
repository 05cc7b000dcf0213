import type { Segmentation, SegmentProfile } from '../segmentation';
import type { NarrativePoint } from './point';

/** What they are worth: money, money per customer beside that of all, orders. */
export function worthPoints(segment: SegmentProfile, segmentation: Segmentation): NarrativePoint[] {
  if (segment.size === 0) return [];
  return [...moneyPoints(segment, segmentation), ...ordersPoint(segment)];
}

function moneyPoints(
  { size, revenue, revenueShare: share }: SegmentProfile,
  segmentation: Segmentation,
): NarrativePoint[] {
  const { revenue: whole, customers, segments } = segmentation;
  if (revenue === null || whole === null) return [{ kind: 'no-money', refs: [] }];
  const refs = [{ figure: 'revenue' }] as const;
  const largest =
    segments.length > 1 &&
    !segmentation.leftOut &&
    segments.every((other) => (other.revenue ?? 0) <= revenue);
  const all = whole / customers;
  const mean = revenue / size;
  return [
    { kind: 'revenue', revenue, share, largest, refs },
    ...(segments.length > 1
      ? [{ kind: 'per-customer', mean, all, ratio: all > 0 ? mean / all : null, refs } as const]
      : []),
  ];
}

const ordersPoint = ({ orders, ordersShare: share }: SegmentProfile): NarrativePoint[] =>
  orders === null || share === null ? [] : [{ kind: 'orders', orders, share, refs: [{ figure: 'orders' }] }];
