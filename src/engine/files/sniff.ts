import { EngineError } from '../errors';
import type { DialectEvidence } from './dialect-evidence';
import { commentsAlone } from './comments-alone';
import { firstLineEnd } from './first-line-end';
import { looksLike } from './looks-like';
import type { ReadOptions } from './read-options';
import { isRepeat } from './repeated-names';
import { countDecimals, sniffDecimal } from './sniff-decimal';
import { commonest, shareAlike, type DelimiterScore } from './sniff-delimiter';
import { sniffEncoding } from './sniff-encoding';
import { nameable } from './sniff-header';
import { sniffLayout } from './sniff-layout';
import { sniffMarks } from './sniff-marks';
import { sniffMend } from './sniff-mend';
import { sniffMissing } from './sniff-missing';
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
  /** The first records: what stands above and below the table left out, its header included as one record. */
  records: readonly (readonly string[])[];
  evidence: DialectEvidence;
}

/** A first line beyond that names columns at such length that what follows tells more of the marks. */
const LONG_LINE = 1 << 16;

/**
 * Concludes from the first bytes of a file how it is to be read; what was chosen is kept and steers the rest.
 * `size` is that of the whole file in bytes; `tail` are its last bytes, where the head is not the whole.
 * @throws EngineError `empty-file`, with `comment` where it holds comments alone; `not-a-table` with `looksLike`
 */
export function sniff(
  head: Uint8Array,
  size: number,
  chosen: Partial<ReadOptions> = {},
  tail?: Uint8Array,
): Sniffed {
  if (size === 0 || head.length === 0) throw new EngineError('empty-file');
  const whole = head.length >= size;
  const told = sniffEncoding(head, whole);
  const encoding = chosen.encoding ?? told.encoding;
  const looks = looksLike(head, encoding);
  if (looks) throw new EngineError('not-a-table', { looksLike: looks });
  const utf8 = utf8Head(head, encoding, whole);
  const sample = new TextDecoder().decode(utf8);
  if (sample.trim() === '') throw new EngineError('empty-file', { bytes: size });

  const isSaid = chosen.skip !== undefined || chosen.comment !== undefined;
  const comment = isSaid ? undefined : commentsAlone(sample);
  if (comment !== undefined) throw new EngineError('empty-file', { bytes: size, comment });

  const end = whole ? utf8 : tail && utf8Head(tail, encoding, true);
  const body = behindLongLine(utf8);
  const text = body === utf8 ? sample : new TextDecoder().decode(body);
  const { marks, separated, said, ...why } = sniffMarks(body, text, whole, chosen);
  const layout = sniffLayout({ utf8, sample, whole, end, marks, said }, chosen);
  const { header, headerRows, footer, skip, footnotes } = layout;
  const { mend, mended, ...found } = sniffMend(utf8, whole, marks, layout, chosen);
  const dropRepeats = header && chosen.dropRepeats === true;
  const records = dropRepeats ? withoutRepeated(found.records) : found.records;
  const rows = header ? records.slice(1) : records;
  const width = Math.max(commonest(records), header ? (records[0]?.length ?? 0) : 0);
  const options: ReadOptions = {
    encoding,
    ...marks,
    skip,
    header,
    ...(headerRows > 1 ? { headerRows } : {}),
    ...(footer > 0 ? { footer } : {}),
    ...(mend ? { mend } : {}),
    ...(dropRepeats ? { dropRepeats } : {}),
    decimal: chosen.decimal ?? sniffDecimal(rows, marks.delimiter),
    missing: chosen.missing ?? sniffMissing(rows, width),
    ...(chosen.sample && { sample: chosen.sample }),
  };
  const evidence: DialectEvidence = {
    encoding: chosen.encoding === undefined ? told : { ...told, encoding, why: 'said' },
    ...why,
    records: records.length,
    width,
    alike: shareAlike(records),
    header: { cells: layout.first.length, names: nameable(layout.first), rows: headerRows },
    decimal: countDecimals(rows),
    preamble: layout.preamble,
    footnotes,
    ...(mended && { mended }),
  };
  return {
    format: 'delimited',
    options,
    width,
    separated,
    runnersUp: why.delimiter.tried,
    records,
    evidence,
  };
}

/** The records without those that repeat the first, which names the columns. */
function withoutRepeated([first = [], ...others]: Sniffed['records']): Sniffed['records'] {
  const names = first.map((name) => name.trim());
  return [first, ...others.filter((record) => !isRepeat(record, names))];
}

/** The bytes behind their first line where that is very long and others follow. */
function behindLongLine(utf8: Uint8Array): Uint8Array {
  const end = firstLineEnd(utf8, 0);
  return end > LONG_LINE && end < utf8.length ? utf8.subarray(end) : utf8;
}

/** The first bytes of a file as UTF-8 without a byte order mark. */
export function utf8Head(head: Uint8Array, encoding: string, whole: boolean): Uint8Array {
  if (!/^utf-?8$/i.test(encoding)) return utf8Maker(encoding)(head, whole);
  return hasUtf8Bom(head) ? head.subarray(3) : head;
}
