import { log } from './logarithm';

/** From here on a column has shifted so far that it is worth a look, and from there on that it is another population. */
export const SHIFTED = 0.1;
export const CHANGED = 0.25;

/** The least share a bin counts as, so that an empty one does not make the sum endless. */
const LEAST_SHARE = 0.0001;

/**
 * Population stability index of two sets of shares over the same bins: Σ (now − then) · ln(now ÷ then), each share
 * counted as at least 0.0001. Unitless; 0 where both are the same. Below 0.1 nothing worth a word has moved, from 0.1 it
 * has shifted, from 0.25 it is another population.
 * @see Siddiqi, Credit Risk Scorecards, 2006, for the index and both thresholds
 */
export function populationStability(then: readonly number[], now: readonly number[]): number {
  return then.reduce((sum, share, bin) => {
    const [before, after] = [Math.max(share, LEAST_SHARE), Math.max(now[bin]!, LEAST_SHARE)];
    return sum + (after - before) * log(after / before);
  }, 0);
}

/**
 * The shares of values in bins: up to and with the first edge, above it up to and with the second …, above the last.
 * NaN is skipped; without a value all shares are 0.
 * @param edges rising, none twice
 */
export function sharesInBins(values: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  let present = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    let bin = 0;
    while (bin < edges.length && value > edges[bin]!) bin++;
    counts[bin]!++;
    present++;
  }
  return counts.map((count) => count / (present || 1));
}
