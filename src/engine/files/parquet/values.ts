import { PHYSICAL, type SchemaNode } from './schema';

/** Byte strings as places in one array. */
export interface Spans {
  bytes: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Stored values of one page, missing ones left out: numbers as they lie, truth values as 0 and 1, or byte strings. */
export type Values = Int32Array | Float32Array | Float64Array | BigInt64Array | Uint8Array | Spans;

export const isSpans = (values: Values): values is Spans => 'starts' in values;

/** How many values there are. */
export const countOf = (values: Values): number => (isSpans(values) ? values.starts.length : values.length);

const INT96_BYTES = 12;

/** Bytes that each value of a leaf takes; 0 where they differ or are bits. */
export function widthOf({ type, width }: SchemaNode): number {
  if (type === PHYSICAL.int32 || type === PHYSICAL.float) return 4;
  if (type === PHYSICAL.int64 || type === PHYSICAL.double) return 8;
  if (type === PHYSICAL.int96) return INT96_BYTES;
  if (type !== PHYSICAL.fixed) return 0;
  if (!(width > 0)) throw new RangeError('no width');
  return width;
}

/** `count` values in the plain encoding. */
export function plainValues(bytes: Uint8Array, start: number, count: number, leaf: SchemaNode): Values {
  if (leaf.type === PHYSICAL.boolean) return bits(bytes, start, count);
  if (leaf.type === PHYSICAL.bytes) return lengthPrefixed(bytes, start, count);
  const width = widthOf(leaf);
  if (width === 0 || start + count * width > bytes.length) throw new RangeError('past the end');
  // A copy, for the bytes may lie anywhere; `slice` of Node's buffers would be none.
  return valuesOf(new Uint8Array(bytes.subarray(start, start + count * width)), count, leaf);
}

/** The numbers or byte strings that bytes of their own hold; all hosts of today are little-endian, as the format is. */
export function valuesOf(own: Uint8Array, count: number, leaf: SchemaNode): Values {
  const { buffer } = own as Uint8Array<ArrayBuffer>;
  switch (leaf.type) {
    case PHYSICAL.int32:
      return new Int32Array(buffer, 0, count);
    case PHYSICAL.int64:
      return new BigInt64Array(buffer, 0, count);
    case PHYSICAL.float:
      return new Float32Array(buffer, 0, count);
    case PHYSICAL.double:
      return new Float64Array(buffer, 0, count);
    default:
      return evenSpans(own, count, widthOf(leaf));
  }
}

function evenSpans(bytes: Uint8Array, count: number, width: number): Spans {
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    starts[at] = at * width;
    ends[at] = (at + 1) * width;
  }
  return { bytes, starts, ends };
}

function bits(bytes: Uint8Array, start: number, count: number): Uint8Array {
  if (start + Math.ceil(count / 8) > bytes.length) throw new RangeError('past the end');
  const values = new Uint8Array(count);
  for (let at = 0; at < count; at++) values[at] = (bytes[start + (at >> 3)]! >> (at & 7)) & 1;
  return values;
}

function lengthPrefixed(bytes: Uint8Array, start: number, count: number): Spans {
  if (start + count * 4 > bytes.length) throw new RangeError('past the end');
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let at = start;
  for (let value = 0; value < count; value++) {
    const length =
      (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
    at += 4;
    if (!(at + length <= bytes.length)) throw new RangeError('past the end');
    starts[value] = at;
    at += length;
    ends[value] = at;
  }
  return { bytes, starts, ends };
}
