import type { ByteCursor } from './byte-cursor';
import { unpackBits } from './hybrid';
import type { Spans } from './values';

const MOST_BLOCK = 1 << 20;
const MOST_BYTES = 512 << 20;

interface Blocks {
  perMiniblock: number;
  miniblocks: number;
}

function blocksOf(cursor: ByteCursor, count: number): Blocks {
  const block = cursor.varint();
  const miniblocks = cursor.varint();
  const stored = cursor.varint();
  const perMiniblock = block / miniblocks;
  if (!(block > 0 && block <= MOST_BLOCK && Number.isInteger(perMiniblock) && perMiniblock % 8 === 0))
    throw new RangeError('no such block');
  if (stored < count) throw new RangeError('too few values');
  return { perMiniblock, miniblocks };
}

/** `count` 32-bit numbers, each told by what it adds to the one before. The cursor stands behind them afterwards. */
export function deltaInts(cursor: ByteCursor, count: number): Int32Array {
  const { perMiniblock, miniblocks } = blocksOf(cursor, count);
  const values = new Int32Array(count);
  let value = cursor.zigzag() | 0;
  if (count > 0) values[0] = value;
  const packed = new Uint32Array(perMiniblock);
  for (let seen = 1; seen < count;) {
    const least = Number(BigInt.asIntN(32, cursor.bigZigzag()));
    const widths = cursor.take(miniblocks);
    for (let mini = 0; mini < miniblocks && seen < count; mini++) {
      const width = widths[mini]!;
      if (width > 32) throw new RangeError('too wide');
      const bytes = cursor.take((perMiniblock * width) / 8);
      unpackBits(bytes, 0, width, packed, 0, perMiniblock);
      for (let i = 0; i < perMiniblock && seen < count; i++) {
        value = (value + least + packed[i]!) | 0;
        values[seen++] = value;
      }
    }
  }
  return values;
}

/** `count` 64-bit numbers, each told by what it adds to the one before. */
export function deltaBigInts(cursor: ByteCursor, count: number): BigInt64Array {
  const { perMiniblock, miniblocks } = blocksOf(cursor, count);
  const values = new BigInt64Array(count);
  let value = cursor.bigZigzag();
  if (count > 0) values[0] = value;
  for (let seen = 1; seen < count;) {
    const least = cursor.bigZigzag();
    const widths = cursor.take(miniblocks);
    for (let mini = 0; mini < miniblocks && seen < count; mini++) {
      const width = widths[mini]!;
      if (width > 64) throw new RangeError('too wide');
      const next = bigBits(cursor.take((perMiniblock * width) / 8), width);
      for (let i = 0; i < perMiniblock && seen < count; i++) {
        value = BigInt.asIntN(64, value + least + next());
        values[seen++] = value;
      }
    }
  }
  return values;
}

function bigBits(bytes: Uint8Array, width: number): () => bigint {
  const wide = BigInt(width);
  let held = 0n;
  let bits = 0;
  let at = 0;
  return () => {
    for (; bits < width; bits += 8) held |= BigInt(bytes[at++]!) << BigInt(bits);
    const value = BigInt.asUintN(width, held);
    held >>= wide;
    bits -= width;
    return value;
  };
}

/** Byte strings whose lengths come first. */
export function deltaLengthBytes(cursor: ByteCursor, count: number): Spans {
  const lengths = deltaInts(cursor, count);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    starts[at] = cursor.at;
    cursor.take(lengths[at]!);
    ends[at] = cursor.at;
  }
  return { bytes: cursor.bytes, starts, ends };
}

/** Byte strings that begin as the one before does: shared lengths first, then the rests. */
export function deltaBytes(cursor: ByteCursor, count: number): Spans {
  const shared = deltaInts(cursor, count);
  const rests = deltaLengthBytes(cursor, count);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let total = 0;
  for (let at = 0; at < count; at++) {
    const before = at === 0 ? 0 : ends[at - 1]! - starts[at - 1]!;
    if (!(shared[at]! >= 0 && shared[at]! <= before)) throw new RangeError('nothing shared');
    starts[at] = total;
    total += shared[at]! + rests.ends[at]! - rests.starts[at]!;
    if (total > MOST_BYTES) throw new RangeError('too long');
    ends[at] = total;
  }
  const bytes = new Uint8Array(total);
  for (let at = 0; at < count; at++) {
    const start = starts[at]!;
    if (at > 0) bytes.copyWithin(start, starts[at - 1]!, starts[at - 1]! + shared[at]!);
    bytes.set(rests.bytes.subarray(rests.starts[at], rests.ends[at]), start + shared[at]!);
  }
  return { bytes, starts, ends };
}
