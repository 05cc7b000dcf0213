import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../../steps/parts/blocks';
import { columnAs, columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import { associations, type Association, type Associations } from '../associations';
import { axisOf, binOf, fullCells, type Axis } from './pair-axis';

/** Columns that a matrix has room for, and too few for one. */
const MOST = 4;
const FEWEST = 3;
/** Cells across and up a square. */
const BINS = 20;

/** Some columns of numbers, each beside each of the others. */
export interface PairMatrix {
  /** The two that go together most first, then what goes together most with those before. */
  columns: readonly string[];
  /** Each pair once: the places of its columns, the earlier one across, and the rows in equal cells from 0. */
  squares: readonly {
    across: number;
    up: number;
    /** Cells that hold a row; long tails are left out. */
    cells: readonly { x: number; y: number; count: number }[];
    association: Association;
  }[];
  /** Cells along each column, and where they begin and end. */
  bins: readonly number[];
  axes: readonly Axis[];
}

/**
 * The four columns of numbers that go together most, by the greater of |r| and |ρ|, as small counts of cells. Rows that lack
 * one of a pair are left out of its square. Null where fewer than three columns of numbers are compared.
 * @throws Stopped
 */
export async function pairMatrix(
  table: ColumnTable,
  { columns, pairs }: Associations,
  work: Work,
): Promise<PairMatrix | null> {
  const numbers = columns.map(({ name }) => name).filter((name) => columnOf(table, name).kind === 'number');
  if (numbers.length < FEWEST) return null;
  const between = betweenIn(pairs);
  const chosen = strongestOf(numbers, (a, b) => strengthOf(between(a, b)));
  const values = chosen.map((name) => columnAs(table, name, 'number').values);
  const axes: Axis[] = [];
  for (const one of values) axes.push(await axisOf(one, BINS, work));
  const squares = await squaresOf({ columns: chosen, values, axes }, between, work);
  return { columns: chosen, squares, bins: axes.map(({ bins }) => bins), axes };
}

/**
 * The same columns in the same cells, over some rows.
 * @param among rising
 * @param looks how many rows × pairs the measures are worth
 * @throws Stopped
 */
export async function matrixAmong(
  table: ColumnTable,
  { columns, bins, axes }: PairMatrix,
  among: Uint32Array,
  looks: number,
  work: Work,
): Promise<PairMatrix> {
  const { pairs } = await associations(table, columns, work, { among, looks });
  const values = columns.map((name) => {
    const { values: all } = columnAs(table, name, 'number');
    return Float64Array.from(among, (row) => all[row]!);
  });
  return { columns, squares: await squaresOf({ columns, values, axes }, betweenIn(pairs), work), bins, axes };
}

type Between = (a: string, b: string) => Association;
const betweenIn =
  (pairs: readonly Association[]): Between =>
  (a, b) =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))!;

async function squaresOf(
  { columns, values, axes }: Pick<PairMatrix, 'columns' | 'axes'> & { values: readonly Float64Array[] },
  between: Between,
  work: Work,
): Promise<PairMatrix['squares']> {
  const squares: PairMatrix['squares'][number][] = [];
  for (let up = 1; up < columns.length; up++)
    for (let across = 0; across < up; across++) {
      const cells = await countCells([values[across]!, values[up]!], [axes[across]!, axes[up]!], work);
      squares.push({ across, up, cells, association: between(columns[across]!, columns[up]!) });
    }
  return squares;
}

const strengthOf = ({ value, spearman }: Association): number =>
  Math.max(Math.abs(value ?? 0), Math.abs(spearman?.value ?? 0));

function strongestOf(names: readonly string[], strength: (a: string, b: string) => number): string[] {
  const left = [...names];
  const take = (name: string) => left.splice(left.indexOf(name), 1)[0]!;
  const all = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  const [first, second] = best(all, ([a, b]) => strength(a, b));
  const chosen = [take(first), take(second)];
  while (chosen.length < MOST && left.length > 0)
    chosen.push(take(best(left, (name) => chosen.reduce((sum, one) => sum + strength(one, name), 0))));
  return chosen;
}

/** The first of the greatest. */
const best = <T>(of: readonly T[], size: (one: T) => number): T =>
  of.reduce((greatest, one) => (size(one) > size(greatest) ? one : greatest));

async function countCells(
  [xs, ys]: readonly [Float64Array, Float64Array],
  [x, y]: readonly [Axis, Axis],
  work: Work,
) {
  const counts = new Uint32Array(x.bins * y.bins);
  const within = (value: number, { from, to }: Axis) => value >= from && value <= to;
  await inBlocks(xs.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [across, up] = [xs[row]!, ys[row]!];
      if (within(across, x) && within(up, y)) counts[binOf(up, y) * x.bins + binOf(across, x)]!++;
    }
  });
  return fullCells(counts, x.bins);
}
