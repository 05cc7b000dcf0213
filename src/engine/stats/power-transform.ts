import type { Pieces } from '../pieces';
import { expm1 } from './exponential';
import { log, log1p } from './logarithm';
import { minimum } from './minimum';

/** Box–Cox of a positive number: (x^λ − 1) ÷ λ, its logarithm where λ is 0; NaN of others. @see scipy.special.boxcox */
export const boxCox = (x: number, lambda: number): number => (x > 0 ? raised(log(x), lambda) : NaN);

/** Yeo–Johnson of any number. @see Yeo and Johnson 2000; scipy.stats.yeojohnson */
export const yeoJohnson = (x: number, lambda: number): number =>
  x >= 0 ? raised(log1p(x), lambda) : -raised(log1p(-x), 2 - lambda);

/** (e^(λ log) − 1) ÷ λ, and what that comes to at 0. */
const raised = (log: number, lambda: number): number => (lambda === 0 ? log : expm1(lambda * log) / lambda);

/** Different values, and how often each occurs. */
export interface Counted {
  values: Float64Array;
  counts: Uint32Array;
}

/** Values worked on between two rests. */
const BLOCK = 1 << 14;
/** Where the search begins, as scipy's does. */
const FROM = -2;
const TO = 2;
/** λ times a logarithm beyond which numbers run over. */
const MOST_EXPONENT = 300;

/**
 * The λ under which the positive values are likeliest normal (maximum likelihood). There must be two different ones.
 * @see Box and Cox 1964; scipy.stats.boxcox
 */
export function* boxCoxLambda({ values, counts }: Counted): Pieces<number> {
  const logs = values.map(log);
  const centre = weightedMean(logs, counts);
  // Divided by their geometric mean, so that the Jacobian is 1 and the likelihood one of the variance alone.
  const centred = logs.map((one) => one - centre);
  const most = Math.max(Math.abs(logs[0]!), Math.abs(logs[logs.length - 1]!));
  const bent = new Float64Array(logs.length);
  return yield* minimum(
    function* (lambda) {
      if (Math.abs(lambda) * most > MOST_EXPONENT) return Infinity;
      return log(yield* varianceOf(bent, counts, (i) => raised(centred[i]!, lambda))) / 2;
    },
    FROM,
    TO,
  );
}

/** The λ under which the values, of any sign, are likeliest normal. There must be two different ones. @see scipy.stats.yeojohnson */
export function* yeoJohnsonLambda({ values, counts }: Counted): Pieces<number> {
  const logs = values.map((value) => (value < 0 ? -log1p(-value) : log1p(value)));
  const centre = weightedMean(logs, counts);
  const most = Math.max(Math.abs(logs[0]!), Math.abs(logs[logs.length - 1]!));
  const bent = new Float64Array(logs.length);
  return yield* minimum(
    function* (lambda) {
      if ((Math.abs(lambda) + 2) * most > MOST_EXPONENT) return Infinity;
      const at = (i: number) => {
        const one = logs[i]!;
        return one < 0 ? -raised(-one, 2 - lambda) : raised(one, lambda);
      };
      return log(yield* varianceOf(bent, counts, at)) / 2 - (lambda - 1) * centre;
    },
    FROM,
    TO,
  );
}

/** Variance (divisor n) of what `at` gives, written into `bent` on the way. */
function* varianceOf(bent: Float64Array, counts: Uint32Array, at: (i: number) => number): Pieces<number> {
  for (let from = 0; from < bent.length; from += BLOCK) {
    for (let i = from; i < Math.min(from + BLOCK, bent.length); i++) bent[i] = at(i);
    yield;
  }
  const mean = weightedMean(bent, counts);
  let [squares, count] = [0, 0];
  for (let i = 0; i < bent.length; i++) {
    const off = bent[i]! - mean;
    squares += counts[i]! * (off * off);
    count += counts[i]!;
  }
  return squares / count;
}

function weightedMean(values: Float64Array, counts: Uint32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += counts[i]! * values[i]!;
    count += counts[i]!;
  }
  return sum / count;
}
