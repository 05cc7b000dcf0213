const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
/** Decimals of so many digits are told apart by doubles, so they are the shortest that name theirs. */
const MOST_DIGITS = 15;
const MOST_ZEROS = 5;

/**
 * Whether digits in XML are already what `String(Number(…))` makes of them: at most 15, no exponent, no zeros that
 * say nothing, not below 0.000001.
 */
export function isShortNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === MINUS) at++;
  const first = at;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== POINT || point >= 0) return false;
    point = at;
  }
  const whole = (point < 0 ? end : point) - first;
  if (end - first > MOST_DIGITS || whole === 0) return false;
  if (bytes[first] === ZERO && whole > 1) return false;
  if (point < 0) return bytes[first] !== ZERO || first === start;
  if (point === end - 1 || bytes[end - 1] === ZERO) return false;
  if (bytes[first] !== ZERO) return true;
  let zeros = 0;
  while (bytes[point + 1 + zeros] === ZERO) zeros++;
  return zeros <= MOST_ZEROS;
}
