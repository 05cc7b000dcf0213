import type { SegmentProfile } from '../../engine/index';

/** Segments are not close in worth from here on: the best bring so many times as much per customer as the last. */
const APART = 1.5;

const perCustomer = ({ revenueShare, share }: SegmentProfile): number => (revenueShare ?? 0) / share;

/** The segment worth most per customer, where that is clearly more than in another one; else null. */
export function bestBeyondOthers(segments: readonly SegmentProfile[]): SegmentProfile | null {
  const some = segments.filter(({ size }) => size > 0);
  if (some.length < 2) return null;
  const least = Math.min(...some.map(perCustomer));
  const best = some.reduce((most, one) => (perCustomer(one) > perCustomer(most) ? one : most));
  return perCustomer(best) > 0 && perCustomer(best) >= APART * least ? best : null;
}
