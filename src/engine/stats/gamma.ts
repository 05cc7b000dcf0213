import { log } from './logarithm';

/** From here on Stirling's series is exact to the last digit; smaller arguments are raised by whole steps. */
const FAR = 10;
const HALF_LN_2PI = 0.9189385332046728;
/** B(2k) ÷ 2k(2k − 1) and B(2k) ÷ 2k for k = 1 … 8, B the Bernoulli numbers. */
const LN_SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const PSI_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

/** Natural logarithm of the gamma function, for x above 0. @source Stirling's series; Abramowitz and Stegun 6.1.41 */
export function lnGamma(x: number): number {
  let product = 1;
  let raised = x;
  for (; raised < FAR; raised++) product *= raised;
  return (
    (raised - 0.5) * log(raised) - raised + HALF_LN_2PI + series(LN_SERIES, raised) / raised - log(product)
  );
}

/** Derivative of `lnGamma`, for x above 0. @source Abramowitz and Stegun 6.3.18 */
export function digamma(x: number): number {
  let steps = 0;
  let raised = x;
  for (; raised < FAR; raised++) steps += 1 / raised;
  return log(raised) - 0.5 / raised - series(PSI_SERIES, raised) / (raised * raised) - steps;
}

/** Σ terms[k] ÷ x^2k. */
function series(terms: readonly number[], x: number): number {
  const z = 1 / (x * x);
  let sum = 0;
  for (let k = terms.length - 1; k >= 0; k--) sum = terms[k]! + z * sum;
  return sum;
}
