import type { Segmentation, SegmentProfile } from '../insight/segmentation';
import { SMALLEST_GROUP } from '../insight/narrative/limits';
import { ofTheShown } from './of-the-shown';

/** Segments of fewer than ten customers put together, or left out where they are fewer than ten together. */
export interface Merged {
  /** Sums and shares are of the customers in it. */
  segmentation: Segmentation;
  /** Id of the segment that stands for those merged; null where none was. */
  others: number | null;
  /** How many segments were merged into it. */
  merged: number;
  /** How many segments are left out. */
  leftOut: number;
}

export const OTHERS = 'Others';

/** Segments without customers stay: they hide nobody. */
export function withSmallMerged(segmentation: Segmentation): Merged {
  const { segments } = segmentation;
  const small = segments.filter(({ size }) => size > 0 && size < SMALLEST_GROUP);
  if (small.length === 0) return { segmentation, others: null, merged: 0, leftOut: 0 };
  const large = segments.filter((segment) => !small.includes(segment));
  const together = small.reduce((sum, { size }) => sum + size, 0);
  // One small segment, or a few: its figures could be had by taking away, so what is left out counts in no figure.
  if (together < SMALLEST_GROUP) {
    const shown = ofTheShown(withSums(segmentation, large), small.length);
    return { segmentation: shown, others: null, merged: 0, leftOut: small.length };
  }
  const others = mergedProfile(small, together);
  const both = [...large, others].sort((a, b) => a.id - b.id);
  return {
    segmentation: withSums(segmentation, both),
    others: others.id,
    merged: small.length,
    leftOut: 0,
  };
}

function withSums(segmentation: Segmentation, segments: readonly SegmentProfile[]): Segmentation {
  const sum = (of: (segment: SegmentProfile) => number | null) =>
    segments.reduce((total, segment) => total + (of(segment) ?? 0), 0);
  const customers = sum(({ size }) => size);
  const revenue = segmentation.revenue === null ? null : sum((segment) => segment.revenue);
  const orders = sum((segment) => segment.orders);
  const part = (value: number | null, whole: number | null): number | null =>
    value === null || whole === null || whole <= 0 ? null : value / whole;
  return {
    ...segmentation,
    customers,
    revenue,
    segments: segments.map((segment) => ({
      ...segment,
      share: segment.size / (customers || 1),
      revenueShare: part(segment.revenue, revenue),
      ordersShare: part(segment.orders, orders),
    })),
  };
}

/** Sums, and means weighted by size; what cannot be had from those of the parts is left out. */
function mergedProfile(parts: readonly SegmentProfile[], size: number): SegmentProfile {
  const [first] = parts as [SegmentProfile];
  const sum = (of: (segment: SegmentProfile) => number | null) =>
    parts.some((segment) => of(segment) === null)
      ? null
      : parts.reduce((total, segment) => total + of(segment)!, 0);
  const mean = (of: (segment: SegmentProfile) => Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.keys(of(first)).map((column) => [
        column,
        parts.reduce((total, segment) => total + (of(segment)[column] ?? 0) * segment.size, 0) / size,
      ]),
    );
  return {
    ...first,
    name: OTHERS,
    action: null,
    size,
    revenue: sum(({ revenue }) => revenue),
    orders: sum(({ orders }) => orders),
    means: mean(({ means }) => means),
    index: indexOf(parts, size),
    deviations: mean(({ deviations }) => deviations),
    positions: mean(({ positions }) => positions),
    medians: {},
    boxes: {},
    effects: {},
    rfm: null,
    conditions: [],
    precision: NaN,
    recall: NaN,
    covered: NaN,
    overlap: null,
    silhouette: null,
    grade: null,
    strips: [],
    traits: [],
    common: [],
  };
}

/** Means beside that of all, where each part has one. */
const indexOf = (parts: readonly SegmentProfile[], size: number): SegmentProfile['index'] =>
  Object.fromEntries(
    Object.keys(parts[0]!.index).map((column) => {
      const known = parts.flatMap(({ index }) => index[column] ?? []);
      const sum = parts.reduce((total, one) => total + (one.index[column] ?? 0) * one.size, 0);
      return [column, known.length === parts.length ? sum / size : null];
    }),
  );
