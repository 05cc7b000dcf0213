import { cellTexts, sampleBlock, type Marks } from './sample-records';
import { sniffFooter } from './sniff-footer';

const TAIL_BYTES = 1 << 16;
const MOST_ROWS = 1 << 14;
const LF = 0x0a;
const CR = 0x0d;
const MOSTLY = 0.8;

/**
 * The lines with something on them that stand below the table, from the last bytes of the file; as many as `chosen`
 * where that is said. None where most of these bytes are no records of the table, for a cut cell may have begun them.
 */
export function notesBelow(
  end: Uint8Array,
  whole: boolean,
  marks: Marks,
  width: number,
  chosen: number | undefined,
): string[] {
  const text = whole && end.length <= TAIL_BYTES ? end : fromNextLine(end.subarray(-TAIL_BYTES));
  if (chosen !== undefined) return chosen === 0 ? [] : filledLines(text).slice(-chosen);
  const block = sampleBlock(text, marks, true, MOST_ROWS);
  const records = cellTexts(block);
  const notes = sniffFooter(records, width);
  const table = records.slice(0, records.length - notes);
  if (notes === 0 || table.filter((record) => record.length === width).length < table.length * MOSTLY)
    return [];
  return filledLines(text.subarray(lineStart(text, block.starts[block.offsets[records.length - notes]!]!)));
}

const filledLines = (text: Uint8Array): string[] =>
  new TextDecoder()
    .decode(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');

function fromNextLine(text: Uint8Array): Uint8Array {
  const at = text.findIndex((byte) => byte === LF || byte === CR);
  return at < 0 ? text : text.subarray(at + 1);
}

function lineStart(text: Uint8Array, place: number): number {
  let at = place;
  while (at > 0 && text[at - 1] !== LF && text[at - 1] !== CR) at--;
  return at;
}
