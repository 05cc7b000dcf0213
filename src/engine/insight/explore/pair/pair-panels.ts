import { SortedColumns } from '../../../stats/sorted-columns';
import { inBlocks } from '../../../steps/parts/blocks';
import type { Work } from '../../../work';
import { axisOf, binOf, fullCells, type Axis } from './pair-axis';
import { MOST_POINTS } from './pair-bins';
import type { Category, Numbers } from './pair-view';

/** Cells across and up a panel. */
const ACROSS = 24;
const UP = 15;

/** Two numbers in each group, all on the axes of all rows, which leave long tails out. */
export interface PairPanels {
  x: Axis;
  y: Axis;
  /** Only groups with a row within the axes; level null is all other values together, last. */
  groups: readonly {
    level: string | null;
    rows: number;
    /** Cells that hold a row: across and up from 0, and how many. */
    cells: readonly { x: number; y: number; count: number }[];
    /** Its rows as points; null where all groups together have more than 5,000. */
    points: { x: Float64Array; y: Float64Array } | null;
  }[];
  /** Rows of the groups within the axes, and beyond them. */
  within: number;
  beyond: number;
}

/** Counts the rows of each group in which both numbers have a value. @throws Stopped */
export async function pairPanels(
  { values: xs }: Numbers,
  { values: ys }: Numbers,
  { codes, levels }: Category,
  work: Work,
): Promise<PairPanels> {
  const sorted = new SortedColumns(2);
  const [x, y] = [await axisOf(xs, ACROSS, work, sorted), await axisOf(ys, UP, work, sorted)];
  const cells = levels.map(() => new Uint32Array(x.bins * y.bins));
  const rows: number[][] = levels.map(() => []);
  let [within, beyond] = [0, 0];
  await inBlocks(xs.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [across, up, counts] = [xs[row]!, ys[row]!, cells[codes[row]!]];
      if (across !== across || up !== up || !counts) continue;
      if (across < x.from || across > x.to || up < y.from || up > y.to) beyond++;
      else {
        counts[binOf(up, y) * x.bins + binOf(across, x)]!++;
        if (within++ < MOST_POINTS) rows[codes[row]!]!.push(row);
      }
    }
  });
  const pointsOf = (own: readonly number[]) => ({
    x: Float64Array.from(own, (row) => xs[row]!),
    y: Float64Array.from(own, (row) => ys[row]!),
  });
  const groups = levels.map((level, at) => ({
    level,
    rows: cells[at]!.reduce((sum, count) => sum + count, 0),
    cells: fullCells(cells[at]!, x.bins),
    points: within <= MOST_POINTS ? pointsOf(rows[at]!) : null,
  }));
  return { x, y, groups: groups.filter((group) => group.rows > 0), within, beyond };
}
