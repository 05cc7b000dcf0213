import type { DialectEvidence } from './dialect-evidence';
import type { ReadOptions } from './read-options';
import { cellTexts, sampleBlock, type Marks } from './sample-records';
import { possibleComment, sniffComment } from './sniff-comment';
import { sniffDelimiter } from './sniff-delimiter';
import { sniffEscape } from './sniff-escape';
import { sniffQuote } from './sniff-quote';
import { countBlanks, sniffTrim } from './sniff-trim';

/** The marks of a file, what they rest on, and whether its cells are kept apart at all. */
export interface MarksFound extends Pick<DialectEvidence, 'delimiter' | 'quote' | 'comments' | 'blanks'> {
  marks: Marks;
  separated: boolean;
  /** The delimiter that the file names in its own first line, as Excel has it: `sep=;`. */
  said: string | undefined;
}

const SAMPLE_ROWS = 300;
const SAMPLE_BYTES = 1 << 17;
const SAMPLE_LINES = 1000;
/** Below this a delimiter explains so little that the file counts as one column. */
const LEAST_SCORE = 0.12;

/** What keeps the cells and records of a sample apart; what was chosen steers the rest. */
export function sniffMarks(
  utf8: Uint8Array,
  sample: string,
  whole: boolean,
  chosen: Partial<ReadOptions>,
): MarksFound {
  const said = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const given = chosen.delimiter ?? said;
  const quoted = sniffQuote(sample);
  const quote = chosen.quote ?? quoted.quote;
  const lines = sample.split(/\r\n|\r|\n/, SAMPLE_LINES).filter((line) => line.trim() !== '');
  const rank = (comment: string | undefined) => sniffDelimiter(utf8, sample, { quote, comment, given });
  // Who says how many lines to skip, or which quote there is, has said all of it: so do recipes.
  const settled = chosen.comment ?? (chosen.skip === undefined ? undefined : '');
  const possible = settled ?? possibleComment(lines);
  let tried = rank(possible);
  const comments = sniffComment(lines, given ?? tried[0]!.delimiter, settled);
  const comment = settled ?? comments?.comment;
  if (comment !== possible) tried = rank(comment);
  const best = tried.find(({ score, width }) => score >= LEAST_SCORE && width > 1);
  let marks: Marks = { delimiter: given ?? best?.delimiter ?? ',', quote };
  if (comment) marks = { ...marks, comment };
  const start = utf8.subarray(0, SAMPLE_BYTES);
  const read = (tried: Marks) =>
    cellTexts(sampleBlock(start, tried, whole && start.length === utf8.length, SAMPLE_ROWS));
  const escape =
    chosen.escape ?? (chosen.quote === undefined ? sniffEscape(read, marks, sample, quoted) : undefined);
  if (escape) marks = { ...marks, escape };
  const separated = (given ?? best) !== undefined;
  const blanks = countBlanks(read(marks), marks.delimiter);
  const trim = chosen.trim ?? (separated && chosen.delimiter === undefined && sniffTrim(blanks));
  if (trim) marks = { ...marks, trim };
  return {
    marks,
    separated,
    said,
    delimiter: { why: given !== undefined ? 'said' : best ? 'scored' : 'none', tried },
    quote: { ...quoted, quote, ...(escape ? { escape } : {}) },
    comments,
    blanks,
  };
}
