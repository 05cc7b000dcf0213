import type { ColumnTable } from 'arquero';
import { rankedInPieces, spearmanInPieces, type Ranked } from '../../stats/average-ranks';
import { averageTree, leafOrder } from '../../stats/average-linkage';
import { cramersV, type CategoryAssociation } from '../../stats/contingency';
import { correlationRatio } from '../../stats/correlation-ratio';
import { centreOf, pearson, type Centred, type Correlation } from '../../stats/correlation';
import { SortedColumns } from '../../stats/sorted-columns';
import { withBreaths, type Pieces } from '../../pieces';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { drawnRows } from './drawn-rows';
import { measuredColumn, type MeasuredColumn } from './measured-column';

/** More columns than a heat map shows. */
export const MOST_COLUMNS = 60;
/** Rows times pairs that are looked at: all of 2 million rows of 8 columns. */
export const MOST_LOOKS = 6e7;
const FEWEST_ROWS = 20_000;

/** How two columns go together. */
export interface Association {
  a: string;
  b: string;
  measure: 'pearson' | 'cramers-v' | 'correlation-ratio';
  /** Pearson's r, −1 to 1; else 0 to 1, corrected for chance (Bergsma's V, √ε²). Null where one does not vary. */
  value: number | null;
  /** 95 %; null where too few rows leave none. */
  low: number | null;
  high: number | null;
  /** Rows in which both have a value. */
  rows: number;
  /** Of two numbers by their ranks. */
  spearman: Correlation | null;
  /** Cramér's V or η without the correction. */
  plain: number | null;
}

/** All pairs of some columns. */
export interface Associations {
  /** Those alike stand together. */
  columns: readonly { name: string; kind: MeasuredColumn['kind'] }[];
  /** Each pair once, the first named before the second in `columns`. */
  pairs: readonly Association[];
  /** Rows looked at, and how many there are. */
  rows: number;
  of: number;
  /** Columns beyond the first 60. */
  leftOut: readonly string[];
}

/** A column with all that its pairs need of it alone. */
type Ready =
  | (Extract<MeasuredColumn, { kind: 'number' }> & { centred: Centred; ranked: Ranked | null })
  | Extract<MeasuredColumn, { kind: 'category' }>;

/**
 * How each two of the columns go together, over the rows in which both have a value: two numbers (or dates) by Pearson and
 * Spearman, two categories by Cramér's V, a number and a category by the correlation ratio. Categories of more than 50
 * values keep the 49 most frequent. All rows up to 60 million looks (rows × pairs), else a drawn sample of them.
 * @param among some rows, rising, that stand for all; and how many looks they are worth
 * @throws EngineError `missing-column`, Stopped
 * @see stats/correlation, average-ranks, contingency, correlation-ratio; order by average linkage on 1 − |value|.
 */
export async function associations(
  table: ColumnTable,
  names: readonly string[],
  work: Work,
  { among = null, looks = MOST_LOOKS }: { among?: Uint32Array | null; looks?: number } = {},
): Promise<Associations> {
  const kept = names.slice(0, MOST_COLUMNS);
  const of = among?.length ?? table.numRows();
  const pairs = Math.max(1, (kept.length * (kept.length - 1)) / 2);
  const drawn = drawnRows(of, Math.max(FEWEST_ROWS, Math.floor(looks / pairs)));
  const rows = drawn && among ? drawn.map((at) => among[at]!) : (drawn ?? among);
  const ready: Ready[] = [];
  const sorted = new SortedColumns(1);
  for (const name of kept)
    ready.push(
      await readyColumn(await measuredColumn(name, columnOf(table, name), work, { rows }), sorted, work),
    );
  const found = new Map<number, Association>();
  for (let i = 0; i < ready.length; i++)
    for (let j = i + 1; j < ready.length; j++) {
      const progress = { phase: 'comparing', done: found.size, total: pairs, unit: 'rounds' } as const;
      const pieces = associationInPieces(ready[i]!, ready[j]!);
      found.set(i * ready.length + j, await withBreaths(pieces, work, progress));
    }
  return {
    ...inOrder(ready, found),
    rows: rows?.length ?? of,
    of,
    leftOut: names.slice(MOST_COLUMNS),
  };
}

/** Two columns alone, all rows. */
export async function associationBetween(
  one: MeasuredColumn,
  other: MeasuredColumn,
  work: Work,
  sorted = new SortedColumns(2),
): Promise<Association> {
  // Ranks are of use beside other ranks alone.
  const order = one.kind === 'number' && other.kind === 'number' ? sorted : null;
  const ready = [await readyColumn(one, order, work), await readyColumn(other, order, work)] as const;
  return withBreaths(associationInPieces(...ready), work);
}

async function readyColumn(column: MeasuredColumn, sorted: SortedColumns | null, work: Work): Promise<Ready> {
  if (column.kind === 'category') return column;
  const { values } = column;
  const rising = sorted && (await sorted.of(values, work));
  return {
    ...column,
    centred: { values, centre: centreOf(values) },
    ranked: rising && (await withBreaths(rankedInPieces(rising, values.length), work)),
  };
}

function* associationInPieces(one: Ready, other: Ready): Pieces<Association> {
  yield;
  const named = { a: one.name, b: other.name, low: null, high: null, spearman: null, plain: null };
  if (one.kind === 'number' && other.kind === 'number') {
    const found = pearson(one.centred, other.centred);
    yield;
    const nothing = { value: null, rows: bothThere(one.values, other.values) };
    return {
      ...named,
      measure: 'pearson',
      ...(found ?? nothing),
      spearman: yield* spearmanInPieces(one.ranked!, other.ranked!),
    };
  }
  if (one.kind === 'category' && other.kind === 'category') {
    const found = cramersV(countsOf(one, other), other.levels.length);
    return { ...named, measure: 'cramers-v', ...(found ? plainly(found) : { value: null, rows: 0 }) };
  }
  const [number, category] = (one.kind === 'number' ? [one, other] : [other, one]) as [
    Extract<Ready, { kind: 'number' }>,
    Extract<Ready, { kind: 'category' }>,
  ];
  const found = correlationRatio(number.centred, category.codes, category.levels.length);
  return { ...named, measure: 'correlation-ratio', ...(found ?? { value: null, rows: 0 }) };
}

const plainly = ({ value, low, high, plain, rows }: CategoryAssociation) => ({
  value,
  low,
  high,
  plain,
  rows,
});

function bothThere(xs: Float64Array, ys: Float64Array): number {
  let rows = 0;
  for (let i = 0; i < xs.length; i++) if (xs[i] === xs[i] && ys[i] === ys[i]) rows++;
  return rows;
}

type Category = Extract<MeasuredColumn, { kind: 'category' }>;

/** Rows by the levels of both, row by row; blanks are left out. */
export function countsOf(one: Category, other: Category): Uint32Array {
  const [rows, columns] = [one.levels.length, other.levels.length];
  const counts = new Uint32Array(rows * columns);
  for (let i = 0; i < one.codes.length; i++) {
    const [a, b] = [one.codes[i]!, other.codes[i]!];
    if (a < rows && b < columns) counts[a * columns + b]!++;
  }
  return counts;
}

function inOrder(ready: readonly Ready[], found: ReadonlyMap<number, Association>) {
  const n = ready.length;
  const distances = new Float64Array(n * n);
  for (const [at, { value }] of found) {
    const [i, j] = [Math.floor(at / n), at % n];
    distances[i * n + j] = distances[j * n + i] = 1 - Math.abs(value ?? 0);
  }
  const order = leafOrder(averageTree(distances, n), distances);
  const pairs = order.flatMap((i, at) =>
    order.slice(at + 1).map((j) => {
      const pair = found.get(Math.min(i, j) * n + Math.max(i, j))!;
      return { ...pair, a: ready[i]!.name, b: ready[j]!.name };
    }),
  );
  return { columns: order.map((at) => ({ name: ready[at]!.name, kind: ready[at]!.kind })), pairs };
}
