import type { ExportNotes } from '../export/export-notes';
import { HIGH_1252 } from './from-windows-1252';

const UNFIT = 0x3f;
const BYTE_OF = new Map(HIGH_1252.map((code, at) => [code, 0x80 + at]));

/** How many bytes a character of UTF-8 has, by its first. */
const lengthOf = (first: number): number => (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

/**
 * UTF-8 as windows-1252; a character it does not have becomes `?` and is counted. No piece may end within a character.
 * Source: Encoding Standard, index windows-1252.
 */
export async function* toWindows1252(
  parts: AsyncIterable<Uint8Array>,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield packed(part, notes);
}

function packed(bytes: Uint8Array, notes: ExportNotes): Uint8Array {
  const made = new Uint8Array(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at]!;
    if (first < 0x80) {
      made[to++] = first;
      at++;
      continue;
    }
    const length = lengthOf(first);
    const byte = byteOf(codePoint(bytes, at, length));
    if (byte === null) notes.unfit++;
    made[to++] = byte ?? UNFIT;
    at += length;
  }
  return made.subarray(0, to);
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let code = bytes[at]! & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) code = (code << 6) | (bytes[at + next]! & 0x3f);
  return code;
}

/** Bytes 0xA0 and above are those of Latin-1. */
function byteOf(code: number): number | null {
  if (code >= 0xa0 && code <= 0xff) return code;
  return BYTE_OF.get(code) ?? null;
}
