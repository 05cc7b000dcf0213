import type { Marks } from './sample-records';
import { regularity } from './sniff-delimiter';
import type { QuoteEvidence } from './sniff-quote';

const BACKSLASH = '\\';

const PAIRS_ONLY = /^(?:[^"]|"")*$/;

/**
 * `"` where the quote is another and it stands in the text in pairs alone, as a writer leaves it that doubles both. The backslash, where the records become more regular once it makes a quote a plain character, or as regular and no
 * quote is doubled; in `"C:\",` they do not, for the cell would run on.
 */
export function sniffEscape(
  read: (marks: Marks) => string[][],
  marks: Marks,
  sample: string,
  { escaped, doubled }: QuoteEvidence,
): string | undefined {
  if (marks.quote !== '"' && sample.includes('"') && PAIRS_ONLY.test(sample)) return '"';
  if (escaped === 0) return undefined;
  const difference = regularity(read({ ...marks, escape: BACKSLASH })) - regularity(read(marks));
  return difference > 0 || (difference === 0 && doubled === 0) ? BACKSLASH : undefined;
}
