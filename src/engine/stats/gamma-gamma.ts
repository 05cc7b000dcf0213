import type { Pieces } from '../pieces';
import { fenceAt, fenced, isAtFence } from './fenced';
import { digamma, lnGamma } from './gamma';
import { exp, log } from './logarithm';
import { minimise, type Slope } from './minimise';
import { inverseDiagonal } from './positive-matrix';

/** What n customers spent, columns side by side. */
export interface Spending {
  /** Purchases that count, at least 1. */
  purchases: Uint32Array;
  /** Mean money of them, above 0. */
  mean: Float64Array;
}

/** Money of a purchase is gamma distributed (shape `p`) around each customer's mean, whose rate is gamma (`q`, `v`); `v` in the file's money. */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

export interface GammaGammaFit extends GammaGamma {
  logLikelihood: number;
  /** Standard errors; null where the maximum is no peak. */
  errors: GammaGamma | null;
  settled: boolean;
}

const BLOCK = 8192;

/**
 * The most likely parameters of the Gamma-Gamma model of spend. Sums run in the order of the customers.
 * @source Fader and Hardie (2013), The Gamma-Gamma model of monetary value, equation 1a
 */
export function* fitGammaGamma({ purchases, mean }: Spending): Pieces<GammaGammaFit> {
  const n = mean.length;
  const unit = n > 0 ? mean.reduce((sum, money) => sum + money, 0) / n : 1;
  const means = mean.map((money) => money / unit);
  const logs = means.map(log);
  const counts = countsOf(purchases);
  // ln Γ needs few values: customers with as many purchases share them. The terms in x and m alone are added at the end.
  function* slope(place: Float64Array): Pieces<Slope> {
    const [p, q, v] = [...place].map(exp) as [number, number, number];
    const shared = n * (q * log(v) - lnGamma(q));
    const sums = { value: shared, p: 0, q: n * (log(v) - digamma(q)), v: (n * q) / v };
    for (const [x, customers] of counts) {
      const psi = digamma(p * x + q);
      sums.value += customers * (lnGamma(p * x + q) - lnGamma(p * x) + p * x * log(x));
      sums.p += customers * x * (psi - digamma(p * x) + log(x));
      sums.q += customers * psi;
    }
    for (let from = 0; from < n; from += BLOCK) {
      for (let i = from; i < Math.min(from + BLOCK, n); i++) {
        const x = purchases[i]!;
        const total = x * means[i]! + v;
        const lnTotal = log(total);
        sums.value += p * x * logs[i]! - (p * x + q) * lnTotal;
        sums.p += x * (logs[i]! - lnTotal);
        sums.q -= lnTotal;
        sums.v -= (p * x + q) / total;
      }
      yield;
    }
    return {
      value: -sums.value / n,
      gradient: Float64Array.of((-sums.p * p) / n, (-sums.q * q) / n, (-sums.v * v) / n),
    };
  }
  const { at, value, hessian, settled } = yield* minimise(fenced(slope), Float64Array.of(0, 1, 0));
  const [p, q, v] = [...at].map(exp) as [number, number, number];
  const variances = isAtFence(at) ? null : inverseDiagonal(hessian);
  const error = (i: number, of: number): number => of * Math.sqrt(variances![i]! / n);
  const alone = logs.reduce((sum, ln) => sum + ln + log(unit), 0);
  return {
    p,
    q,
    v: v * unit,
    logLikelihood: (fenceAt(at) - value) * n - alone,
    errors: variances && { p: error(0, p), q: error(1, q), v: error(2, v * unit) },
    settled,
  };
}

function countsOf(purchases: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const x of purchases) counts.set(x, (counts.get(x) ?? 0) + 1);
  return new Map([...counts].sort(([one], [other]) => one - other));
}

/**
 * The mean money of a purchase to be expected of a customer with so many purchases of such a mean; none: of a new one.
 * Only where `q` is above 1: else the model has no mean.
 */
export function expectedMoney({ p, q, v }: GammaGamma, purchases: number, mean: number): number {
  const own = p * purchases + q - 1;
  return (p * (v + (purchases > 0 ? purchases * mean : 0))) / own;
}
