import { CellBlock } from '../table/build/cell-block';
import type { Work } from '../work';
import { papaBlocks } from './papa-blocks';
import type { ReadOptions } from './read-options';
import { blankSeparatedScan } from './scan-blank-separated';
import { delimitedScan, type Scan } from './scan-records';
import { refuseLongRecord } from './reading-limits';
import type { ByteSource } from './source';
import { utf8Slices } from './utf8-slices';

/** Bytes of one read: few enough to stay quick to stop, enough to make reading cheap. */
export const SLICE_BYTES = 4 << 20;
const MOST_ROWS = 8192;
const MOST_CELLS = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;

const asciiByte = (text: string): number =>
  text.length === 1 && text.charCodeAt(0) < 0x80 ? text.charCodeAt(0) : -1;

/** The scanner for a dialect; null for one whose marks are not single ASCII bytes. */
export function scanOf(options: Pick<ReadOptions, 'delimiter' | 'quote'>): Scan | null {
  const quote = options.quote === '' ? -1 : asciiByte(options.quote);
  if (quote < 0 && options.quote !== '') return null;
  if (options.delimiter === 'whitespace') return blankSeparatedScan(quote);
  const delimiter = asciiByte(options.delimiter);
  return delimiter < 0 ? null : delimitedScan({ delimiter, quote });
}

/**
 * The records of a delimited file in blocks of at most 8,192. Where the file has a header it comes first, alone in
 * a block marked `isHeader`. The same block object is handed out again and again.
 * Rests after each block (`reading`, in bytes).
 * @throws EngineError `unreadable-file`, `record-too-long`; Stopped
 */
export async function* recordBlocks(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes = SLICE_BYTES,
): AsyncGenerator<CellBlock> {
  const scan = scanOf(options);
  if (!scan) return yield* papaBlocks(source, options, work, sliceBytes);
  const heading = new CellBlock(1, 256);
  const body = new CellBlock(MOST_ROWS, MOST_CELLS);
  heading.isHeader = true;
  const quote = asciiByte(options.quote);
  const carry = new Carry();
  let skip = options.skip;
  let headerDue = options.header;
  for await (const slice of utf8Slices(source, options.encoding, sliceBytes, () => carry.length)) {
    carry.append(slice.bytes);
    let from = 0;
    while (skip > 0) {
      const next = lineEnd(carry.bytes, from, carry.length, slice.final);
      if (next < 0) break;
      from = next;
      skip--;
    }
    while (skip === 0) {
      const block = headerDue ? heading : body;
      block.clear();
      block.bytes = carry.bytes;
      from = scan(block, from, carry.length, slice.final);
      if (block.rows === 0) break;
      block.resolveDoubled(quote);
      yield block;
      if (headerDue) headerDue = false;
      else body.firstRow += body.rows;
      const rest = work.breathe({
        phase: 'reading',
        done: slice.read,
        total: source.size,
        unit: 'bytes',
        rows: body.firstRow,
      });
      if (rest) await rest;
    }
    carry.drop(from);
    refuseLongRecord(source, options, carry.length, headerDue ? 0 : body.firstRow + 1);
  }
}

/** Bytes that wait for the rest of their record, followed by a line feed as a sentinel. */
class Carry {
  bytes = new Uint8Array(1);
  length = 0;

  append(more: Uint8Array): void {
    const needed = this.length + more.length + 1;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, needed + (1 << 20))));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(more, this.length);
    this.length += more.length;
    this.bytes[this.length] = LF;
  }

  drop(used: number): void {
    this.bytes.copyWithin(0, used, this.length);
    this.length -= used;
  }
}

/** The place after the line that begins at `from`; -1 where its end has not been seen. */
function lineEnd(bytes: Uint8Array, from: number, limit: number, final: boolean): number {
  let at = from;
  while (at < limit && bytes[at] !== LF && bytes[at] !== CR) at++;
  if (at >= limit) return final ? limit : -1;
  if (bytes[at] !== CR) return at + 1;
  if (at + 1 >= limit && !final) return -1;
  return bytes[at + 1] === LF && at + 1 < limit ? at + 2 : at + 1;
}
