import { moments } from '../../stats/moments';
import type { Pieces } from '../../pieces';
import { quantile, sortedInPieces } from '../../stats/quantile';

/** Where the values lie and how far they reach, in the column's own unit. `spread` is 0 for a constant column. */
export interface CentreAndSpread {
  centre: number;
  spread: number;
}

/** `z`: mean and population deviation (divisor n). `min-max`: least value and range. `robust`: median and interquartile range (type 7). */
export type Measure = 'z' | 'min-max' | 'robust';

/**
 * Centre and spread of the values that are present, of which there must be one.
 * @see scikit-learn, StandardScaler, MinMaxScaler, RobustScaler: same conventions.
 */
export function* centreAndSpread(values: Float64Array, measure: Measure): Pieces<CentreAndSpread> {
  // Sums over rising values do not depend on the order of rows, not even in their last digit.
  const rising = yield* sortedInPieces(values);
  yield;
  if (measure === 'z') {
    const { mean, deviation } = moments(rising);
    return { centre: mean, spread: deviation };
  }
  const [low, high] = measure === 'robust' ? [0.25, 0.75] : [0, 1];
  const least = quantile(rising, low);
  return {
    centre: measure === 'robust' ? quantile(rising, 0.5) : least,
    spread: quantile(rising, high) - least,
  };
}
