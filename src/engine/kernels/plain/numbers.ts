import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const MOST_DIGITS = 15;
const ZERO = 0x30;
const MINUS = 0x2d;

/** `Kernels.numbers` on a memory. */
export function numbersIn(memory: PlainMemory): Kernels['numbers'] {
  return (base, startsAt, endsAt, offsetsAt, from, rows, position, decimal, powersAt, into, goodAt) => {
    const bytes = new Uint8Array(memory.buffer, base);
    const [starts, ends, offsets, good] = [startsAt, endsAt, offsetsAt, goodAt].map(
      (at) => new Int32Array(memory.buffer, at),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array];
    const powers = memory.numbers(powersAt, MOST_DIGITS + 1);
    const values = memory.numbers(into, rows);
    let count = 0;
    let row = from;
    for (; row < rows; row++) {
      const cell = offsets[row]! + position;
      let value = NaN;
      if (cell < offsets[row + 1]! && starts[cell]! < ends[cell]!) {
        value = plainNumber(bytes, starts[cell]!, ends[cell]!, decimal, powers);
        if (value !== value) break;
        count++;
      }
      values[row] = value;
    }
    good[0] = count;
    return row;
  };
}

function plainNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  decimal: number,
  powers: Float64Array,
): number {
  const negative = bytes[start] === MINUS;
  const begin = negative ? start + 1 : start;
  let at = begin;
  let mantissa = 0;
  let digit = 0;
  for (; at < end && (digit = bytes[at]! - ZERO) >= 0 && digit <= 9; at++) mantissa = mantissa * 10 + digit;
  const whole = at - begin;
  let scale = 0;
  if (at < end && bytes[at] === decimal) {
    const fraction = ++at;
    for (; at < end && (digit = bytes[at]! - ZERO) >= 0 && digit <= 9; at++) mantissa = mantissa * 10 + digit;
    scale = at - fraction;
  }
  if (at < end || whole + scale === 0 || whole + scale > MOST_DIGITS) return NaN;
  if (whole > 1 && bytes[begin] === ZERO) return NaN;
  const value = scale > 0 ? mantissa / powers[scale]! : mantissa;
  return negative && value !== 0 ? -value : value;
}
