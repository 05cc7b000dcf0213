const [FIRST, SECOND] = [0x85ebca6b, 0xc2b2ae35];

/**
 * A hash of some bytes, made for texts that differ in few of them: two words of four bytes go through multipliers of
 * MurmurHash3 side by side, the last eight bytes whole, even where some of them have gone through before.
 */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  let a = length;
  let b = 0x9e3779b9 | 0;
  if (length >= 8) {
    for (let at = start, last = end - 8; ; at = Math.min(at + 8, last)) {
      a = Math.imul(a ^ wordAt(bytes, at), FIRST);
      b = Math.imul(b ^ wordAt(bytes, at + 4), SECOND);
      a ^= a >>> 13;
      b ^= b >>> 15;
      if (at === last) break;
    }
  } else if (length >= 4) {
    a = Math.imul(a ^ wordAt(bytes, start), FIRST);
    b = Math.imul(b ^ wordAt(bytes, end - 4), SECOND);
  } else if (length > 0) {
    const few = bytes[start]! | (bytes[start + (length >> 1)]! << 8) | (bytes[end - 1]! << 16);
    a = Math.imul(a ^ few, FIRST);
  }
  const hash = Math.imul(a ^ ((b << 16) | (b >>> 16)), FIRST);
  return hash ^ (hash >>> 15);
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
