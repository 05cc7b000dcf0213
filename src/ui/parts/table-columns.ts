import type { ColumnHead } from '../../workers/api';

const PADDING = 22;
const NARROWEST = 88;
const WIDEST = 208;
/** Of the width of a cell's letters: a column's name is heavier, the facts below it are smaller. */
const NAME = 1.04;
const FACT = 0.95;
/** Widths of letters in the font of the cells, whose figures are all of one width. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[0-9+=×]/u, 9.1],
  [/[ilj.,:;'’|!·\s]/u, 3.9],
  [/[frt()/-]/u, 5.2],
  [/[mwMW@%]/u, 11.8],
  [/\p{Lu}/u, 9.1],
  [/[\u1100-\u11ff\u2e80-\uffef]|[^\0-\uffff]/u, 13],
];
const OTHER_LETTER = 7.4;
const BY_KIND = { number: 96, date: 112, text: 152, boolean: 88 };
const DATE_AND_TIME = 152;

/** How wide a cell's text will be, near enough to never cut a number or a date. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTER;
  return width;
}

/** Width of a column: before any cell is known from its kind and the words in its head, then from the widest text seen as well. */
export function columnWidth(
  head: ColumnHead,
  [name = '', ...facts]: readonly string[],
  widest: number | null,
  most = WIDEST,
): number {
  const fromHead = Math.max(textWidth(name) * NAME, ...facts.map((fact) => textWidth(fact) * FACT)) + PADDING;
  const fromKind = head.hasTime ? DATE_AND_TIME : BY_KIND[head.kind];
  const fromCells = widest === null ? fromKind : widest + PADDING;
  return Math.round(Math.min(Math.max(fromHead, fromCells, NARROWEST), most));
}

/** Columns further apart than this are hard to read across. */
const MOST_STRETCH = 0.5;

/** Widths stretched to fill the window if they would leave a gap, each by half of itself at most. */
export function filled(widths: readonly number[], window: number): number[] {
  const gap = window - widths.reduce((sum, width) => sum + width, 0);
  if (gap <= 0 || widths.length === 0) return [...widths];
  return widths.map((width) => width + Math.min(gap / widths.length, width * MOST_STRETCH));
}

/** Left edges, one more than there are widths. */
export function edges(widths: readonly number[]): number[] {
  const lefts = [0];
  for (const width of widths) lefts.push(lefts.at(-1)! + width);
  return lefts;
}

/** First and one past the last column that show between `left` and `left + seen`. */
export function columnsSeen(
  lefts: readonly number[],
  left: number,
  seen: number,
): { from: number; to: number } {
  const columns = lefts.length - 1;
  let from = 0;
  while (from < columns - 1 && lefts[from + 1]! <= left) from++;
  let to = from;
  while (to < columns && lefts[to]! < left + seen) to++;
  return { from, to };
}

/** A 64 × 20 drawing of counts, as the data of one SVG path. */
export function histogramPath(counts: readonly number[]): string {
  const peak = Math.max(...counts);
  if (!(peak > 0)) return '';
  const step = 64 / counts.length;
  const bars = counts.map((count, i) => {
    const height = count === 0 ? 0 : Math.max((count / peak) * 20, 1);
    return height === 0
      ? ''
      : `M${(i * step).toFixed(1)} ${(20 - height).toFixed(1)}h${(step - 0.8).toFixed(1)}V20h-${(step - 0.8).toFixed(1)}z`;
  });
  return bars.join('');
}
