import { fromWindows1252, isWindows1252 } from '../from-windows-1252';
import { LEGACY_ENCODINGS } from './legacy-encodings';
import { scoreDecoding } from './score-decoding';

/** How well an encoding reads a file. */
export interface EncodingScore {
  encoding: string;
  /** At most 1; how much its characters beyond ASCII look like a language. */
  score: number;
  /** Some of the text around its first characters beyond ASCII, as this encoding reads it. */
  example: string;
}

const MOST_BYTES = 1 << 15;
const AROUND = 24;
/** What each must be better by than the one before it: the earlier in the list, the commoner in the world. */
const HEAD_START = 0.004;

/** The encodings that can read the bytes, best first; bytes that are ASCII alone are read by all of them alike. */
export function rankEncodings(head: Uint8Array): EncodingScore[] {
  const lines = tellingLines(head);
  const scores: (EncodingScore & { order: number })[] = [];
  LEGACY_ENCODINGS.forEach((encoding, order) => {
    const text = decoded(lines, encoding.label);
    if (text === null) return;
    scores.push({
      encoding: encoding.label,
      score: scoreDecoding(text, encoding),
      example: exampleOf(text),
      order,
    });
  });
  const standing = ({ score, order }: { score: number; order: number }) => score - HEAD_START * order;
  scores.sort((a, b) => standing(b) - standing(a));
  return scores.map(({ encoding, score, example }) => ({ encoding, score, example }));
}

/** The lines that hold bytes beyond ASCII, up to 32 kB of them. */
function tellingLines(head: Uint8Array): Uint8Array {
  const kept = new Uint8Array(Math.min(head.length, MOST_BYTES));
  let length = 0;
  let start = 0;
  let telling = false;
  for (let at = 0; at <= head.length && length < kept.length; at++) {
    const byte = head[at] ?? 0x0a;
    if (byte >= 0x80) telling = true;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    if (telling) {
      const line = head.subarray(start, Math.min(at + 1, start + kept.length - length));
      kept.set(line, length);
      length += line.length;
    }
    start = at + 1;
    telling = false;
  }
  return kept.subarray(0, length);
}

/** The bytes as text; null where they are none of that encoding, but for a character that is cut at the end. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  if (isWindows1252(encoding)) return new TextDecoder().decode(fromWindows1252(bytes));
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function exampleOf(text: string): string {
  const at = text.search(/[^\u0000-\u007f]/);
  if (at < 0) return '';
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND);
  const [line = ''] = text.slice(start, at + AROUND).split(/[\r\n]/);
  return line.trim();
}
