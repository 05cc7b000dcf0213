import type { SortedColumns } from '../../../stats/sorted-columns';
import { inBlocks } from '../../../steps/parts/blocks';
import type { Work } from '../../../work';
import { drawnRows } from '../drawn-rows';
import { axisOf, binOf, fullCells, type Axis } from './pair-axis';

/** Cells across and up. */
const ACROSS = 40;
const UP = 28;
/** More points than this are counted, and so many drawn. */
export const MOST_POINTS = 5000;

/** Two numbers, counted in equal cells; ends belong to the last one. */
export interface PairBins {
  shape: 'bins';
  x: Axis;
  y: Axis;
  /** Cells that hold a row: across and up from 0, and how many. */
  cells: readonly { x: number; y: number; count: number }[];
  /** Rows beyond the axes, which leave long tails out. */
  beyond: number;
  /** Rows as points, and of how many they were drawn; only those within the axes. */
  points: { x: Float64Array; y: Float64Array; of: number };
}

interface Numbers {
  values: Float64Array;
}

/** Counts of the rows in which both have a value. */
export async function binsOf(
  { values: xs }: Numbers,
  { values: ys }: Numbers,
  sorted: SortedColumns,
  work: Work,
): Promise<PairBins> {
  const [x, y] = [await axisOf(xs, ACROSS, work, sorted), await axisOf(ys, UP, work, sorted)];
  const counts = new Uint32Array(x.bins * y.bins);
  const inside = new Uint32Array(xs.length);
  let [within, beyond] = [0, 0];
  await inBlocks(xs.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [across, up] = [xs[row]!, ys[row]!];
      if (across !== across || up !== up) continue;
      if (across < x.from || across > x.to || up < y.from || up > y.to) beyond++;
      else {
        counts[binOf(up, y) * x.bins + binOf(across, x)]!++;
        inside[within++] = row;
      }
    }
  });
  const drawn = drawnRows(within, MOST_POINTS);
  const rows = drawn ? drawn.map((at) => inside[at]!) : inside.subarray(0, within);
  return {
    shape: 'bins',
    x,
    y,
    cells: fullCells(counts, x.bins),
    beyond,
    points: {
      x: Float64Array.from(rows, (row) => xs[row]!),
      y: Float64Array.from(rows, (row) => ys[row]!),
      of: within,
    },
  };
}
