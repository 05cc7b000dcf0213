import { bandwidth } from '../../stats/bandwidth';
import { exp } from '../../stats/logarithm';
import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { firstNotBelow } from '../first-not-below';
import { areWhole, firstAbove } from './histogram';

/** Points of the curve, and how many finer steps lie between two of them. */
const POINTS = 513;
const FINE = 8;
/** Kernels end so many bandwidths away. */
const REACH = 5;
/** Curves that bend within fewer steps cannot be drawn. */
const FEWEST_STEPS = 2;
/** Kernels narrower than this, of whole numbers, stand apart from each other. */
const WHOLE = 0.5;

/** How dense numbers lie, as a curve. */
export interface Density {
  /** Of the kernel, in the unit of the column. */
  bandwidth: number;
  /** Evenly from first to last; per unit of the column, so that all that there are would have an area of 1. */
  points: readonly { value: number; density: number }[];
}

/**
 * The density of rising numbers between two of them, by a Gaussian kernel of Silverman's bandwidth, over all numbers, also
 * those beyond. Null where there is nothing to smooth: fewer than two numbers, no range, a kernel wider than it or too
 * narrow to be drawn, or whole numbers that would each get a hill of their own.
 * Numbers are shared out to a fine grid first, as R does it.
 * @throws Stopped
 * @see R, density
 */
export async function densityBetween(
  rising: Float64Array,
  from: number,
  to: number,
  work: Work,
): Promise<Density | null> {
  const range = to - from;
  if (rising.length < 2 || !(range > 0) || !Number.isFinite(range)) return null;
  const width = bandwidth(rising);
  const rest = work.breathe();
  if (rest) await rest;
  const step = range / ((POINTS - 1) * FINE);
  if (!(width <= range && width >= FEWEST_STEPS * FINE * step)) return null;
  const reach = Math.ceil(REACH * (width / range) * (POINTS - 1) * FINE);
  // Doubles too large, or too close to each other, for a grid.
  const first = from - reach * step;
  if (!Number.isFinite(first) || !Number.isFinite(to - first) || from + step === from || to - step === to)
    return null;
  if (width < WHOLE && areWhole(rising)) return null;
  const shares = await sharedOut(rising, { first, step, cells: (POINTS - 1) * FINE + 1 + 2 * reach }, work);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, i) => exp(-0.5 * ((i * step) / width) ** 2));
  const whole = rising.length * width * Math.sqrt(2 * Math.PI);
  const points = Array.from({ length: POINTS }, (_, i) => {
    const middle = reach + i * FINE;
    let sum = shares[middle]!;
    for (let by = 1; by <= reach; by++) sum += kernel[by]! * (shares[middle - by]! + shares[middle + by]!);
    return { value: from + i * FINE * step, density: sum / whole };
  });
  return { bandwidth: width, points };
}

interface Grid {
  first: number;
  step: number;
  cells: number;
}

/** Each number to the two places it lies between, to the nearer one more. */
async function sharedOut(rising: Float64Array, { first, step, cells }: Grid, work: Work) {
  const shares = new Float64Array(cells);
  const [start, end] = [firstNotBelow(rising, first), firstAbove(rising, first + step * (cells - 1))];
  await inBlocks(end - start, 'looking', work, (begin, stop) => {
    for (let i = start + begin; i < start + stop; i++) {
      const place = (rising[i]! - first) / step;
      const at = Math.min(cells - 2, Math.floor(place));
      shares[at]! += 1 - (place - at);
      shares[at + 1]! += place - at;
    }
  });
  return shares;
}
