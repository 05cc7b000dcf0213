import { lineEnd } from './line-end';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Where the first line of a file ends; ends of lines within a quoted cell at its beginning do not count. -1 where its
 * end has not been seen. `from` is where it begins.
 */
export function firstLineEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) return lineEnd(bytes, from, bytes.length, false);
  let open = false;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) open = !open;
    else if (!open && (bytes[at] === LF || bytes[at] === CR)) return lineEnd(bytes, at, bytes.length, false);
  }
  return -1;
}
