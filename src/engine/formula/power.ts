import { exp, log } from '../stats/logarithm';

const MOST_MULTIPLIED = 1024;

/**
 * x to the power y, from additions and multiplications alone, so that it is the same on every host. Whole exponents are
 * multiplied out. NaN for a negative x and an exponent that is not whole, and for 0 to a negative power.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : NaN;
  const whole = Number.isInteger(y);
  if (whole && Math.abs(y) <= MOST_MULTIPLIED) return multiplied(x, y);
  if (x < 0 && !whole) return NaN;
  if (y === 0.5) return Math.sqrt(x);
  const size = exp(y * log(Math.abs(x)));
  return x < 0 && y % 2 !== 0 ? -size : size;
}

function multiplied(x: number, times: number): number {
  let [result, square] = [1, x];
  for (let left = Math.abs(times); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return times < 0 ? 1 / result : result;
}
