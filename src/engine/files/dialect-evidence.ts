import type { DelimiterScore } from './sniff-delimiter';
import type { BlanksInFront } from './sniff-trim';
import type { EncodingEvidence } from './sniff-encoding';
import type { QuoteEvidence } from './sniff-quote';

/** What each conclusion about a delimited file rests on, and what came after it. */
export interface DialectEvidence {
  encoding: EncodingEvidence;
  /** `said`: by the user, or by the file's own line `sep=;`; `scored`: the best of those tried; `none`: one column. */
  delimiter: { why: 'said' | 'scored' | 'none'; tried: readonly DelimiterScore[] };
  quote: QuoteEvidence;
  /** Records of the sample; everything here was seen in them. */
  records: number;
  /** The commonest number of cells in a record, and the share of the records that have as many. */
  width: number;
  alike: number;
  /** Cells of the first record, those that could name a column, and the records that name columns together. */
  header: { cells: number; names: number; rows: number };
  /** Cells with a decimal comma and with a decimal point. */
  decimal: { comma: number; point: number };
  /** Lines above the table that are passed over, and lines below it; at most 30 of each. */
  preamble: readonly string[];
  footnotes: readonly string[];
  /** Comment lines of the sample, and the first. */
  comments: { lines: number; example: string } | null;
  /** Cells of the sample that begin with a blank, of those behind a delimiter. Absent in older sessions, as is the next. */
  blanks?: BlanksInFront;
  /** Rows of the sample that were cut anew, or would be, and the first as it stands in the file. */
  mended?: { rows: number; example: string };
}
