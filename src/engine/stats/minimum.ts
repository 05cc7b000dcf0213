import type { Pieces } from '../pieces';

const GOLDEN = (1 + Math.sqrt(5)) / 2;
const SECTION = 2 - GOLDEN;
/** The place is found to this share of itself, or to this much near 0. */
const TOLERANCE = 1.48e-8;
const LEAST_STEP = 1e-11;
const MOST_ROUNDS = 100;

/** A function of one number that may rest while it is worked out; anything but a finite number counts as highest. */
export type Curve = (x: number) => Pieces<number>;

/**
 * Where a curve with one valley is lowest: downhill from two places until it rises, then Brent's method. Deterministic.
 * @see Brent 1973, Algorithms for Minimization without Derivatives, chapter 5; scipy.optimize.brent has the same tolerance.
 */
export function* minimum(curve: Curve, from: number, to: number): Pieces<number> {
  function* at(x: number): Pieces<number> {
    const y = yield* curve(x);
    return Number.isFinite(y) ? y : Infinity;
  }
  const [low, lowest, high] = yield* downhill(at, from, to);
  return yield* brent(at, low, lowest, high);
}

/** Three places, rising, of which the middle one is lowest. */
function* downhill(at: Curve, from: number, to: number): Pieces<[number, number, number]> {
  let [a, b] = [from, to];
  let [atA, atB] = [yield* at(a), yield* at(b)];
  if (atA < atB) [a, b, atA, atB] = [b, a, atB, atA];
  let c = b + GOLDEN * (b - a);
  let atC = yield* at(c);
  for (let round = 0; atC < atB && round < MOST_ROUNDS; round++) {
    [a, b, atB] = [b, c, atC];
    c = b + GOLDEN * (b - a);
    atC = yield* at(c);
  }
  return a < c ? [a, b, c] : [c, b, a];
}

function* brent(at: Curve, from: number, middle: number, to: number): Pieces<number> {
  let [low, high] = [from, to];
  // The best place so far, the second best, and the second best before.
  let [best, second, third] = [middle, middle, middle];
  let atBest = yield* at(best);
  let [atSecond, atThird] = [atBest, atBest];
  let [step, before] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const least = TOLERANCE * Math.abs(best) + LEAST_STEP;
    const half = (low + high) / 2;
    if (Math.abs(best - half) <= 2 * least - (high - low) / 2) break;
    const bowl = parabola(best, second, third, atBest, atSecond, atThird);
    const fits =
      Math.abs(before) > least &&
      Math.abs(bowl) < Math.abs(before / 2) &&
      best + bowl > low &&
      best + bowl < high;
    before = fits ? step : best >= half ? low - best : high - best;
    step = fits ? bowl : SECTION * before;
    if (fits && (best + step - low < 2 * least || high - best - step < 2 * least))
      step = half >= best ? least : -least;
    const next = best + (Math.abs(step) >= least ? step : step > 0 ? least : -least);
    const atNext = yield* at(next);
    if (atNext <= atBest) {
      if (next >= best) low = best;
      else high = best;
      [third, second, best] = [second, best, next];
      [atThird, atSecond, atBest] = [atSecond, atBest, atNext];
      continue;
    }
    if (next < best) low = next;
    else high = next;
    if (atNext <= atSecond || second === best) {
      [third, second] = [second, next];
      [atThird, atSecond] = [atSecond, atNext];
    } else if (atNext <= atThird || third === best || third === second) {
      third = next;
      atThird = atNext;
    }
  }
  return best;
}

/** How far from `x` the parabola through three places is lowest; NaN where they lie on a line. */
function parabola(x: number, w: number, v: number, atX: number, atW: number, atV: number): number {
  const one = (x - w) * (atX - atV);
  const other = (x - v) * (atX - atW);
  const rise = (x - v) * other - (x - w) * one;
  return -rise / (2 * (other - one));
}
