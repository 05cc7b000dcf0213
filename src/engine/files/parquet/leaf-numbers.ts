import { PHYSICAL, type SchemaNode } from './schema';
import { countOf, isSpans, type Spans, type Values } from './values';

/** Values of a leaf as numbers: quantities, or milliseconds since 1970 for days and moments. NaN where there is none. */
export type ToNumbers = (values: Values) => Float64Array;

const DAY_MS = 86_400_000;
const FARTHEST_MS = 8.64e15;
const EXACT_POWERS = 22;

/** How the stored numbers of a leaf become quantities; null where they are none, or may pass 2^53. */
export function quantities({ type, meaning }: SchemaNode): ToNumbers | null {
  if (meaning.as === 'decimal') return (values) => decimals(values, meaning.scale);
  if (meaning.as === 'float16') return (values) => mapSpans(values, half);
  if (meaning.as !== 'none' && meaning.as !== 'integer') return null;
  const unsigned = meaning.as === 'integer' && !meaning.signed;
  if (type === PHYSICAL.int32)
    return (values) => mapNumbers(values, (value) => (unsigned ? value >>> 0 : value));
  return type === PHYSICAL.float || type === PHYSICAL.double ? (values) => mapNumbers(values, finite) : null;
}

/** How the stored numbers of a leaf become wall-clock moments; null where they are none. */
export function moments({ type, meaning }: SchemaNode): ToNumbers | null {
  if (meaning.as === 'date' && type === PHYSICAL.int32)
    return (values) => mapNumbers(values, (days) => inRange(days * DAY_MS));
  if (type === PHYSICAL.int96) return (values) => mapSpans(values, julianMoment);
  if (meaning.as !== 'timestamp') return null;
  const perMs = meaning.perSecond / 1000;
  return (values) => {
    if (!(values instanceof BigInt64Array))
      return mapNumbers(values, (value) => inRange(Math.floor(value / perMs)));
    // Nanoseconds of today pass 2^53; dividing first keeps the millisecond right.
    if (perMs > 1000)
      return Float64Array.from(values, (value) => inRange(floorDivided(value, BigInt(perMs))));
    return Float64Array.from(values, (value) => inRange(Math.floor(Number(value) / perMs)));
  };
}

const finite = (value: number): number => (Math.abs(value) === Infinity ? NaN : value);
const inRange = (ms: number): number => (Math.abs(ms) <= FARTHEST_MS ? ms : NaN);

function floorDivided(value: bigint, by: bigint): number {
  const whole = value / by;
  return Number(whole * by > value ? whole - 1n : whole);
}

function mapNumbers(values: Values, of: (value: number) => number): Float64Array {
  if (isSpans(values)) throw new RangeError('no numbers');
  const numbers = new Float64Array(values.length);
  for (let at = 0; at < numbers.length; at++) numbers[at] = of(Number(values[at]));
  return numbers;
}

function mapSpans(values: Values, of: (bytes: Uint8Array) => number): Float64Array {
  if (!isSpans(values)) throw new RangeError('no byte strings');
  const numbers = new Float64Array(countOf(values));
  for (let at = 0; at < numbers.length; at++) numbers[at] = of(spanAt(values, at));
  return numbers;
}

/** One byte string, as a view. */
export const spanAt = ({ bytes, starts, ends }: Spans, at: number): Uint8Array =>
  bytes.subarray(starts[at], ends[at]);

/** Whole numbers divided by a power of ten: the nearest double, as if the digits were written out. */
function decimals(values: Values, scale: number): Float64Array {
  if (!isSpans(values)) {
    const numbers = new Float64Array(values.length);
    for (let at = 0; at < numbers.length; at++) numbers[at] = scaled(values[at]!, scale);
    return numbers;
  }
  return mapSpans(values, (bytes) => scaled(wholeNumber(bytes), scale));
}

function scaled(value: number | bigint, scale: number): number {
  const number = Number(value);
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER && scale >= 0 && scale <= EXACT_POWERS)
    return number / 10 ** scale;
  return finite(Number(`${value}e${-scale}`));
}

/** A big-endian number in two's complement. */
function wholeNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(Math.max(1, bytes.length) * 8, value);
}

function half(bytes: Uint8Array): number {
  const bits = bytes[0]! | (bytes[1]! << 8);
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

const JULIAN_1970 = 2_440_588;

/** Nanoseconds of the day in 8 bytes, then the Julian day in 4. */
function julianMoment(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 12);
  const nanoseconds = view.getBigInt64(0, true);
  return inRange((view.getInt32(8, true) - JULIAN_1970) * DAY_MS + floorDivided(nanoseconds, 1_000_000n));
}
