/** What one column is like; in its own unit, but for the unitless skewness. */
export interface Moments {
  /** Values present. */
  count: number;
  mean: number;
  /** Population deviation, divisor n. */
  deviation: number;
  /** Third central moment ÷ deviation³, divisor n (scipy.stats.skew, bias=True); 0 for a constant column. */
  skewness: number;
}

/**
 * Mean, deviation and skewness in two passes; NaN is skipped. All are 0 where nothing is present.
 * @see scikit-learn, StandardScaler: divisor n.
 */
export function moments(values: Float64Array): Moments {
  let count = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
  }
  if (count === 0) return { count, mean: 0, deviation: 0, skewness: 0 };
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const from = value - mean;
    squares += from * from;
    cubes += from * from * from;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // A constant such as 0.1 has a mean that is off by rounding; its deviation is 0 all the same.
  if (least === most) return { count, mean: least, deviation: 0, skewness: 0 };
  const deviation = Math.sqrt(squares / count);
  return { count, mean, deviation, skewness: deviation > 0 ? cubes / count / deviation ** 3 : 0 };
}
