import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../../pieces';
import { SortedColumns } from '../../../stats/sorted-columns';
import { inBlocks } from '../../../steps/parts/blocks';
import type { Column } from '../../../table/columns';
import { columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import { associationBetween, countsOf, type Association } from '../associations';
import { measuredColumn, type MeasuredColumn } from '../measured-column';
import { boxesOf, dealtOut, type PairBoxes } from './category-boxes';
import { binsOf, type PairBins } from './pair-bins';
import { lineOf, type PairLine } from './pair-line';

/** Values of a category that have a row of their own in the picture of a pair. */
const MOST_SHOWN = 12;

/** The picture that fits the kinds of two columns. */
export type PairPicture =
  | PairBins
  | PairLine
  | PairBoxes
  /** Rows by the values of both, row by row, the most frequent first; null is all other values together. */
  | {
      shape: 'counts';
      across: readonly (string | null)[];
      down: readonly (string | null)[];
      counts: Uint32Array;
      /** Of each cell how many times as many rows it has as both alone would give; NaN where that is none. */
      times: Float64Array;
      /** The cell that stands out most from what both alone would give, among those that expect five rows; null where none has more. */
      peak: { across: number; down: number; times: number } | null;
    };

/** Two columns beside each other. */
export interface PairView {
  a: string;
  b: string;
  kinds: readonly [Column['kind'], Column['kind']];
  /** Rows in which both have a value, and all there are. */
  both: number;
  rows: number;
  association: Association;
  picture: PairPicture;
}

/**
 * Two columns beside each other, over the rows in which both have a value: two numbers counted in cells, with at most 5,000
 * of them drawn as points; a number as boxes by a category; two categories as counts; a number along a date.
 * @throws EngineError `missing-column`, Stopped
 */
export async function pairView(table: ColumnTable, a: string, b: string, work: Work): Promise<PairView> {
  const columns = [columnOf(table, a), columnOf(table, b)] as const;
  const one = await measuredColumn(a, columns[0], work);
  const other = await measuredColumn(b, columns[1], work);
  const sorted = new SortedColumns(2);
  const association = await associationBetween(one, other, work, sorted);
  const both = await countBoth(one, other, work);
  return {
    a,
    b,
    kinds: [columns[0].kind, columns[1].kind],
    both,
    rows: table.numRows(),
    association,
    picture: await pictureOf(columns, [a, b], [one, other], sorted, work),
  };
}

async function pictureOf(
  columns: readonly [Column, Column],
  [a, b]: readonly [string, string],
  [one, other]: readonly [MeasuredColumn, MeasuredColumn],
  sorted: SortedColumns,
  work: Work,
): Promise<PairPicture> {
  if (one.kind === 'number' && other.kind === 'number') {
    const [kind, otherKind] = [columns[0].kind, columns[1].kind];
    if (kind === 'date' && otherKind === 'number') return lineOf(one, other, work);
    if (kind === 'number' && otherKind === 'date') return lineOf(other, one, work);
    return binsOf(one, other, sorted, work);
  }
  const first = await measuredColumn(a, columns[0], work, { most: MOST_SHOWN });
  const second = await measuredColumn(b, columns[1], work, { most: MOST_SHOWN });
  if (first.kind === 'category' && second.kind === 'category') return countsPicture(first, second);
  const [number, category] = (first.kind === 'number' ? [first, second] : [second, first]) as [
    Numbers,
    Category,
  ];
  const rising = await sorted.of(number.values, work);
  return boxesOf(number, category, await withBreaths(dealtOut(rising, category), work), work);
}

export type Numbers = Extract<MeasuredColumn, { kind: 'number' }>;
export type Category = Extract<MeasuredColumn, { kind: 'category' }>;

/** Rows in which both have a value. */
export async function countBoth(one: MeasuredColumn, other: MeasuredColumn, work: Work): Promise<number> {
  const there = (column: MeasuredColumn): ((row: number) => boolean) =>
    column.kind === 'number'
      ? (row) => column.values[row] === column.values[row]
      : (row) => column.codes[row]! < column.levels.length;
  const [first, second] = [there(one), there(other)];
  const rows = one.kind === 'number' ? one.values.length : one.codes.length;
  let both = 0;
  await inBlocks(rows, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) if (first(row) && second(row)) both++;
  });
  return both;
}

/** Rows by the values of both. */
export function countsPicture(one: Category, other: Category): PairPicture {
  const counts = countsOf(one, other);
  const expected = expectedOf(counts, other.levels.length);
  const times = Float64Array.from(counts, (count, at) => (expected[at]! > 0 ? count / expected[at]! : NaN));
  const peak = peakOf(times, expected, one, other);
  return { shape: 'counts', across: other.levels, down: one.levels, counts, times, peak };
}

/** What both alone would give each cell. */
function expectedOf(counts: Uint32Array, width: number): Float64Array {
  const rows = new Float64Array(counts.length / width);
  const columns = new Float64Array(width);
  let all = 0;
  counts.forEach((count, at) => {
    rows[Math.floor(at / width)]! += count;
    columns[at % width]! += count;
    all += count;
  });
  return Float64Array.from(counts, (_, at) =>
    all > 0 ? (rows[Math.floor(at / width)]! * columns[at % width]!) / all : 0,
  );
}

function peakOf(
  times: Float64Array,
  expected: Float64Array,
  { levels: down }: Category,
  { levels: across }: Category,
) {
  let peak: { across: number; down: number; times: number } | null = null;
  times.forEach((value, at) => {
    const [r, c] = [Math.floor(at / across.length), at % across.length];
    if (down[r] === null || across[c] === null || expected[at]! < 5 || !(value > (peak?.times ?? 1))) return;
    peak = { across: c, down: r, times: value };
  });
  return peak;
}
