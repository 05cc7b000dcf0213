import type { BgNbd } from './bg-nbd';
import { exp, log } from './logarithm';

/** A term of a series that changes its sum by less is the last. */
const TINY = 1e-15;
const MOST_TERMS = 100_000;
const LARGE = 2 ** 900;
const LN_LARGE = 900 * Math.LN2;

/** (e^y − 1) ÷ y, and 1 at 0. */
function growth(y: number): number {
  if (Math.abs(y) > 0.5) return (exp(y) - 1) / y;
  let sum = 1;
  for (let i = 16; i >= 2; i--) sum = 1 + (y / i) * sum;
  return sum;
}

/** How much likelier it is that somebody who bought again has left than not. */
function oddsOfLeft({ r, alpha, a, b }: BgNbd, repeats: number, last: number, age: number): number {
  return repeats === 0
    ? 0
    : (a / (b + repeats - 1)) * exp((r + repeats) * (log(alpha + age) - log(alpha + last)));
}

/**
 * The probability, 0 to 1, that a customer has not left for good. 1 for everybody who bought once: in this model one
 * leaves only after buying again, so that it says nothing there.
 * @source Fader, Hardie and Lee (2005); Fader and Hardie (2008), Computing P(alive) using the BG/NBD model
 */
export const probabilityAlive = (model: BgNbd, repeats: number, last: number, age: number): number =>
  1 / (1 + oddsOfLeft(model, repeats, last, age));

/** What `expectedOf` a customer who had not left would be: of history only `repeats` and `age` count. */
export function expectedOfAlive(model: BgNbd, repeats: number, age: number, ahead: number): number {
  const { r, alpha, a, b } = model;
  const past = alpha + age;
  const z = ahead / (past + ahead);
  const lnRest = log(past / (past + ahead));
  const c = a + b + repeats - 1;
  const epsilon = a - 1;
  const rate = r + repeats;
  if (epsilon > rate) {
    const { sum, lnScale } = series(rate, b + repeats, c, z, rate * ((b + repeats) / c) * z);
    return (c / epsilon) * (1 - exp(rate * lnRest) - exp(rate * lnRest + lnScale) * sum);
  }
  // By Euler's transform, with ε = a − 1 and c taken out of the series: nothing is divided by 0 where a is 1 or c is 0.
  const { sum, lnScale } = series(c - rate, epsilon, c, z, (c - rate) * z);
  return -c * lnRest * growth(epsilon * lnRest) - exp(epsilon * lnRest + lnScale) * sum + 0;
}

/** Σ of the terms of 2F1(one, other; c; z) from the second on, of which `second` is given, divided by e^lnScale. */
function series(one: number, other: number, c: number, z: number, second: number) {
  let term = second;
  let sum = term;
  let lnScale = 0;
  for (let n = 1; n < MOST_TERMS && Math.abs(term) > TINY * Math.abs(sum); n++) {
    term *= ((one + n) / (c + n)) * ((other + n) / (n + 1)) * z;
    sum += term;
    if (Math.abs(sum) < LARGE) continue;
    term /= LARGE;
    sum /= LARGE;
    lnScale += LN_LARGE;
  }
  return { sum, lnScale };
}

/**
 * Purchases to be expected of a customer within the time `ahead`, given the history; times in the unit of `alpha`.
 * @source Fader, Hardie and Lee (2005), equation 10, by Euler's transform
 */
export const expectedOf = (model: BgNbd, repeats: number, last: number, age: number, ahead: number): number =>
  expectedOfAlive(model, repeats, age, ahead) * probabilityAlive(model, repeats, last, age);

/**
 * How likely somebody buys again 0, 1, 2 … `most` times within `age` of the first purchase.
 * @source Fader, Hardie and Lee (2005), equation 8
 */
export function likelyRepeats({ r, alpha, a, b }: BgNbd, most: number, age: number): number[] {
  const share = age / (alpha + age);
  let bought = exp(r * log(alpha / (alpha + age))); // so often if nobody ever left
  let stayed = 1; // how likely it is to be still there after so many
  let fewer = 0;
  return Array.from({ length: most + 1 }, (_, x) => {
    if (x === 0) return bought;
    fewer += bought;
    bought *= ((r + x - 1) / x) * share;
    const left = (stayed * a) / (a + b + x - 1);
    stayed *= (b + x - 1) / (a + b + x - 1);
    return stayed * bought + left * Math.max(0, 1 - fewer);
  });
}
