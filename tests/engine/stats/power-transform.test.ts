import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/engine/pieces';
import { boxCoxLambda, yeoJohnsonLambda } from '../../../src/engine/stats/power-transform';

/** Squares of evenly spread numbers, so many that a few are looked at first. */
const values = Float64Array.from({ length: 60_000 }, (_, i) => (1 + i / 60_000) ** 2);
const counts = new Uint32Array(values.length).fill(1);

describe('the λ of many values', () => {
  // scipy 1.10: x = (1 + np.arange(60000) / 60000) ** 2; boxcox_normmax(x, method="mle"); yeojohnson_normmax(x)
  it('is that of all, not of the few looked at first', () => {
    expect(atOnce(boxCoxLambda({ values, counts }))).toBeCloseTo(0.37444861640323474, 6);
    expect(atOnce(yeoJohnsonLambda({ values, counts }))).toBeCloseTo(0.1967982969286694, 6);
  });
});
