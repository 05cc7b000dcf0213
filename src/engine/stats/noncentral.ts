import { lnGamma } from './gamma';
import { exp, log, log1p } from './logarithm';

/** Terms this many deviations of the Poisson weights away count for nothing. */
const REACH = 10;
const LEAST_REACH = 40;
const EXACT = 1e-15;
const MOST_TURNS = 100_000;
const TINY = 1e-300;

/**
 * Chance that a noncentral chi-square of `df` degrees is at most x.
 * @see Johnson, Kotz and Balakrishnan 1995: central ones weighed by a Poisson distribution; R, pchisq(ncp =).
 */
export function noncentralChiSquare(x: number, df: number, noncentrality: number): number {
  const half = x / 2;
  if (!(half > 0)) return 0;
  // What one degree pair more takes away, as a logarithm.
  const less = (a: number) => a * log(half) - half - lnGamma(a + 1);
  return weighed(noncentrality, {
    top: (j) => lowerGamma(df / 2 + j, half),
    less: (j) => less(df / 2 + j),
    ratio: (j) => (df / 2 + j) / half,
  });
}

/**
 * Chance that a noncentral F of `between` and `within` degrees is at most f.
 * @see the same, chapter 30; R, pf(ncp =).
 */
export function noncentralF(f: number, between: number, within: number, noncentrality: number): number {
  if (!(f > 0)) return 0;
  const ratio = (between * f) / within;
  const y = ratio / (1 + ratio);
  const [a0, b] = [between / 2, within / 2];
  const [lnY, lnRest] = [log(ratio) - log1p(ratio), -log1p(ratio)];
  const lnBeta = (a: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const less = (a: number) => a * lnY + b * lnRest - log(a) - lnBeta(a);
  return weighed(noncentrality, {
    top: (j) => incompleteBeta(y, a0 + j, b, exp(less(a0 + j))),
    less: (j) => less(a0 + j),
    ratio: (j) => (a0 + j) / (y * (a0 + j + b - 1)),
  });
}

interface Series {
  /** The central chance at a place. */
  top: (j: number) => number;
  /** Logarithm of what that of the next place is less by, and how that grows from a place to the one before. */
  less: (j: number) => number;
  ratio: (j: number) => number;
}

/** Σ Poisson(j; λ ÷ 2) × central chance at j, from the highest place that counts down. */
function weighed(noncentrality: number, { top, less, ratio }: Series): number {
  const mean = noncentrality / 2;
  const reach = Math.ceil(REACH * Math.sqrt(mean)) + LEAST_REACH;
  const last = Math.floor(mean) + reach;
  const first = Math.max(0, Math.floor(mean) - reach);
  const lnMean = mean > 0 ? log(mean) : 0;
  const weightAt = (j: number) => (mean > 0 ? exp(j * lnMean - mean - lnGamma(j + 1)) : Number(j === 0));
  let [chance, step, weight, sum] = [top(last), exp(less(last)), weightAt(last), 0];
  for (let j = last; ; j--) {
    sum += weight * chance;
    if (j === first) break;
    step = step > TINY ? step * ratio(j) : exp(less(j - 1));
    chance = Math.min(1, chance + step);
    weight = mean > 0 && weight > TINY ? (weight * j) / mean : weightAt(j - 1);
  }
  return Math.min(1, sum);
}

/** Regularised lower incomplete gamma. @see Numerical Recipes, 6.2 */
function lowerGamma(a: number, x: number): number {
  const front = exp(a * log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < MOST_TURNS && term > sum * EXACT; n++) sum += term *= x / (a + n);
    return Math.min(1, front * sum);
  }
  const upper = fraction(
    (n) => n * (a - n),
    (n) => x + 2 * n + 1 - a,
  );
  return Math.max(0, 1 - front * upper);
}

/** Regularised incomplete beta; `front` is y^a (1 − y)^b ÷ (a B(a, b)). @see Numerical Recipes, 6.4 */
function incompleteBeta(y: number, a: number, b: number, front: number): number {
  if (y > (a + 1) / (a + b + 2)) {
    // The fraction of the other side is the one that converges.
    const other = (front * a) / b;
    return 1 - other * betaFraction(1 - y, b, a);
  }
  return front * betaFraction(y, a, b);
}

const betaFraction = (y: number, a: number, b: number): number =>
  fraction(
    (n) => {
      const m = Math.floor(n / 2);
      return n % 2 === 0
        ? (m * (b - m) * y) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * y) / ((a + 2 * m) * (a + 2 * m + 1));
    },
    () => 1,
  );

/** 1 ÷ (b₀ + a₁ ÷ (b₁ + a₂ ÷ …)) by Lentz’s method. */
function fraction(a: (n: number) => number, b: (n: number) => number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let d = 1 / away(b(0));
  let c = 1 / TINY;
  let value = d;
  for (let n = 1; n < MOST_TURNS; n++) {
    d = 1 / away(b(n) + a(n) * d);
    c = away(b(n) + a(n) / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < EXACT) break;
  }
  return value;
}
