import { describe, expect, it } from 'vitest';
import { median, quantile, sorted } from '../../../src/engine/stats/quantile';

describe('quantile', () => {
  it('interpolates as R and NumPy do by default', () => {
    // R 4.2.2: quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4, 1), type = 7).
    const rising = Float64Array.of(15, 20, 35, 40, 50);
    expect([0.05, 0.3, 0.4, 1].map((share) => quantile(rising, share))).toEqual(
      [16, 23, 29, 50].map((value) => expect.closeTo(value, 12)),
    );
  });

  it('gives the only value for every share, and NaN where there is none', () => {
    expect([0, 0.5, 1].map((share) => quantile(Float64Array.of(7), share))).toEqual([7, 7, 7]);
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });
});

describe('median', () => {
  it('skips blanks and takes the mean of the two middle values', () => {
    expect(median(Float64Array.of(9, NaN, 1, 4, 2))).toBe(3);
    expect(median(Float64Array.of(NaN))).toBeNaN();
  });
});

describe('sorted', () => {
  it('leaves the values it is given as they were', () => {
    const values = Float64Array.of(3, NaN, 1);
    expect([...sorted(values)]).toEqual([1, 3]);
    expect([...values]).toEqual([3, NaN, 1]);
  });
});
