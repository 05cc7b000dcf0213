const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes of the text as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
    // Two halves of a character of four bytes were counted as three each.
    if (code >= 0xd800 && code < 0xdc00) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next < 0xe000) bytes -= 2;
    }
  }
  return bytes;
}

/** The most whole characters from the front of the text that are at most `bytes` of UTF-8. */
export function cutToBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || utf8Length(text) <= bytes) return text;
  const whole = encoder.encode(text);
  let end = bytes;
  // A byte 10xxxxxx goes on with the character before it.
  while (end > 0 && (whole[end]! & 0xc0) === 0x80) end--;
  return decoder.decode(whole.subarray(0, end));
}

/** At most so many characters (code points) from the front. */
export const cutToCharacters = (text: string, most: number): string =>
  text.length <= most ? text : Array.from(text).slice(0, most).join('');
