const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SHORT = 32;

/** The text of some UTF-8 bytes; what is not UTF-8 becomes U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decoder.decode(bytes.slice(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return decoder.decode(bytes.slice(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** How many bytes the white space at this place takes (the white space of JavaScript's `trim`); 0 where there is none. */
export function blankWidth(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  if (byte !== 0xe1 && byte !== 0xe2 && byte !== 0xe3 && byte !== 0xef) return 0;
  return textOf(bytes, at, Math.min(at + 3, bytes.length)).trim() === '' ? 3 : 0;
}

/** Whether there is nothing but white space. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const width = blankWidth(bytes, at);
    if (width === 0) return false;
    at += width;
  }
  return true;
}
