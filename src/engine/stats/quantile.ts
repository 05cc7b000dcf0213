import { atOnce, type Pieces } from '../pieces';
import { risingInPieces } from './rising';

/** From so many values on sorting by digits is faster. */
const MANY = 8192;

/** The values that are not NaN, rising, as an array of its own. */
export const sorted = (values: Float64Array): Float64Array => atOnce(sortedInPieces(values));

/** The same, giving way now and then. */
export function* sortedInPieces(values: Float64Array): Pieces<Float64Array> {
  if (values.length < MANY) return values.filter((value) => !Number.isNaN(value)).sort();
  return (yield* risingInPieces(values)).values;
}

/**
 * Quantile of rising values by linear interpolation, type 7; NaN where there are none.
 * @param share 0 to 1
 * @see Hyndman and Fan 1996; the default of R and NumPy.
 */
export function quantile(rising: Float64Array, share: number): number {
  if (rising.length === 0) return NaN;
  const at = share * (rising.length - 1);
  const below = Math.floor(at);
  const low = rising[below]!;
  const high = rising[Math.min(below + 1, rising.length - 1)]!;
  return between(low, high, at - below);
}

/** The value so far (0 to 1) from one to the other, also where they are farther apart than a number can be. */
export function between(low: number, high: number, share: number): number {
  const apart = high - low;
  return Number.isFinite(apart) ? low + apart * share : low * (1 - share) + high * share;
}

/** Middle value, the mean of the two middle ones where their number is even; NaN is skipped, NaN if nothing is left. */
export const median = (values: Float64Array): number => quantile(sorted(values), 0.5);
