import type { MissingTogether, OutlyingRows } from '../../engine/index';
import { count, counted, listed, number, share } from './format';
import { called, calledBoth } from './called';
import { isolated } from './isolated';
import { coefficient } from './pairs';

export const BLANKS = {
  heading: 'Blanks together',
  chosen: 'blanks',
  line: 'Rows by which of their cells are blank; a filled square is a blank cell',
  failed: 'The blanks could not be counted. Open another place and come back to try again.',
} as const;

/** The finding: how many rows are whole, or which columns are blank together. */
export function blanksTitle({ rows, complete, pairs, columns }: MissingTogether): string {
  const [best] = pairs;
  if (best && best.value >= 0.5 && best.both > 1)
    return `${calledBoth(best.a, best.b).join(' and ')} are mostly blank in the same rows`;
  if (complete === 0) return `No row is filled throughout; ${called(columns[0]!.name)} lacks most`;
  return `${share(complete / rows)} of the rows are filled throughout`;
}

export function blanksNote({ pairs, otherPatterns }: MissingTogether): string {
  const strong = pairs.filter(({ value }) => value >= 0.5).slice(0, 3);
  return [
    ...(strong.length > 0
      ? [
          `Correlation of being blank: ${listed(strong.map(({ a, b, value }) => `${calledBoth(a, b).join(' with ')} ${coefficient(value)}`))}.`,
        ]
      : []),
    ...(otherPatterns > 0 ? [`${counted(otherPatterns, 'row')} are blank in other ways.`] : []),
  ].join(' ');
}

export const patternWords = (columns: readonly string[], rows: number, all: number): string =>
  `${listed(columns)} blank: ${counted(rows, 'row')}, ${share(rows / all)}`;

export const UNUSUAL = {
  heading: 'Unusual rows',
  failed: 'The rows could not be held against each other. Open another place and come back to try again.',
  none: 'No row stands apart from all others by its numbers.',
  row: 'Row',
  why: 'Why',
  score: 'Score',
  together: 'Its numbers are ordinary one by one and unusual together.',
} as const;

export const showRow = (row: number): string => `Show row ${count(row + 1)}`;

export const showRows = (rows: number): string =>
  rows === 1 ? 'Show the row' : `Show the ${count(rows)} rows`;

export const listMore = (rows: number): string => `List ${count(rows)} more`;

/** Heading of the rows that were opened. */
export function unusualTitle(rows: Uint32Array | null): string {
  if (!rows) return UNUSUAL.heading;
  return rows.length === 1
    ? `Row ${count(rows[0]! + 1)}`
    : `The ${counted(rows.length, 'most unusual row', 'most unusual rows')}`;
}

export const unusualLine = ({ columns, looked, of }: OutlyingRows, what = 'row'): string => {
  if (columns.length === 0) return `The numbers do not vary over ${counted(of, what)}`;
  const by = columns.length > 4 ? `${count(columns.length)} columns of numbers` : listed(columns);
  const rows =
    looked < of ? `${count(looked)} of ${counted(of, what)}, drawn evenly` : `all ${counted(of, what)}`;
  return columns.length > 1
    ? `Isolation forest over ${by}; ${rows}`
    : `Distance from the median of ${by}; ${rows}`;
};

/** "Quantity 80,995: 16,872 deviations above the middle" */
export const whySays = (
  { column, deviations }: OutlyingRows['rows'][number]['why'][number],
  value: string,
): string => {
  const size = Math.abs(deviations);
  const times = number(size, size < 10 ? 1 : 0);
  return `${isolated(column)} ${value}, ${times} robust deviations ${deviations > 0 ? 'above' : 'below'} the middle`;
};
