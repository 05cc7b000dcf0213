import { exp, log1p } from './logarithm';

/** A correlation with its 95 % interval; `low` and `high` null where too few rows leave none. */
export interface Correlation {
  value: number;
  low: number | null;
  high: number | null;
  /** Rows in which both have a value. */
  rows: number;
}

/** Two-sided 95 % of a normal distribution. */
const Z = 1.959963984540054;
/** Less than this share of a column's size is rounding, not difference. */
const ROUNDING = 1e-13;

/** Numbers that are to be held against others, with what is needed of each alone. */
export interface Centred {
  values: Float64Array | Uint32Array;
  /** Near the mean: sums of what lies around it lose no digits. */
  centre: number;
}

/** The mean of what is there, to centre by; 0 where nothing is. NaN is skipped. */
export function centreOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== value) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/**
 * Pearson's product-moment correlation of the rows in which both are there, with the interval by Fisher's z. NaN is
 * missing. Null for fewer than two rows, where one does not vary, or where numbers are too great to multiply.
 * @see R, cor(use = "pairwise.complete.obs") and cor.test.
 */
export function pearson(one: Centred, other: Centred): Correlation | null {
  const found = productMoment(one, other);
  return found && { ...found, ...fisherInterval(found.value, found.rows) };
}

/** The correlation alone, and the rows it rests on. */
export function productMoment(one: Centred, other: Centred): { value: number; rows: number } | null {
  const [xs, ys, cx, cy] = [one.values, other.values, one.centre, other.centre];
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i]! - cx;
    const y = ys[i]! - cy;
    if (x !== x || y !== y) continue;
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  if (n < 2) return null;
  const xx = sxx - (sx * sx) / n;
  const yy = syy - (sy * sy) / n;
  const flat = (squares: number, centre: number, sum: number) =>
    !(squares > n * (ROUNDING * (Math.abs(centre) + Math.abs(sum / n))) ** 2);
  if (flat(xx, cx, sx) || flat(yy, cy, sy)) return null;
  const value = (sxy - (sx * sy) / n) / (Math.sqrt(xx) * Math.sqrt(yy));
  return Number.isFinite(value) ? { value: Math.min(1, Math.max(-1, value)), rows: n } : null;
}

/**
 * 95 % interval of a Pearson correlation of n rows: ± 1.96 ÷ √(n − 3) around its inverse hyperbolic tangent.
 * @see Fisher 1921; R, cor.test.
 */
export const fisherInterval = (r: number, n: number) => intervalAround(r, n > 3 ? 1 / (n - 3) : NaN);

/**
 * The same for Spearman's, whose spread is greater: (1 + r² ÷ 2) ÷ (n − 3).
 * @see Bonett and Wright 2000.
 */
export const rankInterval = (r: number, n: number) =>
  intervalAround(r, n > 3 ? (1 + (r * r) / 2) / (n - 3) : NaN);

function intervalAround(r: number, variance: number): { low: number | null; high: number | null } {
  if (Number.isNaN(variance)) return { low: null, high: null };
  if (Math.abs(r) === 1) return { low: r, high: r };
  const z = 0.5 * (log1p(r) - log1p(-r));
  const margin = Z * Math.sqrt(variance);
  return { low: tanh(z - margin), high: tanh(z + margin) };
}

function tanh(z: number): number {
  const e = exp(-2 * Math.abs(z));
  return (Math.sign(z) * (1 - e)) / (1 + e);
}
