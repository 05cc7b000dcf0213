import { quantile } from './quantile';

/** A box with whiskers, in the unit of its values; all NaN where there are none. */
export interface Box {
  /** Least and greatest value within 1.5 interquartile ranges of the box. */
  low: number;
  high: number;
  /** Quartiles, type 7. */
  lower: number;
  median: number;
  upper: number;
  /** Values beyond the whiskers. */
  beyond: number;
}

const REACH = 1.5;

/**
 * Box of rising values without NaN.
 * @see Tukey 1977; matplotlib, boxplot_stats (whis = 1.5), which takes quartiles of type 7 as well.
 */
export function boxOf(rising: Float64Array): Box {
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantile(rising, share)) as [
    number,
    number,
    number,
  ];
  const reach = REACH * (upper - lower);
  let from = 0;
  while (from < rising.length && rising[from]! < lower - reach) from++;
  let to = rising.length - 1;
  while (to >= 0 && rising[to]! > upper + reach) to--;
  return {
    low: rising[from] ?? NaN,
    high: rising[to] ?? NaN,
    lower,
    median,
    upper,
    beyond: from + rising.length - 1 - to,
  };
}
