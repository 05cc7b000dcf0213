import { CellBlock } from '../table/build/cell-block';
import type { Work } from '../work';
import { Carry } from './carry';
import { lineEnd } from './line-end';
import { joinedHeading } from './joined-heading';
import { learnMender } from './mend/learn-mender';
import { papaBlocks } from './papa-blocks';
import type { ReadOptions } from './read-options';
import type { Marks } from './sample-records';
import { blankSeparatedScan } from './scan-blank-separated';
import { sampledBlocks } from './sampled-blocks';
import { carefulScan } from './scan-careful';
import { delimitedScan, type Scan } from './scan-records';
import { MOST_RECORD_BYTES, refuseLongIn, refuseLongRecord } from './reading-limits';
import type { ByteSource } from './source';
import { utf8Slices } from './utf8-slices';
import { withoutComments } from './without-comments';
import { withoutFooter } from './without-footer';
import { withoutRepeats } from './without-repeats';

/** Bytes of one read: few enough to stay quick to stop, enough to make reading cheap. */
export const SLICE_BYTES = 4 << 20;
/** The size of the block in which records are handed out. */
export const MOST_ROWS = 8192;
export const MOST_CELLS = 1 << 16;

/** The byte of one ASCII character; -1 for any other text. */
export const asciiByte = (text: string): number =>
  text.length === 1 && text.charCodeAt(0) < 0x80 ? text.charCodeAt(0) : -1;

/** The scanner for a dialect; null for one whose marks are not single ASCII bytes. */
export function scanOf(options: Marks): Scan | null {
  const scan = uncommentedScan(options);
  return scan && options.comment ? withoutComments(scan, asciiByte(options.comment)) : scan;
}

function uncommentedScan(options: Marks): Scan | null {
  const quote = options.quote === '' ? -1 : asciiByte(options.quote);
  if (quote < 0 && options.quote !== '') return null;
  if (options.delimiter === 'whitespace') return blankSeparatedScan(quote);
  const delimiter = asciiByte(options.delimiter);
  if (delimiter < 0) return null;
  const { escape, trim = false } = options;
  if (escape === undefined && !trim) return delimitedScan({ delimiter, quote });
  return carefulScan({ delimiter, quote, escape: escape === undefined ? -1 : asciiByte(escape), trim });
}

/** Whether only the delimiter and the quote decide how a file is cut, so that any part of it can be read by itself. */
export const isPlain = ({
  escape,
  trim,
  comment,
  headerRows = 1,
  footer = 0,
  mend,
  dropRepeats,
}: ReadOptions): boolean =>
  !escape && !trim && !comment && !mend && !dropRepeats && headerRows === 1 && footer === 0;

/**
 * The records of a delimited file in blocks of at most 8,192. Where the file has a header it comes first, alone in
 * a block marked `isHeader`. The same block object is handed out again and again.
 * Where a sample is asked for, only its records are there, numbered anew.
 * Rests after each block (`reading`, in bytes).
 * @throws EngineError `unreadable-file`, `record-too-long`; Stopped
 */
export async function* recordBlocks(
  file: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes?: number,
): AsyncGenerator<CellBlock> {
  const every = everyRecord(await withoutFooter(file, options), options, work, sliceBytes);
  const blocks = options.dropRepeats ? withoutRepeats(every) : every;
  yield* options.sample ? sampledBlocks(blocks, options.sample) : blocks;
}

async function* everyRecord(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes = SLICE_BYTES,
): AsyncGenerator<CellBlock> {
  const scan = scanOf(options);
  if (!scan) return yield* papaBlocks(source, options, work, sliceBytes);
  const mender = options.mend ? await learnMender(source, options, work) : null;
  const heading = new CellBlock(options.headerRows ?? 1, 256);
  const body = new CellBlock(MOST_ROWS, MOST_CELLS);
  heading.isHeader = true;
  const [quote, delimiter] = [asciiByte(options.quote), asciiByte(options.delimiter)];
  const escape = options.escape === undefined ? -1 : asciiByte(options.escape);
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
      const start = from;
      from = scan(block, from, carry.length, slice.final);
      if (block.isHeader && block.rows < block.maxRows && !slice.final) from = start;
      if (block.rows === 0 || from === start) break;
      if (carry.length > MOST_RECORD_BYTES) refuseLongIn(source, options, block, from);
      const resolve = () => block.resolveDoubled(quote, escape, delimiter);
      const mended = !block.isHeader && mender ? mender.mend(block, resolve) : null;
      if (!mended) resolve();
      yield block.isHeader && block.maxRows > 1 ? joinedHeading(block) : (mended ?? block);
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
