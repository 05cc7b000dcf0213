import type { Tally } from '../table/tally';
import { BINS } from './number-facts';

/** How many counted values are in each of 20 equal bins from the least to the greatest; all 0 where there are none. */
export function equalBins({ values, counts }: Tally): number[] {
  const bins = new Array<number>(BINS).fill(0);
  const [min, max] = [values[0]!, values[values.length - 1]!];
  // Halves, for the distance of two numbers may be greater than any number.
  const perHalf = max > min ? BINS / (max / 2 - min / 2) : 0;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor((values[i]! / 2 - min / 2) * perHalf);
    bins[bin < BINS ? bin : BINS - 1]! += counts[i]!;
  }
  return bins;
}
