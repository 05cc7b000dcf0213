import { fromWindows1252 } from '../../files/from-windows-1252';

/** Encodings that UTF-8 is often mistaken for. */
export const MISTAKEN_FOR = ['windows-1252', 'macintosh', 'windows-1250', 'windows-1251'] as const;
export type MistakenFor = (typeof MISTAKEN_FOR)[number];

const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Some text is decoded wrongly every time it passes through a program. */
const MOST_TIMES = 3;

const tables = new Map<MistakenFor, ReadonlyMap<string, number>>();

/** The byte that each character beyond ASCII stands for. */
function bytesOf(encoding: MistakenFor): ReadonlyMap<string, number> {
  let table = tables.get(encoding);
  if (!table) {
    const high = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
    const text =
      encoding === 'windows-1252'
        ? new TextDecoder().decode(fromWindows1252(high))
        : new TextDecoder(encoding).decode(high);
    table = new Map([...text].map((character, at) => [character, 128 + at]));
    tables.set(encoding, table);
  }
  return table;
}

/**
 * The text as it was before its UTF-8 was read as that encoding, as often as that was done; the text itself where it
 * was not: if one of its characters is none of the encoding, or its bytes are no UTF-8.
 */
export function undoDecoding(text: string, encoding: MistakenFor): string {
  let found = text;
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = once(found, encoding);
    if (before === null) break;
    found = before;
  }
  return found;
}

function once(text: string, encoding: MistakenFor): string | null {
  if (!BEYOND_ASCII.test(text)) return null;
  const table = bytesOf(encoding);
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = character < '\u0080' ? character.charCodeAt(0) : table.get(character);
    if (byte === undefined) return null;
    bytes[length++] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length));
  } catch {
    // The bytes are no UTF-8, so the text was read rightly.
    return null;
  }
}
