import { describe, expect, it } from 'vitest';
import { segmentParts } from '../../../src/engine/insight/segment-parts';
import { stripsOf } from '../../../src/engine/insight/strips';
import { atOnce } from '../../../src/engine/pieces';
import { risingOf } from '../../../src/engine/stats/rising';

const strips = (values: number[], labels = values.map(() => 1), k = 1) =>
  atOnce(stripsOf('x', segmentParts(risingOf(Float64Array.from(values)), Uint8Array.from(labels), k)));
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('stripsOf', () => {
  it('counts every labelled value once, in its segment and over all', () => {
    const [a, b] = strips([1, 2, 3, NaN, 5, 6], [1, 1, 2, 2, 2, 0], 2);
    expect([sum(a!.segment), sum(b!.segment), sum(a!.all)]).toEqual([2, 2, 4]);
    expect(b!.all).toEqual(a!.all);
  });

  it('gives every bin of whole numbers at least one whole number', () => {
    const orders = Array.from({ length: 1000 }, (_, i) => (i < 500 ? 1 : i < 800 ? 2 : i < 950 ? 5 : 40));
    const [strip] = strips(orders);
    strip!.edges!.slice(1).forEach((edge, i) => expect(edge - strip!.edges![i]!).toBeGreaterThanOrEqual(1));
    expect(strip!.all[0]).toBe(500);
    expect(strip!.all[1]).toBe(300);
  });

  it('spreads skewed money although one customer has less than nothing', () => {
    const money = Array.from({ length: 1000 }, (_, i) => Math.exp((i / 1000) * 8) + 0.5);
    const [strip] = strips([...money, -4000.5, 280_000.5]);
    expect(Math.max(...strip!.all)).toBeLessThan(200);
  });

  it('puts a constant column and an empty one into one bin', () => {
    expect(strips([4, 4, 4])[0]!.all).toEqual([3]);
    expect(strips([], [])[0]!.all).toEqual([0]);
  });
});
