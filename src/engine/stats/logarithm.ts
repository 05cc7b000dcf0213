/**
 * Logarithm and exponential from additions, multiplications and divisions alone. Engines are free to round the last digit
 * of `Math.log` as they like, and they do, differently from version to version; a recipe must give the same labels on
 * every host, so what enters a recipe's numbers is computed here.
 */

/** ln 2 in two parts, the first with zeros at its end so that a whole number of it is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_HALF = Math.SQRT1_2;
/** Powers of s² at which the series of the inverse hyperbolic tangent ends; |s| is at most 0.172. */
const TERMS = 12;
const TWO_54 = 18014398509481984;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** Natural logarithm, within one unit in the last place; NaN below 0. @source the series 2 artanh(f ÷ (2 + f)) for 1 + f */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const subnormal = x < 2.2250738585072014e-308;
  float[0] = subnormal ? x * TWO_54 : x;
  let exponent = (words[1]! >>> 20) - 1022 - (subnormal ? 54 : 0);
  words[1] = (words[1]! & 0xfffff) | (1022 << 20);
  let mantissa = float[0];
  if (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent--;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  let rest = 0;
  for (let i = TERMS; i >= 1; i--) rest = z * (2 / (2 * i + 1) + rest);
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + rest) + exponent * LN2_LOW) - f);
}

/** log(1 + x) without loss for small x; NaN below −1. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity || u <= 0) return log(u);
  // What the sum lost by rounding, to first order.
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}

/** e to the power x, within two units in the last place; 0 below −708 and Infinity beyond 709.7. */
export function exp(x: number): number {
  if (x > 709.78) return Infinity;
  if (!(x > -708)) return Number.isNaN(x) ? NaN : 0;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let i = 14; i >= 1; i--) sum = 1 + (r / i) * sum;
  float[0] = 0;
  words[0] = 0;
  // 2^1024 is beyond a double: the last power of two is multiplied in by itself.
  words[1] = (Math.min(k, 1023) + 1023) << 20;
  const power = float[0];
  return k > 1023 ? sum * power * 2 : sum * power;
}
