const POLYNOMIAL = 0xedb88320;
const WIDTH = 8;

/** Table n tells what a byte does to the sum n bytes later. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(WIDTH * 256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    tables[byte] = sum;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256]!;
    tables[at] = tables[before & 255]! ^ (before >>> 8);
  }
  return tables;
}

/**
 * The CRC-32 of bytes that follow others whose sum is `before` (0 at the start), eight bytes at a time.
 * Source: Kounavis and Berry, A systematic approach to building high performance software-based CRC generators, 2005.
 */
export function crc32(bytes: Uint8Array, before: number): number {
  const table = TABLES;
  const whole = bytes.length - (bytes.length % WIDTH);
  let sum = ~before;
  let at = 0;
  for (; at < whole; at += WIDTH) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    sum =
      table[1792 + (sum & 255)]! ^
      table[1536 + ((sum >>> 8) & 255)]! ^
      table[1280 + ((sum >>> 16) & 255)]! ^
      table[1024 + (sum >>> 24)]! ^
      table[768 + bytes[at + 4]!]! ^
      table[512 + bytes[at + 5]!]! ^
      table[256 + bytes[at + 6]!]! ^
      table[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) sum = table[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}
