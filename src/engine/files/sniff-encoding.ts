import { hasUtf8Bom } from './utf8-slices';

const UTF16_SHARE = 0.4;

/** The encoding a text file's first bytes speak for: by mark, by zeros in every other byte, by being UTF-8 but for a slip; else windows-1252. */
export function sniffEncoding(head: Uint8Array, whole: boolean): string {
  if (hasUtf8Bom(head)) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return sniffUtf16(head) ?? (isMostlyUtf8(head, whole) ? 'utf-8' : 'windows-1252');
}

/** Latin text in UTF-16 has a zero in every other byte, always on the same side. */
function sniffUtf16(head: Uint8Array): string | null {
  const pairs = Math.floor(Math.min(head.length, 1 << 16) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++;
    if (head[2 * pair + 1] === 0) odd++;
  }
  if (odd > pairs * UTF16_SHARE && even < odd / 10) return 'utf-16le';
  if (even > pairs * UTF16_SHARE && odd < even / 10) return 'utf-16be';
  return null;
}

/** Whether the bytes are valid UTF-8; where they are only a part of a file, the last character may be cut. */
export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** So many characters beyond ASCII must be right for each that is not. */
const RIGHT_TO_WRONG = 4;

/**
 * Whether the bytes are UTF-8 but for a few: one spoilt character among many good ones does not make another encoding of
 * a file, while in windows-1252 hardly any accented letter is followed by what UTF-8 asks for.
 */
export function isMostlyUtf8(bytes: Uint8Array, whole: boolean): boolean {
  if (isUtf8(bytes, whole)) return true;
  const beyond = new TextDecoder('utf-8').decode(bytes).match(/[\u0080-\uffff]/g) ?? [];
  const wrong = beyond.filter((character) => character === '\ufffd').length;
  return beyond.length - wrong >= RIGHT_TO_WRONG * wrong;
}
