import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../../pieces';
import { boxOf, type Box } from '../../../stats/box';
import { risingInPieces, type Rising } from '../../../stats/rising';
import type { Column } from '../../../table/columns';
import { columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import { associationBetween, countsOf, type Association } from '../associations';
import { measuredColumn, type MeasuredColumn } from '../measured-column';
import { binsOf, type PairBins } from './pair-bins';
import { lineOf, type PairLine } from './pair-line';

/** Values of a category that have a row of their own in the picture of a pair. */
const MOST_SHOWN = 12;

/** The picture that fits the kinds of two columns. */
export type PairPicture =
  | PairBins
  | PairLine
  /** Boxes of the number by the category, the greatest median first; `level` null is all other values together. */
  | {
      shape: 'boxes';
      number: string;
      category: string;
      boxes: readonly { level: string | null; rows: number; mean: number; box: Box }[];
    }
  /** Rows by the values of both, row by row, the most frequent first; null is all other values together. */
  | {
      shape: 'counts';
      across: readonly (string | null)[];
      down: readonly (string | null)[];
      counts: Uint32Array;
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
  const [one, other] = [measuredColumn(a, columns[0]), measuredColumn(b, columns[1])];
  const association = await associationBetween(one, other, work);
  const both = countBoth(one, other);
  return {
    a,
    b,
    kinds: [columns[0].kind, columns[1].kind],
    both,
    rows: table.numRows(),
    association,
    picture: await pictureOf(columns, [a, b], [one, other], work),
  };
}

async function pictureOf(
  columns: readonly [Column, Column],
  [a, b]: readonly [string, string],
  [one, other]: readonly [MeasuredColumn, MeasuredColumn],
  work: Work,
): Promise<PairPicture> {
  if (one.kind === 'number' && other.kind === 'number') {
    const [kind, otherKind] = [columns[0].kind, columns[1].kind];
    if (kind === 'date' && otherKind === 'number') return lineOf(one, other, work);
    if (kind === 'number' && otherKind === 'date') return lineOf(other, one, work);
    return binsOf(one, other, work);
  }
  const short = [a, b].map((name, at) => measuredColumn(name, columns[at]!, null, MOST_SHOWN));
  const [first, second] = short as [MeasuredColumn, MeasuredColumn];
  if (first.kind === 'category' && second.kind === 'category') return countsPicture(first, second);
  const [number, category] = (first.kind === 'number' ? [first, second] : [second, first]) as [
    Numbers,
    Category,
  ];
  return boxesOf(number, category, await withBreaths(risingInPieces(number.values), work));
}

type Numbers = Extract<MeasuredColumn, { kind: 'number' }>;
type Category = Extract<MeasuredColumn, { kind: 'category' }>;

function countBoth(one: MeasuredColumn, other: MeasuredColumn): number {
  const there = (column: MeasuredColumn): ((row: number) => boolean) =>
    column.kind === 'number'
      ? (row) => column.values[row] === column.values[row]
      : (row) => column.codes[row]! < column.levels.length;
  const [first, second] = [there(one), there(other)];
  const rows = one.kind === 'number' ? one.values.length : one.codes.length;
  let both = 0;
  for (let row = 0; row < rows; row++) if (first(row) && second(row)) both++;
  return both;
}

function boxesOf(number: Numbers, category: Category, rising: Rising): PairPicture {
  const counts = new Uint32Array(category.levels.length + 1);
  for (const row of rising.rows) counts[category.codes[row]!]!++;
  // Rows in rising order, dealt out to their groups: each group rises by itself.
  const groups = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Uint32Array(groups.length);
  rising.rows.forEach((row, at) => {
    const code = category.codes[row]!;
    groups[code]![filled[code]!++] = rising.values[at]!;
  });
  const boxes = category.levels.flatMap((level, at) => {
    const values = groups[at]!;
    if (values.length === 0) return [];
    let sum = 0;
    for (const value of values) sum += value;
    return [{ level, rows: values.length, mean: sum / values.length, box: boxOf(values) }];
  });
  boxes.sort((x, y) => Number(x.level === null) - Number(y.level === null) || y.box.median - x.box.median);
  return { shape: 'boxes', number: number.name, category: category.name, boxes };
}

function countsPicture(one: Category, other: Category): PairPicture {
  const counts = countsOf(one, other);
  return {
    shape: 'counts',
    across: other.levels,
    down: one.levels,
    counts,
    peak: peakOf(counts, one, other),
  };
}

function peakOf(counts: Uint32Array, { levels: down }: Category, { levels: across }: Category) {
  const rows = down.map((_, r) => across.reduce((sum, _c, c) => sum + counts[r * across.length + c]!, 0));
  const columns = across.map((_, c) => down.reduce((sum, _r, r) => sum + counts[r * across.length + c]!, 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  let peak: { across: number; down: number; times: number } | null = null;
  for (let r = 0; r < down.length; r++)
    for (let c = 0; c < across.length; c++) {
      const expected = (rows[r]! * columns[c]!) / all;
      const times = counts[r * across.length + c]! / expected;
      if (down[r] === null || across[c] === null || expected < 5 || times <= (peak?.times ?? 1)) continue;
      peak = { across: c, down: r, times };
    }
  return peak;
}
