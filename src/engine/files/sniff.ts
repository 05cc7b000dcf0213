import { EngineError } from '../errors';
import { looksLike } from './looks-like';
import type { ReadOptions } from './read-options';
import { cellTexts, sampleBlock } from './sample-records';
import { sniffDecimal } from './sniff-decimal';
import { commonest, sniffDelimiter, type DelimiterScore } from './sniff-delimiter';
import { sniffEncoding } from './sniff-encoding';
import { sniffHeader } from './sniff-header';
import { sniffMissing } from './sniff-missing';
import { sniffPreamble } from './sniff-preamble';
import { sniffQuote } from './sniff-quote';
import { hasUtf8Bom, utf8Maker } from './utf8-slices';

/** What the first bytes of a file tell about how to read it. */
export interface Sniffed {
  format: 'delimited';
  options: ReadOptions;
  /** The commonest number of cells in a record of the sample. */
  width: number;
  /** Whether the delimiter was chosen, or stands in the sample often enough to be believed. */
  separated: boolean;
  /** Delimiters from best to worst. */
  runnersUp: readonly DelimiterScore[];
  /** The first records as they are: preamble left out, header included. */
  records: readonly (readonly string[])[];
}

const SAMPLE_ROWS = 1000;
const SAMPLE_BYTES = 1 << 20;
/** Below this a delimiter explains so little that the file counts as one column. */
const LEAST_SCORE = 0.12;

/**
 * Concludes from the first megabyte how a file is to be read; what was chosen is kept and steers the rest.
 * `size` is that of the whole file in bytes.
 * @throws EngineError `empty-file`; `not-a-table` with `looksLike`
 */
export function sniff(head: Uint8Array, size: number, chosen: Partial<ReadOptions> = {}): Sniffed {
  if (size === 0 || head.length === 0) throw new EngineError('empty-file');
  const whole = head.length >= size;
  const encoding = chosen.encoding ?? sniffEncoding(head, whole);
  const looks = looksLike(head, encoding);
  if (looks) throw new EngineError('not-a-table', { looksLike: looks });
  const utf8 = utf8Head(head.subarray(0, SAMPLE_BYTES), encoding, whole);
  const sample = new TextDecoder().decode(utf8);
  if (sample.trim() === '') throw new EngineError('empty-file', { bytes: size });
  // Excel's own first line, such as `sep=;`
  const said = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const quote = chosen.quote ?? sniffQuote(sample);
  const runnersUp = sniffDelimiter(utf8, sample, quote);
  const best = runnersUp.find(({ score, width }) => score >= LEAST_SCORE && width > 1);
  const delimiter = chosen.delimiter ?? said ?? best?.delimiter ?? ',';
  const block = sampleBlock(utf8, { delimiter, quote }, whole, SAMPLE_ROWS);
  block.resolveDoubled(quote.charCodeAt(0));
  const all = cellTexts(block);
  const preamble = chosen.skip === undefined ? Math.max(said ? 1 : 0, sniffPreamble(all)) : 0;
  const skip = chosen.skip ?? linesBefore(utf8, block.starts[block.offsets[preamble]!]!);
  const records =
    chosen.skip === undefined ? all.slice(preamble) : all.slice(recordsWithin(block, utf8, skip));
  const header = chosen.header ?? sniffHeader(records);
  const rows = header ? records.slice(1) : records;
  const width = Math.max(commonest(records), header ? (records[0]?.length ?? 0) : 0);
  const decimal = chosen.decimal ?? sniffDecimal(rows, delimiter);
  const missing = chosen.missing ?? sniffMissing(rows, width);
  return {
    format: 'delimited',
    options: {
      encoding,
      delimiter,
      quote,
      skip,
      header,
      decimal,
      missing,
      ...(chosen.sample && { sample: chosen.sample }),
    },
    width,
    separated: (chosen.delimiter ?? said ?? best) !== undefined,
    runnersUp,
    records,
  };
}

/** The first bytes of a file as UTF-8 without a byte order mark. */
export function utf8Head(head: Uint8Array, encoding: string, whole: boolean): Uint8Array {
  if (!/^utf-?8$/i.test(encoding)) return utf8Maker(encoding)(head, whole);
  return hasUtf8Bom(head) ? head.subarray(3) : head;
}

/** Lines that end before a place in the bytes. */
function linesBefore(bytes: Uint8Array, place: number): number {
  let lines = 0;
  for (let at = 0; at < place; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) lines++;
  }
  return lines;
}

/** Records that begin within the first lines. */
function recordsWithin(
  block: { rows: number; starts: Int32Array; offsets: Int32Array },
  bytes: Uint8Array,
  lines: number,
): number {
  let records = 0;
  while (records < block.rows && linesBefore(bytes, block.starts[block.offsets[records]!]!) < lines)
    records++;
  return records;
}
