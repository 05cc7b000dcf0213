import type { Pieces } from '../pieces';
import { fenceAt, fenced, isAtFence } from './fenced';
import { exp, log } from './logarithm';
import { minimise, type Minimum, type Slope } from './minimise';
import { inverseDiagonal } from './positive-matrix';

/** n histories of purchases, columns side by side, all times in one unit. */
export interface Histories {
  /** Times bought again, whole: 0 for who bought once. */
  repeats: Uint32Array;
  /** From the first purchase to the last. */
  last: Float64Array;
  /** From the first purchase to the end of what was seen. */
  age: Float64Array;
  /** How many customers have this history. */
  weights: Float64Array;
}

/** Purchases come at a rate that is gamma distributed (shape `r`, rate `alpha`); after each a share, beta (`a`, `b`), stays away for good. */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface BgNbdFit extends BgNbd {
  logLikelihood: number;
  /** Standard errors, from the curvature at the maximum; null where it is no peak. */
  errors: BgNbd | null;
  /** Whether the maximum was reached. */
  settled: boolean;
}

/** Histories between two rests. */
const BLOCK = 8192;
const FEW = 10_000;
const AXES = 4;

/**
 * The most likely parameters of the BG/NBD model; `alpha` in the unit of the histories' times.
 * Sums run in the order of the histories.
 * @source Fader, Hardie and Lee (2005), "Counting your customers" the easy way, equations 6 and 10
 */
export function* fitBgNbd(histories: Histories): Pieces<BgNbdFit> {
  const unit = meanAge(histories);
  const scaled = {
    ...histories,
    last: histories.last.map((time) => time / unit),
    age: histories.age.map((time) => time / unit),
  };
  const likelihood = new Likelihood(scaled);
  const near = yield* nearlyThere(scaled);
  const start = near?.at ?? new Float64Array(AXES);
  const { at, value, hessian, settled } = yield* minimise(likelihood.objective, start, near?.hessian);
  const [r, alpha, a, b] = [...at].map(exp) as [number, number, number, number];
  const { customers, bought } = likelihood;
  const variances = isAtFence(at) ? null : inverseDiagonal(hessian);
  // At a maximum the error of ln p is that of p, relative to it.
  const error = (i: number, of: number): number => of * Math.sqrt(variances![i]! / customers);
  return {
    r,
    alpha: alpha * unit,
    a,
    b,
    logLikelihood: (fenceAt(at) - value) * customers - bought * log(unit),
    errors: variances && { r: error(0, r), alpha: error(1, alpha * unit), a: error(2, a), b: error(3, b) },
    settled,
  };
}

/** Of many histories a few, evenly taken, say nearly where the maximum is. */
function* nearlyThere(histories: Histories): Pieces<Minimum | null> {
  const every = Math.floor(histories.repeats.length / FEW);
  if (every < 2) return null;
  const isTaken = (_: number, i: number): boolean => i % every === 0;
  const few = new Likelihood({
    repeats: histories.repeats.filter(isTaken),
    last: histories.last.filter(isTaken),
    age: histories.age.filter(isTaken),
    weights: histories.weights.filter(isTaken),
  });
  return yield* minimise(few.objective, new Float64Array(AXES));
}

/** 1 where nobody was seen for any time. */
function meanAge({ age, weights }: Histories): number {
  const total = age.reduce((sum, time, i) => sum + time * weights[i]!, 0);
  return total > 0 ? total / weights.reduce((sum, weight) => sum + weight, 0) : 1;
}

/** The mean of −ln L over customers, at the logarithms of r, α, a and b. */
class Likelihood {
  readonly customers: number;
  /** All repeats of all customers. */
  readonly bought: number;
  /** How many customers bought again so often or more: index 0 is once or more. */
  readonly #atLeast: Float64Array;

  constructor(readonly histories: Histories) {
    const { repeats, weights } = histories;
    const most = repeats.reduce((top, count) => Math.max(top, count), 0);
    this.#atLeast = new Float64Array(most);
    let [customers, bought] = [0, 0];
    repeats.forEach((count, i) => {
      customers += weights[i]!;
      bought += count * weights[i]!;
      if (count > 0) this.#atLeast[count - 1]! += weights[i]!;
    });
    for (let count = most - 2; count >= 0; count--) this.#atLeast[count]! += this.#atLeast[count + 1]!;
    this.customers = customers;
    this.bought = bought;
  }

  readonly objective = fenced((place) => this.#slope(place));

  *#slope(place: Float64Array): Pieces<Slope> {
    const [r, alpha, a, b] = [...place].map(exp) as [number, number, number, number];
    const sums = { value: 0, r: 0, alpha: 0, a: 0, b: 0 };
    this.#addCounts(r, a, b, sums);
    const { repeats } = this.histories;
    for (let from = 0; from < repeats.length; from += BLOCK) {
      this.#addTimes({ r, alpha, a, b }, from, Math.min(from + BLOCK, repeats.length), sums);
      yield;
    }
    const n = -this.customers;
    return {
      value: sums.value / n,
      gradient: Float64Array.of(
        (sums.r * r) / n,
        (sums.alpha * alpha) / n,
        (sums.a * a) / n,
        (sums.b * b) / n,
      ),
    };
  }

  /** ln Γ(r + x) − ln Γ(r) and ln B(a, b + x) − ln B(a, b): for whole x both are sums of logarithms. */
  #addCounts(r: number, a: number, b: number, sums: BgNbd & { value: number }): void {
    this.#atLeast.forEach((customers, i) => {
      const all = a + b + i;
      sums.value += customers * log(((r + i) * (b + i)) / all);
      sums.r += customers / (r + i);
      sums.a -= customers / all;
      sums.b += customers * (1 / (b + i) - 1 / all);
    });
  }

  #addTimes({ r, alpha, a, b }: BgNbd, from: number, to: number, sums: BgNbd & { value: number }): void {
    const { repeats, last, age, weights } = this.histories;
    const lnAlpha = log(alpha);
    const lnA = log(a);
    for (let i = from; i < to; i++) {
      const x = repeats[i]!;
      const weight = weights[i]!;
      const rate = r + x;
      const lnAge = log(alpha + age[i]!);
      sums.value += weight * (r * lnAlpha - rate * lnAge);
      sums.r += weight * (lnAlpha - lnAge);
      sums.alpha += weight * (r / alpha - rate / (alpha + age[i]!));
      if (x === 0) continue;
      // How much likelier it is that the customer has left since than not, and ln(1 + that).
      const since = lnAge - log(alpha + last[i]!);
      const lnOdds = lnA - log(b + x - 1) + rate * since;
      const less = exp(-Math.abs(lnOdds));
      const left = (lnOdds > 0 ? 1 : less) / (1 + less);
      sums.value += weight * (Math.max(lnOdds, 0) + log(1 + less));
      sums.r += weight * left * since;
      sums.alpha += weight * left * rate * (1 / (alpha + age[i]!) - 1 / (alpha + last[i]!));
      sums.a += (weight * left) / a;
      sums.b -= (weight * left) / (b + x - 1);
    }
  }
}
