import type { ColumnHead } from '../../workers/api';

const LETTER = 7.2;
const HEAD_LETTER = 6.4;
const PADDING = 22;
const NARROWEST = 88;
const WIDEST = 208;
const BY_KIND = { number: 96, date: 112, text: 152, boolean: 88 };
const DATE_AND_TIME = 152;

/** Width of a column: before any cell is known from its kind and the words in its head, then from the longest text seen as well. */
export function columnWidth(head: ColumnHead, words: readonly string[], longest: number | null): number {
  const fromName = Math.max(...words.map((word) => word.length)) * HEAD_LETTER + PADDING;
  const fromKind = head.hasTime ? DATE_AND_TIME : BY_KIND[head.kind];
  const fromCells = longest === null ? fromKind : longest * LETTER + PADDING;
  return Math.round(Math.min(Math.max(fromName, fromCells, NARROWEST), WIDEST));
}

/** Widths stretched evenly to fill the window if they would leave a gap. */
export function filled(widths: readonly number[], window: number): number[] {
  const gap = window - widths.reduce((sum, width) => sum + width, 0);
  if (gap <= 0 || widths.length === 0) return [...widths];
  return widths.map((width) => width + gap / widths.length);
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
