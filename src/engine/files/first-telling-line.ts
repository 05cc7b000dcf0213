import type { Work } from '../work';
import type { ByteSource } from './source';

const SLICE_BYTES = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;

/** A line of a file: its first byte, and how many lines stand above it. */
export interface LinePlace {
  at: number;
  lines: number;
}

/** Whether a letter is a blank, a tab or the end of a line. */
export const isBlankLetter = (letter: number): boolean =>
  letter === 0x20 || (letter >= 0x09 && letter <= 0x0d);

/**
 * The first line of a file that is neither blank nor begins with the mark of comments; null where there is none.
 * `from` is where the first line begins. Rests after each megabyte (`reading`, in bytes).
 * @throws Stopped
 */
export async function firstTellingLine(
  source: ByteSource,
  encoding: string,
  from: number,
  comment: string | undefined,
  work: Work,
): Promise<LinePlace | null> {
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  const place: LinePlace = { at: from, lines: 0 };
  let before = 0;
  let matched = 0;
  for (let start = from; start < source.size; start += SLICE_BYTES) {
    const bytes = await source.read(start, Math.min(start + SLICE_BYTES, source.size));
    for (let at = 0; at + width <= bytes.length; at += width) {
      const letter = width === 1 ? bytes[at]! : bytes[at + low]! | (bytes[at + 1 - low]! << 8);
      if (letter === LF || letter === CR) {
        if (letter === CR || before !== CR) place.lines++;
        place.at = start + at + width;
        matched = 0;
      } else if (matched < (comment?.length ?? 0) || comment === undefined) {
        if (letter === comment?.charCodeAt(matched)) matched++;
        else if (!isBlankLetter(letter)) return place;
      }
      before = letter;
    }
    const rest = work.breathe({ phase: 'reading', done: start, total: source.size, unit: 'bytes' });
    if (rest) await rest;
  }
  return null;
}
