import { rankEncodings, type EncodingScore } from './encodings/rank-encodings';
import { hasUtf8Bom } from './utf8-slices';

/** Cells that are no UTF-8 in a file that is UTF-8 by its beginning. */
export interface StrangeCells {
  count: number;
  /** Of the first of them: the column, and the row of the table from 1. */
  column: string;
  row: number;
}

/** What speaks for an encoding. */
export interface EncodingEvidence {
  encoding: string;
  /**
   * `said`: by the user; `mark`: a byte order mark; `pairs`: every other byte is alike; `ascii`: nothing beyond ASCII;
   * `valid`: every character beyond ASCII is UTF-8; `mostly-valid`: all but a few; `letters`: by what the letters become.
   */
  why: 'said' | 'mark' | 'pairs' | 'ascii' | 'valid' | 'mostly-valid' | 'letters';
  /** Where letters decided: the encodings that can read the file, best first. */
  tried: readonly EncodingScore[];
  /** Where the beginning of the file is UTF-8, but not the rest: what decided instead. */
  late?: StrangeCells;
}

const UTF16_SHARE = 0.4;
/** Rare letters alone, as one accented name among thousand plain ones, say nothing against the commonest encoding. */
const LEAST_SCORE = 0;
const FALLBACK = 'windows-1252';

/** The encoding a text file's first bytes speak for; UTF-8 where all is ASCII. */
export function sniffEncoding(head: Uint8Array, whole: boolean): EncodingEvidence {
  const found = (encoding: string, why: EncodingEvidence['why']) => ({ encoding, why, tried: [] });
  if (hasUtf8Bom(head)) return found('utf-8', 'mark');
  if (head[0] === 0xff && head[1] === 0xfe) return found('utf-16le', 'mark');
  if (head[0] === 0xfe && head[1] === 0xff) return found('utf-16be', 'mark');
  const utf16 = sniffUtf16(head);
  if (utf16) return found(utf16, 'pairs');
  if (isAscii(head)) return found('utf-8', 'ascii');
  if (isUtf8(head, whole)) return found('utf-8', 'valid');
  if (isMostlyUtf8(head, whole)) return found('utf-8', 'mostly-valid');
  return encodingByLetters(head);
}

/** The encoding that makes the likeliest letters of bytes that are neither UTF-8 nor UTF-16. */
export function encodingByLetters(bytes: Uint8Array): EncodingEvidence {
  const tried = rankEncodings(bytes);
  const [best] = tried;
  return { encoding: best && best.score > LEAST_SCORE ? best.encoding : FALLBACK, why: 'letters', tried };
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}

/**
 * Latin text in UTF-16 has a zero in every other byte, always on the same side. In other scripts the blanks, marks and
 * line ends still have one.
 */
function sniffUtf16(head: Uint8Array): string | null {
  const pairs = Math.floor(Math.min(head.length, 1 << 16) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  let plainEven = 0;
  let plainOdd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const first = head[2 * pair]!;
    const second = head[2 * pair + 1]!;
    if (first === 0) even++;
    if (second === 0) odd++;
    if (first === 0 && isPlainMark(second)) plainEven++;
    if (second === 0 && isPlainMark(first)) plainOdd++;
  }
  if (odd > pairs * UTF16_SHARE && even < odd / 10) return 'utf-16le';
  if (even > pairs * UTF16_SHARE && odd < even / 10) return 'utf-16be';
  if (plainOdd > 1 && plainOdd === odd && even === 0) return 'utf-16le';
  if (plainEven > 1 && plainEven === even && odd === 0) return 'utf-16be';
  return null;
}

/** Any printable ASCII, a tab or a line end. */
const isPlainMark = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;

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
