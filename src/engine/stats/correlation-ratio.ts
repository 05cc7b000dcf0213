import { ratioInterval } from './association-interval';
import type { Centred } from './correlation';

/** How far a category tells a number. */
export interface RatioAssociation {
  /** √ε²: η corrected for chance, 0 to 1. */
  value: number;
  /** Correlation ratio η: the root of the share of the number's variance that lies between the groups. */
  plain: number;
  /** 95 % interval of what `value` estimates; null where too few rows leave none. */
  low: number | null;
  high: number | null;
  /** Rows in which both are there. */
  rows: number;
}

/**
 * Correlation ratio of a number by the groups 0 to `levels` − 1 of a category; greater codes are blanks. Null where the
 * number does not vary or fewer than two groups have a row.
 * @see Fisher 1925: η² is the R² of an analysis of variance; Kelley 1935: ε² is its adjusted R².
 */
export function correlationRatio(
  { values, centre }: Centred,
  codes: Uint8Array,
  levels: number,
): RatioAssociation | null {
  const counts = new Float64Array(levels);
  const sums = new Float64Array(levels);
  let [n, sum, squares] = [0, 0, 0];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    const value = values[i]! - centre;
    if (code >= levels || value !== value) continue;
    counts[code]!++;
    sums[code]! += value;
    n++;
    sum += value;
    squares += value * value;
  }
  const groups = counts.reduce((all, count) => all + Number(count > 0), 0);
  const whole = squares - (sum * sum) / n;
  if (groups < 2 || !(whole > n * (1e-13 * (Math.abs(centre) + Math.abs(sum / n))) ** 2)) return null;
  let between = -(sum * sum) / n;
  counts.forEach((count, code) => (between += count > 0 ? sums[code]! ** 2 / count : 0));
  const share = Math.min(1, Math.max(0, between / whole));
  if (!Number.isFinite(share)) return null;
  const adjusted = n > groups ? Math.max(0, 1 - ((1 - share) * (n - 1)) / (n - groups)) : 0;
  const { low, high } = ratioInterval(share, n, groups) ?? { low: null, high: null };
  return { value: Math.sqrt(adjusted), plain: Math.sqrt(share), low, high, rows: n };
}
