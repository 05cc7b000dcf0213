import Papa from 'papaparse';
import { cellShape } from './cell-shape';
import { oddMarks } from './odd-marks';
import { cellTexts, sampleBlock } from './sample-records';

/** How well one delimiter explains a sample. */
export interface DelimiterScore {
  delimiter: string;
  /** From 0; larger is better. 0: it never stands in the sample. */
  score: number;
  /** The commonest number of cells in a record. */
  width: number;
  /** The share of the records that have as many, from 0 to 1. */
  alike: number;
}

const CANDIDATES = [',', ';', '\t', '|', 'whitespace'];
const SAMPLE_ROWS = 300;
const SAMPLE_BYTES = 1 << 17;
const PAPA_VOICE = 1.1;
// Blanks stand behind other separators too, and a tab is one of them.
const BLANKS_VOICE = 0.75;
/** Hardly any program writes them, and many stand in names, addresses and times. */
const ODD_VOICE = 0.85;
const WEIGHT = { blank: 0.8, number: 1, date: 1, word: 0.9, odd: 0.1 };

/**
 * Delimiters from best to worst. The score is the product of how regular the records become and how many cells then
 * look like something, after van den Burg, Nazábal and Sutton (2019), "Wrangling messy CSV files by detecting row and
 * type patterns"; PapaParse's own guess counts a tenth more.
 */
export function sniffDelimiter(
  text: Uint8Array,
  sample: string,
  { quote, comment, given }: { quote: string; comment?: string | undefined; given?: string | undefined },
): DelimiterScore[] {
  const guess = Papa.parse(sample.slice(0, SAMPLE_BYTES), {
    preview: 50,
    skipEmptyLines: true,
    quoteChar: quote || '"',
  });
  const bytes = text.subarray(0, SAMPLE_BYTES);
  const odd = oddMarks(sample.slice(0, SAMPLE_BYTES));
  const single = CANDIDATES.filter((mark) => !odd.some((long) => long.length > 1 && long.includes(mark)));
  const own = given === undefined || given === '' ? [] : [given];
  const scores = [...new Set([...single, ...odd, ...own])].map((delimiter): DelimiterScore => {
    const marks = { delimiter, quote, ...(comment === undefined ? {} : { comment }) };
    const records = cellTexts(sampleBlock(bytes, marks, bytes.length === text.length, SAMPLE_ROWS));
    const width = commonest(records);
    const alike = shareAlike(records);
    if (!repeats(records, delimiter)) return { delimiter, score: 0, width, alike };
    const voice = guess.meta.delimiter === delimiter ? PAPA_VOICE : 1;
    const penalty = delimiter === 'whitespace' ? BLANKS_VOICE : odd.includes(delimiter) ? ODD_VOICE : 1;
    return { delimiter, score: regularity(records) * shapes(records) * voice * penalty, width, alike };
  });
  return scores.sort((a, b) => b.score - a.score);
}

const LEAST_SPLIT = 0.5;
const LEAST_ALIKE = 0.6;
const LEAST_VALUES = 0.15;

/**
 * Whether the delimiter stands in at least half of the records. Runs of blanks stand in every prose: they must give
 * most records the same number of cells, and some of these must be numbers or dates. A date and its time belong together.
 */
function repeats(records: readonly string[][], delimiter: string): boolean {
  if (delimiter !== 'whitespace') {
    return records.filter((record) => record.length > 1).length >= records.length * LEAST_SPLIT;
  }
  const width = commonest(records);
  const alike = records.filter((record) => record.length === width).length;
  const dates = records.filter((record) => cellShape(record.join(' ')) === 'date').length;
  if (dates * 2 > records.length) return false;
  const cells = records.flat().map(cellShape);
  const values = cells.filter((shape) => shape === 'number' || shape === 'date').length;
  return alike >= records.length * LEAST_ALIKE && values >= cells.length * LEAST_VALUES;
}

const widths = (records: readonly (readonly string[])[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  return counts;
};

/** The commonest number of cells in a record; the larger of two that tie. */
export function commonest(records: readonly (readonly string[])[]): number {
  let best = 0;
  let times = 0;
  for (const [width, count] of widths(records)) {
    if (count > times || (count === times && width > best)) [best, times] = [width, count];
  }
  return best;
}

/** The share of the records that have the commonest number of cells, from 0 to 1. */
export function shareAlike(records: readonly (readonly string[])[]): number {
  const width = commonest(records);
  return records.length === 0
    ? 0
    : records.filter((record) => record.length === width).length / records.length;
}

/** The pattern score of van den Burg et al.: many cells in few different numbers to a record; from 0 to 1. */
export function regularity(records: readonly string[][]): number {
  const counts = [...widths(records)];
  const sum = counts.reduce((total, [width, count]) => total + (count * (width - 1)) / width, 0);
  return records.length === 0 ? 0 : sum / records.length / counts.length;
}

function shapes(records: readonly string[][]): number {
  let cells = 0;
  let sum = 0;
  for (const record of records) {
    for (const cell of record) sum += WEIGHT[cellShape(cell)];
    cells += record.length;
  }
  return cells === 0 ? 0 : sum / cells;
}
