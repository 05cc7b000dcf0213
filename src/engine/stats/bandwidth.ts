import { exp, log } from './logarithm';
import { moments } from './moments';
import { quantile } from './quantile';

/**
 * Width of a Gaussian kernel for rising numbers, of which there are two at least, in their unit: 0.9 × the lesser of the
 * deviation (divisor n − 1) and the interquartile range ÷ 1.34, × n^(−1/5). Where more than half are one value the deviation
 * alone; where all are, their size, or 1.
 * @see Silverman 1986, 3.31; R, bw.nrd0.
 */
export function bandwidth(rising: Float64Array): number {
  const n = rising.length;
  const deviation = moments(rising).deviation * Math.sqrt(n / (n - 1));
  const range = quantile(rising, 0.75) - quantile(rising, 0.25);
  const spread = Math.min(deviation, range / 1.34) || deviation || Math.abs(rising[0]!) || 1;
  return 0.9 * spread * exp(-0.2 * log(n));
}
