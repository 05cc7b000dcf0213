import { moments } from '../../stats/moments';
import { quantile, sorted } from '../../stats/quantile';
import { learnLimits } from '../segment/outliers';

/** `iqr`: Tukey's fences. `z`: standard deviations from the mean. `mad`: robust deviations from the median. */
export type FenceRule = 'iqr' | 'z' | 'mad';

/** What is usually taken for far: 1.5 interquartile ranges, 3 standard deviations, 3.5 robust ones. */
export const USUAL: Readonly<Record<FenceRule, number>> = { iqr: 1.5, z: 3, mad: 3.5 };

/** Values from `low` to `high` are ordinary, both of them too; in the column's own unit. */
export interface Fences {
  low: number;
  high: number;
}

/**
 * Where the ordinary ends among the values present, of which there must be one.
 * `iqr`: quartiles (type 7) −/+ `beyond` × their distance. `z`: mean −/+ `beyond` × deviation (divisor n).
 * `mad`: median −/+ `beyond` × 1.4826 × median absolute deviation, where that is 0 1.2533 × the mean one.
 * A constant column has both fences at its constant.
 * @see Tukey 1977, Exploratory Data Analysis; Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers.
 */
export function fencesOf(values: Float64Array, rule: FenceRule, beyond: number): Fences {
  // Sums over rising values do not depend on the order of rows, not even in their last digit.
  const rising = sorted(values);
  if (rule === 'iqr') {
    const [lower, upper] = [quantile(rising, 0.25), quantile(rising, 0.75)];
    const reach = beyond * (upper - lower);
    return { low: lower - reach, high: upper + reach };
  }
  if (rule === 'z') {
    const { mean, deviation } = moments(rising);
    return { low: mean - beyond * deviation, high: mean + beyond * deviation };
  }
  const { centre, spread } = learnLimits([rising], beyond).limits[0]!;
  return { low: centre - beyond * spread, high: centre + beyond * spread };
}
