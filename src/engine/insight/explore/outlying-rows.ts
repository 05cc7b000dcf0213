import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../pieces';
import { quantile } from '../../stats/quantile';
import { sortedInPieces } from '../../stats/quantile';
import { forestScores, growForest } from '../../stats/isolation-forest';
import { pointsOf } from '../../stats/points';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { drawnRows } from './drawn-rows';

const SEED = 1;
/** Rows that are scored; of more, so many are drawn. */
const MOST_ROWS = 200_000;
const MOST_TOLD = 50;
const MOST_REASONS = 3;
/** Deviations from which a value is a reason. */
const UNUSUAL = 3;
const BLOCK = 2048;

/** A row that is unlike the others. */
export interface OutlyingRow {
  row: number;
  /** Isolation forest: 0 to 1; well above 0.5 it is easily parted from the others. Of one column alone null. */
  score: number | null;
  /** The columns that make it unusual, the farthest first: (value − median) ÷ (1.4826 × MAD); at most three, from 3 on. */
  why: readonly { column: string; value: number; deviations: number }[];
}

export interface OutlyingRows {
  columns: readonly string[];
  /** The most unusual first, at most 50; those without a reason in a single column too: their values are unusual together. */
  rows: readonly OutlyingRow[];
  /** Rows looked at, and how many there are. */
  looked: number;
  of: number;
}

/**
 * The rows that are unlike the others by the number columns given: by an isolation forest over all of them (of one column by
 * its deviation alone). A blank counts as the median. Columns that do not vary are left out.
 * @param among some rows, rising, that stand for all; and how many of them are looked at
 * @throws EngineError `missing-column`, `wrong-kind`, Stopped
 * @see stats/isolation-forest; Iglewicz and Hoaglin 1993 for the robust deviation.
 */
export async function outlyingRows(
  table: ColumnTable,
  names: readonly string[],
  work: Work,
  { among = null, most = MOST_ROWS }: { among?: Uint32Array | null; most?: number } = {},
): Promise<OutlyingRows> {
  const of = among?.length ?? table.numRows();
  const some = drawnRows(of, most);
  const drawn = some && among ? some.map((at) => among[at]!) : (some ?? among);
  const columns: Scaled[] = [];
  for (const name of names) {
    const column = columnAs(table, name, 'number');
    const scaled = await scaledOf(name, (drawn ? column.take(drawn) : column).values, work);
    if (scaled) columns.push(scaled);
  }
  const looked = drawn?.length ?? of;
  const scores = columns.length < 2 ? alone(columns[0], looked) : await together(columns, work);
  const rows = topOf(scores).map((row): OutlyingRow => ({
    row: drawn?.[row] ?? row,
    score: columns.length < 2 ? null : scores[row]!,
    why: reasons(columns, row),
  }));
  return { columns: columns.map(({ name }) => name), rows, looked, of };
}

interface Scaled {
  name: string;
  values: Float64Array;
  median: number;
  spread: number;
  /** Blanks as the median. */
  filled: Float64Array;
}

/** Null where nothing varies. Where more than half of the values are one, the quartiles or the deviation stand in for the MAD. */
async function scaledOf(name: string, values: Float64Array, work: Work): Promise<Scaled | null> {
  const rising = await withBreaths(sortedInPieces(values), work);
  if (rising.length === 0 || rising[0] === rising[rising.length - 1]) return null;
  const median = quantile(rising, 0.5);
  const apart = await withBreaths(sortedInPieces(values.map((value) => Math.abs(value - median))), work);
  const spread = 1.4826 * quantile(apart, 0.5) || meanApart(apart);
  if (!(spread > 0) || !Number.isFinite(spread)) return null;
  const filled = values.map((value) => (value === value ? value : median));
  return { name, values, median, spread, filled };
}

/** 1.2533 × the mean distance, as good as a deviation where the median distance is 0. */
function meanApart(apart: Float64Array): number {
  let sum = 0;
  for (const one of apart) sum += one;
  return (1.253314 * sum) / apart.length;
}

const deviationsOf = ({ filled, median, spread }: Scaled, row: number): number =>
  (filled[row]! - median) / spread;

function alone(column: Scaled | undefined, rows: number): Float64Array {
  if (!column) return new Float64Array(rows).fill(NaN);
  const scores = column.filled.map((_, row) => Math.abs(deviationsOf(column, row)));
  return scores.map((score) => (score >= UNUSUAL ? score : NaN));
}

async function together(columns: readonly Scaled[], work: Work): Promise<Float64Array> {
  const points = pointsOf(columns.map(({ filled }) => filled));
  const score = forestScores(await growForest(points, SEED, work));
  const scores = new Float64Array(points.n);
  for (let from = 0; from < points.n; from += BLOCK) {
    const rest = work.breathe({ phase: 'looking-for-outliers', done: from, total: points.n, unit: 'rows' });
    if (rest) await rest;
    score(points.columns, from, scores.subarray(from, Math.min(from + BLOCK, points.n)));
  }
  return scores;
}

/** The greatest scores, the first row first where equal; none at 0.6 or below, where a forest finds nothing. */
function topOf(scores: Float64Array): number[] {
  const rows = Array.from(scores.keys()).filter((row) => scores[row]! > 0.6);
  return rows.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, MOST_TOLD);
}

function reasons(columns: readonly Scaled[], row: number): OutlyingRow['why'] {
  return columns
    .map((column) => ({
      column: column.name,
      value: column.values[row]!,
      deviations: deviationsOf(column, row),
    }))
    .filter(({ deviations }) => Math.abs(deviations) >= UNUSUAL)
    .sort((one, other) => Math.abs(other.deviations) - Math.abs(one.deviations))
    .slice(0, MOST_REASONS);
}
