import { inBlocks } from '../../steps/parts/blocks';
import { boxOf, type Box } from '../../stats/box';
import { quantile } from '../../stats/quantile';
import type { SortedColumns } from '../../stats/sorted-columns';
import type { Work } from '../../work';
import { firstNotBelow } from '../first-not-below';
import type { ShapeOptions } from './column-shape';
import { densityBetween } from './density';
import { firstAbove, histogramOf, tailsOf, type Histogram } from './histogram';

/** So many points draw a curve as the eye sees it. */
const POINTS = 200;
/** More points on one side would hide each other. */
const DRAWN = 200;
/** More outliers than a person looks through. */
const MOST_OUTLIERS = 1000;
/** Numbers that differ by less are drawn as well on an even scale. */
const WORTH_A_LOG = 10;

/** What the pictures of numbers are drawn from, in the unit of the column. */
export interface NumberShape {
  of: 'numbers';
  histogram: Histogram;
  /** The density over the bars, in the rows that a bar there would hold; null on a logarithmic scale, and where there is none. */
  density: { bandwidth: number; points: readonly { value: number; rows: number }[] } | null;
  /** Whether a scale other than the even one shows something else. */
  offers: { gathered: boolean; log: boolean };
  median: number;
  box: Box;
  /** Some of the values beyond the whiskers, rising: at most 200 on either side, evenly drawn, the farthest among them. */
  beyond: readonly number[];
  /** Values beyond them are outliers: 1.5 × the range of the quartiles (type 7) from the box. */
  fences: { low: number; high: number };
  /** Share of the values, 0 to 1, that are at most as great, at some of the values; rising. */
  ecdf: readonly { value: number; share: number }[];
  /** The farthest beyond the fences first, at most 1,000: their rows (0-based) and values. */
  outliers: { rows: Uint32Array; values: readonly number[] };
}

/**
 * Histogram, box, cumulative shares and outliers of numbers; NaN is skipped.
 * @see NumPy, histogram; R, ecdf; Tukey 1977 for the box, with quartiles of type 7.
 */
export async function numberShape(
  values: Float64Array,
  { bins, scale }: ShapeOptions,
  sorted: SortedColumns,
  work: Work,
): Promise<{ present: number; shape: NumberShape | null }> {
  const { values: rising } = await sorted.of(values, work);
  const present = rising.length;
  if (present === 0) return { present, shape: null };
  const { histogram, offers } = wantedHistogram(rising, { bins, scale });
  const rest = work.breathe();
  if (rest) await rest;
  const box = boxOf(rising);
  const reach = 1.5 * (box.upper - box.lower);
  const fences = { low: box.lower - reach, high: box.upper + reach };
  return {
    present,
    shape: {
      of: 'numbers',
      histogram,
      density: await densityOver(histogram, rising, work),
      offers,
      median: quantile(rising, 0.5),
      box,
      fences,
      beyond: [
        ...spread(rising.subarray(0, firstNotBelow(rising, box.low)), 0),
        ...spread(rising.subarray(firstAbove(rising, box.high)), 1),
      ],
      ecdf: ecdfOf(rising),
      outliers: await outliersOf(values, rising, fences, work),
    },
  };
}

async function densityOver(
  { scale, edges, counts }: Histogram,
  rising: Float64Array,
  work: Work,
): Promise<NumberShape['density']> {
  if (scale === 'log') return null;
  const [from, to] = [edges[0]!, edges.at(-1)!];
  const found = await densityBetween(rising, from, to, work);
  const rows = rising.length * ((to - from) / counts.length);
  if (!found || !Number.isFinite(rows)) return null;
  const points = found.points.map(({ value, density }) => ({ value, rows: density * rows }));
  return { bandwidth: found.bandwidth, points };
}

/** The histogram of rising values, of which there is one at least, and the scales that show something else. */
export function wantedHistogram(
  rising: Float64Array,
  { bins, scale }: ShapeOptions,
): Pick<NumberShape, 'histogram' | 'offers'> {
  const positive = rising[firstAbove(rising, 0)] ?? NaN;
  const offers = {
    gathered: tailsOf(rising) !== null,
    log: rising[0]! >= 0 && rising[rising.length - 1]! / positive >= WORTH_A_LOG,
  };
  return {
    histogram: histogramOf(rising, bins, scale === 'log' && !offers.log ? 'gathered' : scale),
    offers,
  };
}

/** Evenly drawn of many, the last or the first among them. */
function spread(values: Float64Array, end: 0 | 1): number[] {
  if (values.length <= DRAWN) return [...values];
  const step = (values.length - 1) / (DRAWN - 1);
  return Array.from(
    { length: DRAWN },
    (_, i) => values[end === 0 ? Math.floor(i * step) : Math.ceil(i * step)]!,
  );
}

function ecdfOf(rising: Float64Array): { value: number; share: number }[] {
  const points: { value: number; share: number }[] = [];
  const last = rising.length - 1;
  const steps = Math.min(POINTS - 1, last);
  for (let i = 0; i <= steps; i++) {
    const value = rising[steps === 0 ? 0 : Math.round((i / steps) * last)]!;
    if (points.at(-1)?.value === value) continue;
    points.push({ value, share: firstAbove(rising, value) / rising.length });
  }
  return points;
}

async function outliersOf(
  values: Float64Array,
  rising: Float64Array,
  { low, high }: NumberShape['fences'],
  work: Work,
): Promise<NumberShape['outliers']> {
  const beyond = (value: number): number => (value < low ? low - value : value > high ? value - high : 0);
  const least = leastBeyond(rising, beyond);
  if (least === 0) return { rows: new Uint32Array(0), values: [] };
  const [farther, equal]: [number[], number[]] = [[], []];
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const by = beyond(values[row]!);
      if (by > least) farther.push(row);
      else if (by === least && equal.length < MOST_OUTLIERS) equal.push(row);
    }
  });
  const rows = farther.sort((a, b) => beyond(values[b]!) - beyond(values[a]!) || a - b);
  const all = [...rows, ...equal].slice(0, MOST_OUTLIERS);
  return { rows: Uint32Array.from(all), values: all.map((row) => values[row]!) };
}

/** How far the last of the farthest is beyond its fence; 0 where none is. */
function leastBeyond(rising: Float64Array, beyond: (value: number) => number): number {
  let [from, to, least] = [0, rising.length - 1, 0];
  for (let taken = 0; taken < MOST_OUTLIERS && from <= to; taken++) {
    const [below, above] = [beyond(rising[from]!), beyond(rising[to]!)];
    if (below === 0 && above === 0) break;
    least = Math.max(below, above);
    if (below > above) from++;
    else to--;
  }
  return least;
}
