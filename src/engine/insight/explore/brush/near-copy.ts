import type { BrushColumn } from './brush-columns';

/** Rows that are compared, spread evenly over the table; fewer say nothing. */
const LOOKED = 20_000;
const FEWEST = 30;
/** From here on one column as good as says the other. */
const NEARLY = 0.99;

type Compared = Pick<BrushColumn, 'codes' | 'bars' | 'shape' | 'along'>;

/**
 * Whether one column is nearly a copy of another: numbers and dates by Pearson's r of 0.99 or more either way, values by
 * Goodman and Kruskal's λ of 0.99 or more in both directions, over at most 20,000 rows with both. All other values are no
 * value.
 * @see Goodman and Kruskal 1954, Measures of association for cross classifications.
 */
export function isNearCopy(one: Compared, other: Compared): boolean {
  if (one.along && other.along) return Math.abs(correlated(one.along, other.along)) >= NEARLY;
  if (one.along || other.along) return false;
  const [counts, width] = jointCounts(one, other);
  return lambda(counts, width, false) >= NEARLY && lambda(counts, width, true) >= NEARLY;
}

const stepOf = (rows: number): number => Math.max(1, Math.floor(rows / LOOKED));

/** Pearson's r; 0 where it is not defined. */
function correlated(xs: Float64Array, ys: Float64Array): number {
  const step = stepOf(xs.length);
  const both: number[] = [];
  for (let row = 0; row < xs.length; row += step)
    if (xs[row] === xs[row] && ys[row] === ys[row]) both.push(row);
  if (both.length < FEWEST) return 0;
  const mean = (of: Float64Array) => both.reduce((sum, row) => sum + of[row]!, 0) / both.length;
  const [x, y] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const row of both) {
    const [dx, dy] = [xs[row]! - x, ys[row]! - y];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** Rows by the values of both. */
function jointCounts(one: Compared, other: Compared): [counts: Uint32Array, width: number] {
  const [across, down] = [named(one), named(other)];
  const counts = new Uint32Array(across * down);
  const step = stepOf(one.codes.length);
  for (let row = 0; row < one.codes.length; row += step) {
    const [a, b] = [one.codes[row]!, other.codes[row]!];
    if (a < across && b < down) counts[b * across + a]!++;
  }
  return [counts, across];
}

/** How many bars stand for one value. */
const named = ({ bars, shape }: Compared): number => (shape === 'bars' ? bars - 1 : bars);

/** How much better the column of a cell is guessed when its row is known; turned round the other way. 0 of too few rows. */
function lambda(counts: Uint32Array, width: number, turned: boolean): number {
  const height = width > 0 ? counts.length / width : 0;
  const [lines, cells] = turned ? [width, height] : [height, width];
  const at = (line: number, cell: number) => counts[turned ? cell * width + line : line * width + cell]!;
  const sums = new Float64Array(cells);
  let [all, best] = [0, 0];
  for (let line = 0; line < lines; line++) {
    let most = 0;
    for (let cell = 0; cell < cells; cell++) {
      const rows = at(line, cell);
      sums[cell]! += rows;
      all += rows;
      most = Math.max(most, rows);
    }
    best += most;
  }
  const unknown = Math.max(0, ...sums);
  return all >= FEWEST && all > unknown ? (best - unknown) / (all - unknown) : 0;
}
