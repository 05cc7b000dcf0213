import { describe, expect, it, test } from 'vitest';
import { columnShape } from '../../../../src/engine/insight/explore/column-shape';
import { densityBetween } from '../../../../src/engine/insight/explore/density';
import type { NumberShape } from '../../../../src/engine/insight/explore/number-shape';
import { bandwidth } from '../../../../src/engine/stats/bandwidth';
import { NumberColumn } from '../../../../src/engine/table/columns';
import { unwatched } from '../../../../src/engine/work';
/** By R: tests/expectations/density/density.R. */
import expectations from '../../../expectations/density/density.json' with { type: 'json' };

const risingOf = (values: readonly number[]) => Float64Array.from(values).sort();

for (const [name, { values, from, to, ...r }] of Object.entries(expectations.sets)) {
  test(`${name}: bandwidth and density are R's`, async () => {
    const found = (await densityBetween(risingOf(values), from, to, unwatched))!;
    expect(found.bandwidth).toBeCloseTo(r.bandwidth, 12);
    const most = Math.max(...r.kernels);
    r.at.forEach((at, i) => {
      const place = ((at - from) / (to - from)) * (found.points.length - 1);
      const { value, density } = found.points[Math.round(place)]!;
      expect(value).toBeCloseTo(at, 9);
      expect(Math.abs(density - r.kernels[i]!) / most).toBeLessThan(2e-4);
      expect(Math.abs(density - r.density[i]!) / most).toBeLessThan(1e-3);
    });
  });
}

describe('densityBetween', () => {
  it('has an area of 1 over all that there is', async () => {
    const values = risingOf(expectations.sets.skewed.values);
    const { points } = (await densityBetween(values, -20, 50, unwatched))!;
    const area = points.reduce((sum, { density }) => sum + density, 0) * (70 / (points.length - 1));
    expect(area).toBeCloseTo(1, 4);
  });

  it('is as high over even numbers as their bars are', async () => {
    const values = new NumberColumn(Float64Array.from({ length: 9001 }, (_, i) => i / 90));
    const { shape } = await columnShape(values, { bins: 10, scale: 'even' }, unwatched);
    const { density, histogram } = shape as NumberShape;
    expect(density!.points[256]!.rows / histogram.counts[5]!).toBeCloseTo(1, 2);
    const log = await columnShape(values, { bins: 10, scale: 'log' }, unwatched);
    expect((log.shape as NumberShape).density).toBeNull();
  });

  it('is none where there is nothing to smooth', async () => {
    const whole = Float64Array.from({ length: 5000 }, (_, i) => Math.floor(i / 1000));
    const narrow = risingOf(Array.from({ length: 5000 }, (_, i) => i / 5000));
    for (const [values, from, to] of [
      [whole, -0.5, 4.5],
      [Float64Array.of(3), 2, 4],
      [Float64Array.of(3, 3), 2.5, 3.5],
      [narrow, -1000, 1000],
    ] as const)
      expect(await densityBetween(values, from, to, unwatched)).toBeNull();
  });

  it('takes the deviation, the size or 1 for constants, as R does', () => {
    for (const { values, bandwidth: width } of expectations.bandwidths)
      expect(bandwidth(risingOf(values))).toBeCloseTo(width, 12);
  });
});
