import { describe, expect, it } from 'vitest';
import { moments } from '../../../src/engine/stats/moments';

describe('moments', () => {
  it('gives mean, population deviation and skewness', () => {
    // scipy 1.10: np.mean, np.std, scipy.stats.skew of [1, 2, 3, 4, 10].
    const found = moments(Float64Array.of(1, 2, 3, 4, 10));
    expect(found.count).toBe(5);
    expect(found.mean).toBe(4);
    expect(found.deviation).toBeCloseTo(3.1622776601683795, 14);
    expect(found.skewness).toBeCloseTo(1.1384199576606167, 14);
  });

  it('skips blanks', () => {
    expect(moments(Float64Array.of(NaN, 2, 4, NaN))).toEqual({
      count: 2,
      mean: 3,
      deviation: 1,
      skewness: 0,
    });
  });

  it('gives no deviation and no skewness for a constant column, even where its mean is rounded', () => {
    expect(moments(new Float64Array(7).fill(0.1))).toEqual({
      count: 7,
      mean: 0.1,
      deviation: 0,
      skewness: 0,
    });
  });

  it('gives zeros where nothing is present', () => {
    expect(moments(Float64Array.of(NaN))).toEqual({ count: 0, mean: 0, deviation: 0, skewness: 0 });
  });
});
