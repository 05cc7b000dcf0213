import { textOf } from './cell-bytes';

/** Powers of ten that are exact. */
export const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const MOST_DIGITS = 15;
const PHONE_DIGITS = 7;
const POINT = 0x2e;

/** Why digits are not a quantity but a name for something. */
export type DigitsReason = 'leading-zeros' | 'too-many-digits' | 'phone';

/**
 * The number some bytes spell, rounded as `Number` rounds; NaN where they spell none.
 * Blanks around it are passed over. Leading zeros, whole numbers of more than 15 digits and `+49…` are names, not
 * numbers. Groups of three digits may be set apart by the mark that is not the decimal one, by `'` or by a
 * non-breaking blank. Up to 15 digits are exact by one division (Clinger 1990); the rest goes through `Number`.
 */
export function numberCell(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  let at = start;
  let last = end;
  while (at < last && bytes[at]! <= 0x20) at++;
  while (last > at && bytes[last - 1]! <= 0x20) last--;
  const sign = bytes[at];
  if (at < last && (sign === 0x2d || sign === 0x2b)) at++;
  const begin = at;
  let mantissa = 0;
  let digit = 0;
  while (at < last && (digit = bytes[at]! - 0x30) >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    at++;
  }
  const whole = at - begin;
  if (whole > MOST_DIGITS || (whole > 1 && bytes[begin] === 0x30)) return NaN;
  if (sign === 0x2b && whole >= PHONE_DIGITS && at === last) return NaN;
  let scale = 0;
  if (at < last && bytes[at] === decimal) {
    const fraction = ++at;
    while (at < last && (digit = bytes[at]! - 0x30) >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      at++;
    }
    scale = at - fraction;
  }
  if (at < last || whole + scale > MOST_DIGITS) return oddNumber(bytes, begin, last, decimal, sign === 0x2d);
  if (whole + scale === 0) return NaN;
  const value = scale === 0 ? mantissa : mantissa / POWERS[scale]!;
  return sign === 0x2d && value !== 0 ? -value : value;
}

const WITH_POINT =
  /^(?:\d+|[1-9]\d{0,2}(?:([,'\u00a0\u202f])\d{3})(?:\1\d{3})*)?(?:\.(\d*))?(?:[eE][+-]?\d{1,3})?$/;
const WITH_COMMA =
  /^(?:\d+|[1-9]\d{0,2}(?:([.'\u00a0\u202f])\d{3})(?:\1\d{3})*)?(?:,(\d*))?(?:[eE][+-]?\d{1,3})?$/;

function oddNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  decimal: number,
  negative: boolean,
): number {
  const byte = bytes[start]!;
  const starts = (byte >= 0x30 && byte <= 0x39) || byte === decimal;
  if (!starts || end - start > 64) return NaN;
  const text = textOf(bytes, start, end);
  const found = (decimal === POINT ? WITH_POINT : WITH_COMMA).exec(text);
  if (!found) return NaN;
  const plain = found[1] === undefined ? text : text.split(found[1]).join('');
  const value = Number(decimal === POINT ? plain : plain.replace(',', '.'));
  if (!Number.isFinite(value)) return NaN;
  return negative && value !== 0 ? -value : value;
}

/** Why a cell full of digits is not read as a number; null where it is not full of digits. */
export function digitsReason(text: string): DigitsReason | null {
  const trimmed = text.trim();
  if (/^\+\d[\d\s()./-]{6,}$/.test(trimmed) || /^\(\d+\)[\d\s/-]{5,}$/.test(trimmed)) return 'phone';
  if (/^[+-]?0\d+([.,]\d*)?$/.test(trimmed)) return 'leading-zeros';
  if (/^[+-]?\d{16,}([.,]0*)?$/.test(trimmed)) return 'too-many-digits';
  return null;
}
