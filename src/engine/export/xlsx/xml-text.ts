import type { Dictionary } from '../../table/dictionary';

/** What a cell of a spreadsheet holds at most, in UTF-16 units. */
export const MOST_CHARACTERS = 32_767;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** Whether a byte of UTF-8 stands in XML as it is: not marks, controls, `_` (of `_x000D_`) or the lead of U+FFFE. */
const PLAIN = new Uint8Array(256).fill(1);
for (let byte = 0; byte < 0x20; byte++) PLAIN[byte] = Number(byte === 0x09 || byte === 0x0a);
for (const mark of '&<>_') PLAIN[mark.charCodeAt(0)] = 0;
PLAIN[0xef] = 0;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Text as XML 1.0 can hold it. Characters it cannot hold, and texts that look like one of these, are written `_x0001_`.
 * Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
 */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (found) => NAMED[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');

/** A text of the dictionary as XML; cut where it is longer than a cell may be. Null where its bytes will do. */
export function xmlOfEntry({ bytes, offsets }: Dictionary, code: number): Uint8Array | null {
  const start = offsets[code]!;
  const end = offsets[code + 1]!;
  let plain = end - start <= MOST_CHARACTERS ? 1 : 0;
  for (let at = start; at < end; at++) plain &= PLAIN[bytes[at]!]!;
  if (plain) return null;
  return encoder.encode(xmlText(cut(decoder.decode(bytes.slice(start, end)))));
}

/** Whether a text of the dictionary is longer than a cell may be. */
export function isTooLong({ bytes, offsets }: Dictionary, code: number): boolean {
  const [start, end] = [offsets[code]!, offsets[code + 1]!];
  return end - start > MOST_CHARACTERS && decoder.decode(bytes.slice(start, end)).length > MOST_CHARACTERS;
}

function cut(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const last = text.charCodeAt(MOST_CHARACTERS - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, MOST_CHARACTERS - Number(splits));
}
