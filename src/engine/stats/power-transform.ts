import type { Pieces } from '../pieces';
import { expm1 } from './exponential';
import { log, log1p } from './logarithm';
import { minimum, type Curve } from './minimum';

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

/** Of more different values λ is looked for among so many, spread evenly, before it is among all. */
const MANY = 50_000;
const FEW = 10_000;
/** How far from the λ of a few that of all is looked for first. */
const NEAR = 0.02;

/**
 * The λ under which the positive values are likeliest normal (maximum likelihood). There must be two different ones.
 * @see Box and Cox 1964; scipy.stats.boxcox
 */
export const boxCoxLambda = (of: Counted): Pieces<number> => likeliest(of, log, boxCoxCurve);

/** The λ under which the values, of any sign, are likeliest normal. There must be two different ones. @see scipy.stats.yeojohnson */
export const yeoJohnsonLambda = (of: Counted): Pieces<number> =>
  likeliest(of, (value) => (value < 0 ? -log1p(-value) : log1p(value)), yeoJohnsonCurve);

interface Logs {
  logs: Float64Array;
  counts: Uint32Array;
}

function* likeliest(
  { values, counts }: Counted,
  logOf: (value: number) => number,
  curveOf: (of: Logs) => Curve,
): Pieces<number> {
  const logs = new Float64Array(values.length);
  yield* eachOf(logs, (i) => logOf(values[i]!));
  if (logs.length <= MANY) return yield* minimum(curveOf({ logs, counts }), FROM, TO);
  const place = (i: number) => Math.round((i / (FEW - 1)) * (logs.length - 1));
  const some = {
    logs: Float64Array.from({ length: FEW }, (_, i) => logs[place(i)]!),
    counts: Uint32Array.from({ length: FEW }, (_, i) => counts[place(i)]!),
  };
  const about = yield* minimum(curveOf(some), FROM, TO);
  return yield* minimum(curveOf({ logs, counts }), about - NEAR, about + NEAR);
}

const greatest = (logs: Float64Array): number =>
  Math.max(Math.abs(logs[0]!), Math.abs(logs[logs.length - 1]!));

/** Minus the log-likelihood ÷ n, but for what is the same for all λ. */
function boxCoxCurve({ logs, counts }: Logs): Curve {
  // Divided by their geometric mean the values have the Jacobian 1, and the likelihood is one of the variance alone.
  const centre = weightedMean(logs, counts);
  const most = greatest(logs);
  const bent = new Float64Array(logs.length);
  return function* (lambda) {
    if (Math.abs(lambda) * most > MOST_EXPONENT) return Infinity;
    yield* eachOf(bent, (i) => raised(logs[i]! - centre, lambda));
    return log(varianceOf(bent, counts)) / 2;
  };
}

function yeoJohnsonCurve({ logs, counts }: Logs): Curve {
  const centre = weightedMean(logs, counts);
  const most = greatest(logs);
  const bent = new Float64Array(logs.length);
  return function* (lambda) {
    if ((Math.abs(lambda) + 2) * most > MOST_EXPONENT) return Infinity;
    yield* eachOf(bent, (i) => {
      const one = logs[i]!;
      return one < 0 ? -raised(-one, 2 - lambda) : raised(one, lambda);
    });
    return log(varianceOf(bent, counts)) / 2 - (lambda - 1) * centre;
  };
}

/** Writes what `at` gives for each place, with a rest now and then. */
function* eachOf(into: Float64Array, at: (i: number) => number): Pieces<void> {
  for (let from = 0; from < into.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, into.length);
    for (let i = from; i < to; i++) into[i] = at(i);
    yield;
  }
}

/** Divisor n. */
function varianceOf(bent: Float64Array, counts: Uint32Array): number {
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
