/** What is known of a group of numbers. */
export interface GroupMoments {
  count: number;
  mean: number;
  /** Sum of squared distances to the mean. */
  squares: number;
}

/** A difference with its 95 % interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** Two-sided 95 % of a normal distribution. */
const Z = 1.959963984540054;

/**
 * Cohen's d: difference of two means in pooled standard deviations (divisor n₁ + n₂ − 2), not corrected for small
 * samples, with the large-sample interval d ± 1.96 √((n₁ + n₂) ÷ (n₁ n₂) + d² ÷ (2 (n₁ + n₂))). Null where a group has
 * fewer than two values or nothing varies within the groups.
 * @see Hedges and Olkin 1985, section 5.E; for 30 and more in each group within 0.02 of the interval by non-central t.
 */
export function cohensD(one: GroupMoments, other: GroupMoments): Interval | null {
  const [n, m] = [one.count, other.count];
  if (n < 2 || m < 2) return null;
  const pooled = Math.sqrt((one.squares + other.squares) / (n + m - 2));
  const gap = one.mean - other.mean;
  // A constant such as 0.1 varies by rounding alone.
  if (!(pooled > 1e-12 * Math.max(Math.abs(one.mean), Math.abs(other.mean)))) return null;
  const value = gap / pooled;
  const margin = Z * Math.sqrt((n + m) / (n * m) + value ** 2 / (2 * (n + m)));
  return { value, low: value - margin, high: value + margin };
}

/**
 * Difference of two shares, x₁ ÷ n₁ − x₂ ÷ n₂, with the hybrid score interval. Null where a group is empty.
 * @see Newcombe 1998, method 10; DescTools, BinomDiffCI(method = "score").
 */
export function shareDifference(x: number, n: number, y: number, m: number): Interval | null {
  if (n === 0 || m === 0) return null;
  const [p, q] = [x / n, y / m];
  const [one, other] = [wilson(p, n), wilson(q, m)];
  const value = p - q;
  return {
    value,
    low: value - Math.sqrt((p - one.low) ** 2 + (other.high - q) ** 2),
    high: value + Math.sqrt((one.high - p) ** 2 + (q - other.low) ** 2),
  };
}

/** Wilson's score interval of one share, without continuity correction. */
function wilson(p: number, n: number): { low: number; high: number } {
  const middle = p + Z ** 2 / (2 * n);
  const margin = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const whole = 1 + Z ** 2 / n;
  return { low: (middle - margin) / whole, high: (middle + margin) / whole };
}
