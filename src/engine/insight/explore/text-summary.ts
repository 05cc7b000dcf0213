import type { Dictionary } from '../../table/dictionary';
import type { TextSummary } from './overview-of';

/**
 * Lengths of a column's texts in code points, each counted as often as it stands there; null where none does.
 * @param counts how often each text of the dictionary stands in the column
 */
export function textSummary({ bytes, offsets }: Dictionary, counts: Uint32Array): TextSummary | null {
  let [shortest, longest, characters, present] = [Infinity, 0, 0, 0];
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    let length = 0;
    // Bytes that begin a character; the others of UTF-8 are 10xxxxxx.
    for (let at = offsets[code]!; at < offsets[code + 1]!; at++) if ((bytes[at]! & 0xc0) !== 0x80) length++;
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
    characters += length * count;
    present += count;
  }
  return present > 0 ? { shortest, longest, meanLength: characters / present } : null;
}
