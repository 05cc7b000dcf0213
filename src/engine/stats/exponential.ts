/**
 * The exponential less 1 from additions and multiplications alone, as `logarithm.ts` has the logarithm: what enters a
 * recipe's numbers must be the same on every host.
 */

/** ln 2 in two parts, the first with zeros at its end so that a whole number of it is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
/** Where the series ends; its argument is at most ln 2 ÷ 2. */
const TERMS = 15;
/** 1 ÷ i! */
const PARTS: readonly number[] = Array.from({ length: TERMS }).reduce<number[]>(
  (parts, _, i) => [...parts, parts[i]! / (i + 1)],
  [1],
);

const [, , P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15] = PARTS as Parts;
type Parts = [
  number, number, number, number, number, number, number, number,
  number, number, number, number, number, number, number, number,
]; // prettier-ignore

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/**
 * e to the power x, less 1, within three units in the last place, also near 0; −1 below −50 and Infinity beyond 709.78.
 * @source the series of the exponential after taking out a power of two
 */
export function expm1(x: number): number {
  if (x > 709.78) return Infinity;
  if (!(x > -50)) return x !== x ? NaN : -1;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const less = r * (1 + r * (P2 + r * (P3 + r * (P4 + r * (P5 + r * (P6 + r * tail(r)))))));
  if (k === 0) return less;
  // 2^1024 is beyond a double: the last power of two is multiplied in by itself.
  const power = powerOfTwo(Math.min(k, 1023));
  return k > 1023 ? (less + 1) * power * 2 : less * power + (power - 1);
}

/** The series from its seventh part on. */
const tail = (r: number): number =>
  P7 + r * (P8 + r * (P9 + r * (P10 + r * (P11 + r * (P12 + r * (P13 + r * (P14 + r * P15)))))));

/** 2 to the power of a whole number from −1022 to 1023. */
function powerOfTwo(k: number): number {
  float[0] = 0;
  words[1] = (k + 1023) << 20;
  return float[0];
}
