import type { Work } from '../../../work';
import type { Category } from '../pair/pair-view';
import { peakOf, type SpreadPeak } from '../spread';
import type { BrushColumn } from './brush-columns';

/** The bars of each card once for each group. */
export interface CardsSplit {
  /** Those with rows; level null is all other values together, last. */
  groups: readonly { level: string | null; rows: number }[];
  /** Rows in no group. */
  ungrouped: number;
  columns: readonly ColumnSplit[];
}

/** Rows of each bar as `barsIn` counts them, blanks aside. */
export interface ColumnSplit {
  column: string;
  all: Uint32Array;
  /** In the order of the groups. */
  groups: readonly Uint32Array[];
  /** The bar in which a group exceeds all rows most, beyond chance; of identifiers, and of all other values as one, none. */
  peak: SpreadPeak | null;
}

/**
 * Counts the rows that fail no choice, for each group in each bar.
 * @throws Stopped
 */
export async function splitCards(
  columns: readonly BrushColumn[],
  failed: Uint8Array,
  { codes, levels }: Category,
  work: Work,
): Promise<CardsSplit> {
  const width = levels.length + 1;
  const sizes = new Uint32Array(width);
  for (let row = 0; row < codes.length; row++) if (failed[row] === 0) sizes[codes[row]!]!++;
  const there = levels.flatMap((level, at) => (sizes[at]! > 0 ? [{ level, at }] : []));
  const found: ColumnSplit[] = [];
  for (const column of columns) {
    const rest = work.breathe();
    if (rest) await rest;
    found.push(splitColumn(column, countsBy(column, failed, codes, width), there, width));
  }
  return {
    groups: there.map(({ level, at }) => ({ level, rows: sizes[at]! })),
    ungrouped: sizes[levels.length]!,
    columns: found,
  };
}

/** Bar after bar, a place for each group and for the rows in none. */
function countsBy({ codes, bars }: BrushColumn, failed: Uint8Array, groups: Uint8Array, width: number) {
  const counts = new Uint32Array((bars + 1) * width);
  for (let row = 0; row < codes.length; row++)
    if (failed[row] === 0) counts[codes[row]! * width + groups[row]!]!++;
  return counts;
}

function splitColumn(
  { name, bars, shape, identifier }: BrushColumn,
  counts: Uint32Array,
  there: readonly { level: string | null; at: number }[],
  width: number,
): ColumnSplit {
  const inGroup = (group: number) =>
    Uint32Array.from({ length: bars }, (_, bar) => counts[bar * width + group]!);
  const all = new Uint32Array(bars);
  counts.forEach((count, at) => {
    const bar = Math.floor(at / width);
    if (bar < bars) all[bar]! += count;
  });
  const groups = there.map(({ at }) => inGroup(at));
  const sums = (bar: Uint32Array) => ({ rows: bar.reduce((sum, count) => sum + count, 0), counts: [...bar] });
  const spread = there.map(({ level }, i) => ({ level, ...sums(groups[i]!) }));
  const looked = shape === 'bars' ? bars - 1 : bars;
  return { column: name, all, groups, peak: identifier ? null : peakOf(sums(all), spread, looked) };
}
