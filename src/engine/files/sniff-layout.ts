import type { CellBlock } from '../table/build/cell-block';
import { countHeaderRows } from './count-header-rows';
import { joinHeader } from './join-header';
import type { ReadOptions } from './read-options';
import { scanOf } from './record-blocks';
import { cellTexts, sampleBlock, type Marks } from './sample-records';
import { commonest } from './sniff-delimiter';
import { notesBelow } from './notes-below';
import { sniffHeader } from './sniff-header';
import { sniffPreamble } from './sniff-preamble';

/** Where in a file its table stands. */
export interface Layout {
  /** Lines above the table. */
  skip: number;
  header: boolean;
  headerRows: number;
  /** Lines below the table; 0 for none. */
  footer: number;
  /** The records of the sample, several header records joined to one. */
  records: readonly (readonly string[])[];
  /** The first of them before it was joined. */
  first: readonly string[];
  preamble: readonly string[];
  footnotes: readonly string[];
}

interface Sample {
  utf8: Uint8Array;
  sample: string;
  whole: boolean;
  /** The last bytes of the file as UTF-8, if they are at hand. */
  end: Uint8Array | undefined;
  marks: Marks;
  said: string | undefined;
}

const SAMPLE_ROWS = 1000;
const MOST_LINES = 30;

/** Finds what stands above and below the table, and how many records name its columns. */
export function sniffLayout(
  { utf8, sample, whole, end, marks, said }: Sample,
  chosen: Partial<ReadOptions>,
): Layout {
  const block = sampleBlock(utf8, marks, whole, SAMPLE_ROWS);
  const lineOf = lineFinder(block, utf8, scanOf(marks) !== null);
  const complete = whole && block.rows < SAMPLE_ROWS;
  block.resolveDoubled(marks.quote.charCodeAt(0), marks.escape?.charCodeAt(0), marks.delimiter.charCodeAt(0));
  const all = cellTexts(block);
  const preamble = chosen.skip === undefined ? Math.max(said ? 1 : 0, sniffPreamble(all)) : 0;
  // Comment lines at the top are passed over anyway.
  const skip = chosen.skip ?? (preamble === 0 && marks.comment ? 0 : lineOf(preamble));
  const below = all.filter((_, at) => at >= preamble && lineOf(at) >= skip);
  const settled = chosen.footer ?? (chosen.skip === undefined ? undefined : 0);
  const notes = end ? notesBelow(end, end === utf8, marks, commonest(below), settled) : [];
  const footer = settled ?? notes.length;
  const kept = complete && footer > 0 ? below.slice(0, Math.max(1, below.length - footer)) : below;
  const sniffed = countHeaderRows(kept);
  const header = chosen.header ?? (sniffHeader(kept) || sniffed > 1);
  const headerRows = header ? (chosen.headerRows ?? (chosen.header === undefined ? sniffed : 1)) : 1;
  const joined = headerRows > 1;
  return {
    skip,
    header,
    headerRows,
    footer,
    records: joined ? [joinHeader(kept.slice(0, headerRows)), ...kept.slice(headerRows)] : kept,
    first: kept[0] ?? [],
    preamble: skip > 0 ? sample.split(/\r\n|\r|\n/, Math.min(skip, MOST_LINES)) : [],
    footnotes: notes,
  };
}

/** The line that a record begins in, from 0; where the parser tells no places, a record counts as a line. */
function lineFinder(block: CellBlock, bytes: Uint8Array, placed: boolean): (record: number) => number {
  if (!placed) return (record) => record;
  const starts = Array.from({ length: block.rows }, (_, record) => block.starts[block.offsets[record]!]!);
  const lines: number[] = [];
  let line = 0;
  let at = 0;
  for (const start of starts) {
    for (; at < start; at++) {
      if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
    }
    lines.push(line);
  }
  return (record) => lines[record] ?? line;
}
