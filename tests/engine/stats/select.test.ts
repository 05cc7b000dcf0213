import { describe, expect, it } from 'vitest';
import { median } from '../../../src/engine/stats/quantile';
import { medianByOrder } from '../../../src/engine/stats/select';
import { uniforms } from './planted';

describe('medianByOrder', () => {
  it('takes the middle value, or the mean of the two in the middle', () => {
    expect(medianByOrder(Float64Array.of(9, 1, 5))).toBe(5);
    expect(medianByOrder(Float64Array.of(9, 1, 5, 2))).toBe(3.5);
    expect(medianByOrder(Float64Array.of(7))).toBe(7);
  });

  it('is NaN where there is nothing', () => {
    expect(medianByOrder(new Float64Array(0))).toBeNaN();
  });

  it('is the median by sorting, for rising, falling, random and heavily tied values', () => {
    const draw = uniforms(4);
    for (let n = 1; n < 200; n += 7) {
      for (const value of [(i: number) => i, (i: number) => 1 - i, draw, () => Math.floor(draw() * 3)]) {
        const values = Float64Array.from({ length: n }, (_, i) => value(i));
        expect(medianByOrder(values.slice())).toBe(median(values));
      }
    }
  });
});
