import { withBreaths } from '../../../pieces';
import { quantile } from '../../../stats/quantile';
import { risingInPieces } from '../../../stats/rising';
import type { Work } from '../../../work';
import { drawnRows } from '../drawn-rows';

/** Cells across and up. */
const ACROSS = 40;
const UP = 28;
/** More points than this are counted, and so many drawn. */
export const MOST_POINTS = 5000;
/** A tail that reaches so many times as far as the middle 99 % is left out of the picture. */
const LONG = 2;

/** Where cells begin and end along one axis. */
export interface Axis {
  from: number;
  to: number;
  bins: number;
}

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
  work: Work,
): Promise<PairBins> {
  const [x, y] = [await axisOf(xs, ACROSS, work), await axisOf(ys, UP, work)];
  const counts = new Uint32Array(x.bins * y.bins);
  const inside: number[] = [];
  let beyond = 0;
  const place = (value: number, { from, to, bins }: Axis) =>
    to > from ? Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins)) : 0;
  for (let row = 0; row < xs.length; row++) {
    const [across, up] = [xs[row]!, ys[row]!];
    if (across !== across || up !== up) continue;
    if (across < x.from || across > x.to || up < y.from || up > y.to) beyond++;
    else {
      counts[place(up, y) * x.bins + place(across, x)]!++;
      inside.push(row);
    }
  }
  const drawn = drawnRows(inside.length, MOST_POINTS);
  const rows = drawn ? Uint32Array.from(drawn, (at) => inside[at]!) : Uint32Array.from(inside);
  return {
    shape: 'bins',
    x,
    y,
    cells: Array.from(counts.keys())
      .filter((cell) => counts[cell]! > 0)
      .map((cell) => ({ x: cell % x.bins, y: Math.floor(cell / x.bins), count: counts[cell]! })),
    beyond,
    points: {
      x: Float64Array.from(rows, (row) => xs[row]!),
      y: Float64Array.from(rows, (row) => ys[row]!),
      of: inside.length,
    },
  };
}

/** From the least to the greatest, long tails left out; whole numbers that are few have a bin each. */
async function axisOf(values: Float64Array, most: number, work: Work): Promise<Axis> {
  const { values: rising } = await withBreaths(risingInPieces(values), work);
  if (rising.length === 0) return { from: 0, to: 0, bins: 1 };
  const [low, high] = [quantile(rising, 0.005), quantile(rising, 0.995)];
  const reach = LONG * (high - low);
  const [min, max] = [rising[0]!, rising[rising.length - 1]!];
  const from = reach > 0 && low - min > reach ? low : min;
  const to = reach > 0 && max - high > reach ? high : max;
  if (!(to > from) || !Number.isFinite(to - from)) return { from, to, bins: 1 };
  const whole = to - from < most && rising.every((value) => Number.isInteger(value));
  return whole
    ? { from: Math.ceil(from) - 0.5, to: Math.floor(to) + 0.5, bins: Math.floor(to) - Math.ceil(from) + 1 }
    : { from, to, bins: most };
}
