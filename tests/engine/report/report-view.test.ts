import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf, type Segmentation } from '../../../src/engine/index';
import { monthOf } from '../../../src/engine/report/month-of';
import { orders } from '../../ui/fixtures/segmentation-orders';

const KNOWN = { half: [30, 9, 500], days: 373, unsureDates: [] };
const sized = (...sizes: readonly number[]): Segmentation => {
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  const segments = sizes.map((size, i) => ({
    ...orders.segments[i % 3]!,
    id: i + 1,
    size,
    share: size / customers,
    revenue: size * 10,
    revenueShare: size / customers,
    orders: size,
    ordersShare: size / customers,
  }));
  return { ...orders, k: sizes.length, customers, revenue: customers * 10, segments };
};
const known = (sizes: readonly number[]) => ({ half: sizes.map(() => null), days: 373, unsureDates: [] });

describe('reportOf', () => {
  it('says nothing of redraws and grades where those left out had a part in them', () => {
    const hidden = reportOf(sized(40, 6, 60), known([40, 6, 60])).segmentation;
    expect(hidden.segments.map(({ overlap, grade, silhouette }) => [overlap, grade, silhouette])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    const all = reportOf(sized(40, 30, 60), known([40, 30, 60])).segmentation;
    expect(all.segments.map(({ overlap }) => overlap)).toEqual(orders.segments.map(({ overlap }) => overlap));
  });

  it('gives the day counted to by its month', () => {
    const { segmentation } = reportOf({ ...orders, referenceDate: Date.UTC(2011, 11, 10, 9) }, KNOWN);
    expect(segmentation.referenceDate).toBe(Date.UTC(2011, 11, 1));
    expect(monthOf(Date.UTC(2010, 1, 28, 23, 59))).toBe(Date.UTC(2010, 1, 1));
    expect(monthOf(null)).toBeNull();
  });

  it('leaves segments of ten and more as they are', () => {
    const { segmentation, others, leftOut } = reportOf(orders, KNOWN);
    expect([others, leftOut]).toEqual([null, 0]);
    expect(segmentation.segments.map(({ name, size }) => [name, size])).toEqual(
      orders.segments.map(({ name, size }) => [name, size]),
    );
  });

  it('merges those of fewer than ten, with sums and no medians', () => {
    const sizes = [40, 9, 5, 60];
    const { segmentation, others, merged, narratives } = reportOf(sized(...sizes), known(sizes));
    expect([others, merged]).toEqual([2, 2]);
    expect(segmentation.segments.map(({ id, name, size, revenue }) => [id, name, size, revenue])).toEqual([
      [1, 'Champions', 40, 400],
      [2, 'Others', 14, 140],
      [4, 'Champions', 60, 600],
    ]);
    expect(segmentation.segments[1]).toMatchObject({ medians: {}, traits: [], strips: [], grade: null });
    expect(narratives.map(({ id }) => id)).toEqual([1, 4]);
  });

  it('leaves out those of fewer than ten together, and counts them in no sum', () => {
    const sizes = [40, 6, 3];
    const { segmentation, others, leftOut } = reportOf(sized(...sizes), known(sizes));
    expect([others, leftOut]).toEqual([null, 2]);
    expect(segmentation).toMatchObject({ customers: 40, revenue: 400 });
    expect(segmentation.segments.map(({ share, revenueShare }) => [share, revenueShare])).toEqual([[1, 1]]);
  });

  it('has no group of one to nine, whatever the sizes, and shares that add up', () => {
    const size = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 10 }), (sizes) => {
        fc.pre(sizes.some((one) => one > 0));
        const { segments, customers } = reportOf(sized(...sizes), known(sizes)).segmentation;
        expect(segments.filter((one) => one.size > 0 && one.size < 10)).toEqual([]);
        expect(segments.reduce((sum, one) => sum + one.size, 0)).toBe(customers);
        const shares = segments.reduce((sum, { share }) => sum + share, 0);
        expect(shares).toBeCloseTo(customers > 0 ? 1 : 0, 9);
      }),
    );
  });

  it('keeps nothing that belongs to one customer', () => {
    const box = { low: 1, lower: 2, median: 3, upper: 4, high: 9999, beyond: 7 };
    const told = {
      ...orders,
      segments: orders.segments.map((segment) => ({
        ...segment,
        typical: Uint32Array.of(1),
        boxes: { frequency: box },
        traits: [{ column: 'City', value: 'Leeds', segment: 9 / segment.size, all: 0.01 }],
        common: [{ column: 'Plan', value: 'gold', share: 9 / segment.size }],
        covered: 9 / 4339,
      })),
    };
    const { segmentation, half } = reportOf(told, KNOWN);
    expect(segmentation.pca).toBeNull();
    expect(half).toEqual({ 1: 30, 2: null, 3: 500 });
    for (const { typical, boxes, traits, common, strips, conditions } of segmentation.segments) {
      expect([typical.length, traits, common, conditions]).toEqual([0, [], [], []]);
      expect(boxes['frequency']).toMatchObject({ low: 2, high: 4, beyond: 0 });
      const counts = strips.flatMap((strip) => [...strip.all, ...strip.segment]);
      expect(counts.filter((count) => count > 0 && count < 10)).toEqual([]);
    }
  });
});
