import type { ReadOptions } from './read-options';

type Marks = Pick<ReadOptions, 'delimiter' | 'quote' | 'escape' | 'trim' | 'comment'>;

/** How PapaParse calls the marks of a dialect. */
export const papaMarks = ({ delimiter, quote, escape, comment }: Marks) => ({
  delimiter,
  quoteChar: quote,
  escapeChar: escape ?? quote,
  comments: comment ?? (false as const),
  skipEmptyLines: true as const,
});

/** The records without the blanks in front of their cells, where these do not count. */
export function trimmed(records: string[][], { trim }: Marks): string[][] {
  return trim ? records.map((record) => record.map((cell) => cell.trimStart())) : records;
}
