import { ByteCursor } from './byte-cursor';

/**
 * Fills `out` from runs of repeated and of bit-packed numbers ("RLE/bit-packing hybrid"), `width` bits each.
 * Nothing beyond `out` is written and nothing beyond `end` is read, whatever the runs claim.
 */
export function unpackHybrid(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: number,
  out: Uint8Array | Uint32Array,
): void {
  if (width > 32) throw new RangeError('too wide');
  const cursor = new ByteCursor(bytes, start, end);
  let seen = 0;
  while (seen < out.length) {
    const head = cursor.varint();
    if (head % 2 === 1) {
      const groups = (head - 1) / 2;
      const count = Math.min(groups * 8, out.length - seen);
      const needed = Math.ceil((count * width) / 8);
      if (cursor.at + needed > end) throw new RangeError('past the end');
      unpackBits(bytes, cursor.at, width, out, seen, count);
      cursor.at = Math.min(cursor.at + groups * width, end);
      seen += count;
    } else {
      let value = 0;
      for (let at = 0; at < Math.ceil(width / 8); at++) value += cursor.byte() * 2 ** (8 * at);
      const count = Math.min(head / 2, out.length - seen);
      out.fill(value, seen, seen + count);
      seen += count;
    }
  }
}

/** `count` numbers of `width` bits each, lowest bit first; the caller sees to it that the bytes are there. */
export function unpackBits(
  bytes: Uint8Array,
  start: number,
  width: number,
  out: Uint8Array | Uint32Array,
  first: number,
  count: number,
): void {
  let at = start;
  let held = 0;
  let bits = 0;
  if (width <= 24) {
    const mask = (1 << width) - 1;
    for (let i = first; i < first + count; i++) {
      for (; bits < width; bits += 8) held |= bytes[at++]! << bits;
      out[i] = held & mask;
      held >>>= width;
      bits -= width;
    }
    return;
  }
  const range = 2 ** width;
  for (let i = first; i < first + count; i++) {
    for (; bits < width; bits += 8) held += bytes[at++]! * 2 ** bits;
    out[i] = held % range;
    held = Math.floor(held / range);
    bits -= width;
  }
}
