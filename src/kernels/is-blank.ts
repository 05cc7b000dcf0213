/** Whether there is nothing but white space: as `isBlank` in src/engine/table/build/cell-bytes.ts. */
export function isBlank(at: usize, length: u32): bool {
  const end = at + <usize>length;
  while (at < end) {
    const width = blankWidth(at);
    if (width == 0) return false;
    at += width;
  }
  return true;
}

/** Bytes of the white space at this place; three bytes may be looked at. */
function blankWidth(at: usize): usize {
  const byte = load<u8>(at);
  if (byte < 0x80) return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0;
  const second = load<u8>(at, 1);
  if (byte == 0xc2) return second == 0xa0 ? 2 : 0;
  const third = load<u8>(at, 2);
  if (byte == 0xe1) return second == 0x9a && third == 0x80 ? 3 : 0;
  if (byte == 0xe3) return second == 0x80 && third == 0x80 ? 3 : 0;
  if (byte == 0xef) return second == 0xbb && third == 0xbf ? 3 : 0;
  if (byte != 0xe2) return 0;
  if (second == 0x81) return third == 0x9f ? 3 : 0;
  const isSpace = (third >= 0x80 && third <= 0x8a) || third == 0xa8 || third == 0xa9 || third == 0xaf;
  return second == 0x80 && isSpace ? 3 : 0;
}
