import { ByteCursor } from './byte-cursor';
import type { Unpack } from './codec';
import { deltaBigInts, deltaBytes, deltaInts, deltaLengthBytes } from './delta';
import { unpackHybrid } from './hybrid';
import type { ColumnChunk } from './metadata';
import { PHYSICAL, type SchemaNode } from './schema';
import { numberIn, readStruct, structIn, type ThriftStruct } from './thrift';
import { countOf, plainValues, valuesOf, widthOf, type Values } from './values';

/** Some values of one column in their order. */
export interface Page {
  /** Values with the missing ones. */
  count: number;
  /** Definition level of each: a value is there where it is the leaf's highest. Null where all are there. */
  definitions: Uint8Array | null;
  /** Repetition level of each: 0 where a row begins. Null in columns without lists. */
  repetitions: Uint8Array | null;
  /** The values that are there, or places in the dictionary. */
  values: Values | null;
  codes: Uint32Array | null;
  dictionary: Values | null;
}

const DATA = 0;
const DICTIONARY = 2;
const DATA_V2 = 3;
const MOST_UNPACKED = 1 << 30;
const SURELY_FINE = 1 << 24;

/** The pages of one column chunk, whose bytes are given whole, one after another. */
export function* pagesOf(bytes: Uint8Array, chunk: ColumnChunk, unpack: Unpack): Generator<Page> {
  const cursor = new ByteCursor(bytes, 0);
  let dictionary: Values | null = null;
  for (let seen = 0; seen < chunk.values;) {
    const head = readStruct(cursor);
    const type = numberIn(head, 1);
    const packed = cursor.take(numberIn(head, 3));
    const length = numberIn(head, 2);
    if (!(length >= 0 && length <= Math.min(MOST_UNPACKED, Math.max(SURELY_FINE, chunk.unpacked))))
      throw new RangeError('no such length');
    if (type === DICTIONARY) {
      const count = numberIn(structIn(head, 7) ?? head, 1);
      if (!(count >= 0 && count <= length * 8)) throw new RangeError('no such count');
      dictionary = plainValues(unpacked(packed, length, unpack), 0, count, chunk.leaf);
    } else if (type === DATA || type === DATA_V2) {
      const facts = structIn(head, type === DATA ? 5 : 8);
      const count = facts ? numberIn(facts, 1) : NaN;
      if (!facts || !(count >= 0 && count <= chunk.values - seen)) throw new RangeError('no such count');
      seen += count;
      const raw =
        type === DATA
          ? firstForm(unpacked(packed, length, unpack), count, facts, chunk.leaf)
          : secondForm(packed, length, count, facts, chunk.leaf, unpack);
      yield pageOf(raw, count, chunk.leaf, dictionary);
    }
  }
}

function unpacked(packed: Uint8Array, length: number, unpack: Unpack): Uint8Array {
  const bytes = length === 0 ? packed.subarray(0, 0) : unpack(packed, length);
  if (bytes.length !== length) throw new RangeError('length differs');
  return bytes;
}

/** A page unpacked, before its values are decoded. */
interface RawPage {
  repetitions: Uint8Array | null;
  definitions: Uint8Array | null;
  encoding: number;
  bytes: Uint8Array;
  at: number;
}

const bitsFor = (most: number): number => 32 - Math.clz32(most);

/** Version 1: everything is packed together; levels say their length first. */
function firstForm(bytes: Uint8Array, count: number, facts: ThriftStruct, leaf: SchemaNode): RawPage {
  const cursor = new ByteCursor(bytes, 0);
  const levels = (most: number, encoding: number): Uint8Array | null => {
    if (most === 0) return null;
    if (encoding !== RLE) throw new RangeError('levels of an old kind');
    const length = cursor.uint32();
    const start = cursor.at;
    cursor.take(length);
    return levelsOf(bytes, start, start + length, most, count);
  };
  const repetitions = levels(leaf.maxRepetition, numberIn(facts, 4, RLE));
  const definitions = levels(leaf.maxDefinition, numberIn(facts, 3, RLE));
  return { repetitions, definitions, encoding: numberIn(facts, 2), bytes, at: cursor.at };
}

/** Version 2: levels lie before the values and are never packed. */
function secondForm(
  packed: Uint8Array,
  length: number,
  count: number,
  facts: ThriftStruct,
  leaf: SchemaNode,
  unpack: Unpack,
): RawPage {
  const first = numberIn(facts, 6, 0);
  const both = first + numberIn(facts, 5, 0);
  if (!(first >= 0 && both >= first && both <= packed.length && both <= length))
    throw new RangeError('no such levels');
  const { maxRepetition, maxDefinition } = leaf;
  const repetitions = maxRepetition === 0 ? null : levelsOf(packed, 0, first, maxRepetition, count);
  const definitions = maxDefinition === 0 ? null : levelsOf(packed, first, both, maxDefinition, count);
  const rest = packed.subarray(both);
  const bytes = facts.get(7) === false ? rest : unpacked(rest, length - both, unpack);
  return { repetitions, definitions, encoding: numberIn(facts, 4), bytes, at: 0 };
}

function levelsOf(bytes: Uint8Array, start: number, end: number, most: number, count: number): Uint8Array {
  const levels = new Uint8Array(count);
  unpackHybrid(bytes, start, end, bitsFor(most), levels);
  return levels;
}

function pageOf(raw: RawPage, count: number, leaf: SchemaNode, dictionary: Values | null): Page {
  const { repetitions } = raw;
  let there = count;
  if (raw.definitions) for (const level of raw.definitions) if (level !== leaf.maxDefinition) there--;
  const definitions = there === count && leaf.maxRepetition === 0 ? null : raw.definitions;
  const page = { count, definitions, repetitions, values: null, codes: null, dictionary: null };
  if (raw.encoding !== PLAIN_DICTIONARY && raw.encoding !== RLE_DICTIONARY)
    return { ...page, values: decoded(raw, there, leaf) };
  const codes = new Uint32Array(there);
  // A page without values may lack even the width of its codes.
  if (there > 0) unpackHybrid(raw.bytes, raw.at + 1, raw.bytes.length, raw.bytes[raw.at] ?? 33, codes);
  const size = dictionary ? countOf(dictionary) : 0;
  for (const code of codes) if (code >= size) throw new RangeError('not in the dictionary');
  return { ...page, codes, dictionary };
}

const PLAIN = 0;
const PLAIN_DICTIONARY = 2;
const RLE = 3;
const DELTA_NUMBERS = 5;
const DELTA_LENGTHS = 6;
const DELTA_BYTES = 7;
const RLE_DICTIONARY = 8;
const SPLIT = 9;

function decoded({ encoding, bytes, at }: RawPage, count: number, leaf: SchemaNode): Values {
  const cursor = new ByteCursor(bytes, at);
  switch (encoding) {
    case PLAIN:
      return plainValues(bytes, at, count, leaf);
    case RLE: {
      const bits = new Uint8Array(count);
      if (leaf.type !== PHYSICAL.boolean) throw new RangeError('no such encoding');
      if (count > 0) {
        const length = cursor.uint32();
        unpackHybrid(bytes, cursor.at, Math.min(bytes.length, cursor.at + length), 1, bits);
      }
      return bits;
    }
    case DELTA_NUMBERS:
      if (leaf.type === PHYSICAL.int32) return count > 0 ? deltaInts(cursor, count) : new Int32Array(0);
      if (leaf.type === PHYSICAL.int64) return count > 0 ? deltaBigInts(cursor, count) : new BigInt64Array(0);
      break;
    case DELTA_LENGTHS:
    case DELTA_BYTES:
      if (leaf.type !== PHYSICAL.bytes && leaf.type !== PHYSICAL.fixed) break;
      if (count === 0) return plainValues(bytes, 0, 0, leaf);
      return encoding === DELTA_BYTES ? deltaBytes(cursor, count) : deltaLengthBytes(cursor, count);
    case SPLIT:
      return joined(bytes, at, count, leaf);
  }
  throw new RangeError(`no such encoding: ${encoding}`);
}

/** Values whose first bytes come first, then all second bytes, and so on. */
function joined(bytes: Uint8Array, start: number, count: number, leaf: SchemaNode): Values {
  const width = widthOf(leaf);
  if (width === 0 || start + count * width > bytes.length) throw new RangeError('past the end');
  const whole = new Uint8Array(count * width);
  for (let byte = 0; byte < width; byte++) {
    const from = start + byte * count;
    for (let at = 0; at < count; at++) whole[at * width + byte] = bytes[from + at]!;
  }
  return valuesOf(whole, count, leaf);
}
