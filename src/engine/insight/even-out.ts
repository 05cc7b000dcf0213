import { SKEWED } from './explore/thresholds';
import { log1p } from '../stats/logarithm';
import { momentsOf } from '../stats/tally-moments';
import type { Tally } from '../table/tally';

/** How a column that leans to one side can be evened out. Skewness is adjusted (G1), as pandas has it. */
export interface EvenOut {
  skewness: number;
  /** A way of the step `transform`. */
  way: 'sqrt' | 'log1p' | 'yeo-johnson';
  /** The skewness afterwards; null where that is learnt first. */
  then: number | null;
}

/** Up to this the milder way is enough. */
const EVEN = 0.5;
/** Of fewer different values there is no shape to speak of. */
const ENOUGH_VALUES = 10;

/** The mildest way that evens out counted numbers; null where they do not lean to one side. */
export function evenOut(tally: Tally): EvenOut | null {
  const skewness = tally.values.length >= ENOUGH_VALUES ? (momentsOf(tally)?.skewness ?? 0) : 0;
  if (Math.abs(skewness) <= SKEWED) return null;
  if (skewness > 0 && tally.values[0]! >= 0) {
    const [root, log] = [Math.sqrt, log1p].map((bend) => skewnessBy(tally, bend)) as [number, number];
    if (Math.abs(root) <= EVEN) return { skewness, way: 'sqrt', then: root };
    if (Math.abs(log) <= SKEWED) return { skewness, way: 'log1p', then: log };
  }
  return { skewness, way: 'yeo-johnson', then: null };
}

const skewnessBy = (tally: Tally, bend: (x: number) => number): number =>
  momentsOf({ ...tally, values: tally.values.map(bend) })?.skewness ?? 0;
