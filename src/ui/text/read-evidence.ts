import type { DialectEvidence, ReadOptions, ReadReport } from '../../engine/index';
import { encodingName } from './encodings';
import { count, counted, listed, share } from './format';
import { delimiterLabel } from './labels';

const MOST_RUNNERS_UP = 2;

/** "Semicolon: 29 cells in 100 % of the rows. Comma would give 1." */
export function delimiterEvidence({ delimiter }: DialectEvidence, options: ReadOptions): string {
  const own = delimiter.tried.find((one) => one.delimiter === options.delimiter);
  const others = delimiter.tried
    .filter((one) => one !== own && one.width > 1 && one.score > 0)
    .slice(0, MOST_RUNNERS_UP)
    .map((one) => `${delimiterLabel(one.delimiter)} would give ${count(one.width)}`);
  const first = own
    ? `Gives ${counted(own.width, 'cell')} in ${share(own.alike)} of the rows.`
    : 'Tried on no row yet.';
  if (others.length > 0) return `${first} ${capital(others.join(', '))}.`;
  return delimiter.why === 'none'
    ? 'No separator was found: one column.'
    : `${first} No other splits the rows.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why an encoding, and what else would read the file. */
export function encodingEvidence({ encoding }: DialectEvidence, options: ReadOptions): string {
  const { why, tried } = encoding;
  if (why === 'mark') return 'The file begins with the mark of it.';
  if (why === 'pairs') return 'Every other byte is alike, as only this has it.';
  if (why === 'ascii') return 'There are no accents or other letters in its beginning; any would do.';
  if (why === 'valid') return 'Every letter beyond A–Z is written as it asks.';
  if (why === 'mostly-valid') return 'All but a few letters are written as it asks.';
  const own = tried.find((one) => one.encoding === options.encoding);
  const other = tried.find((one) => one !== own && one.example !== own?.example);
  const shown = own?.example ? `Reads “${own.example}”.` : 'As you said.';
  return other ? `${shown} ${encodingName(other.encoding)} would read “${other.example}”.` : shown;
}

/** How many cells are quoted in which way. */
export function quoteEvidence({ quote }: DialectEvidence): string {
  const { double, single, escaped } = quote;
  if (double + single === 0) return 'No cell of the beginning is quoted.';
  const cells = [
    double > 0 ? `${counted(double, 'cell stands', 'cells stand')} between "` : '',
    single > 0 ? `${counted(single, 'cell stands', 'cells stand')} between '` : '',
    escaped > 0 ? `${counted(escaped, 'quote stands', 'quotes stand')} behind a backslash` : '',
  ].filter((part) => part !== '');
  return `${cells.join(', ')}.`;
}

/** What speaks for a decimal point or comma. */
export function decimalEvidence({ decimal: { comma, point } }: DialectEvidence): string {
  if (comma + point === 0) return 'No number of the beginning has decimals.';
  return `${counted(point, 'cell')} with a point, ${count(comma)} with a comma.`;
}

/** What speaks for names in the first row. */
export function headerEvidence({ header: { cells, names, rows } }: DialectEvidence): string {
  const named = `${count(names)} of ${counted(cells, 'cell')} of the first row could be names.`;
  return rows > 1 ? `${named} Words above numbers in ${count(rows)} rows.` : named;
}

/** How many cells begin with a blank. */
export function trimEvidence({ blanks }: DialectEvidence): string {
  if (!blanks || blanks.cells === 0) return '';
  const { cells, behindBlank } = blanks;
  return behindBlank === 0
    ? 'No cell of the beginning begins with a blank.'
    : `${count(behindBlank)} of ${counted(cells, 'cell')} of the beginning ${behindBlank === 1 ? 'begins' : 'begin'} with a blank.`;
}

/** Which rows are mended, or do not have as many cells as the others. */
export function mendEvidence({ mended, alike }: DialectEvidence): string {
  if (mended)
    return `${counted(mended.rows, 'row')} of the beginning ${mended.rows === 1 ? 'is' : 'are'} cut anew, first ${short(mended.example)}.`;
  return alike === 1
    ? 'Every row of the beginning has as many cells as the others.'
    : `${share(1 - alike)} of the rows of the beginning have another number of cells; what they mean is not plain.`;
}

/** What counts as blank beside empty cells: "'NA' in 12 cells, '?' in 3"; words that are as often an answer stay. */
export function missingEvidence(marks: ReadReport['missingMarks']): string {
  if (marks.length === 0) return 'Blank are empty cells; no cell says so in words, as NA or ? would.';
  const told = marks.map(({ mark, count: cells }, at) =>
    at === 0 ? `'${mark}' in ${counted(cells, 'cell')}` : `'${mark}' in ${count(cells)}`,
  );
  const named =
    told.length > MOST_MARKS ? [...told.slice(0, MOST_MARKS), `${told.length - MOST_MARKS} more`] : told;
  return `Blank are ${listed(['empty cells', ...named])}. A column can be told to keep them as words.`;
}

const MOST_MARKS = 5;

const short = (line: string): string => `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;

/** The first of some lines, and how many more there are. */
export function linesEvidence(lines: readonly string[]): string {
  const [first] = lines.filter((line) => line.trim() !== '');
  if (first === undefined) return '';
  return lines.length > 1 ? `${short(first)} and ${counted(lines.length - 1, 'line')} more.` : short(first);
}
