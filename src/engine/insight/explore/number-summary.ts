import { momentsOf } from '../../stats/tally-moments';
import { quantilesOfTally } from '../../stats/tally-quantiles';
import type { Tally } from '../../table/tally';
import type { NumberSummary } from './overview-of';
import { FAR_OUT, FENCE } from './thresholds';

/** Shares of the values at which a summary says where they stand. */
export const SUMMARY_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What counted numbers are like; null where there are none. */
export function numberSummary(tally: Tally): NumberSummary | null {
  const moments = momentsOf(tally);
  if (!moments) return null;
  const { values } = tally;
  const [p05, p25, median, p75, p95] = quantilesOfTally(tally, SUMMARY_SHARES);
  const quartiles = [p25!, p75!] as const;
  return {
    min: values[0]!,
    max: values[values.length - 1]!,
    quantiles: [p05!, p25!, median!, p75!, p95!],
    mean: moments.mean,
    deviation: moments.deviation,
    skewness: moments.skewness,
    kurtosis: moments.kurtosis,
    zeros: countBetween(tally, 0, 0),
    negatives: countBelow(tally, 0),
    whole: values.every((value) => value === Math.floor(value)),
    outliers: outliersOf(tally, quartiles),
  };
}

function outliersOf(tally: Tally, quartiles: readonly [number, number]): NumberSummary['outliers'] {
  const [lowFence, highFence] = fences(quartiles, FENCE);
  const far = fences(quartiles, FAR_OUT);
  const below = countBelow(tally, lowFence);
  const above = tally.present - countBetween(tally, -Infinity, highFence);
  return { below, above, lowFence, highFence, far: tally.present - countBetween(tally, ...far) };
}

/** Tukey's fences: so many ranges of the quartiles beyond them. */
const fences = ([p25, p75]: readonly [number, number], times: number): [number, number] => [
  p25 - times * (p75 - p25),
  p75 + times * (p75 - p25),
];

function countBelow({ values, counts }: Tally, bound: number): number {
  let count = 0;
  for (let i = 0; i < values.length && values[i]! < bound; i++) count += counts[i]!;
  return count;
}

/** Values from `low` to `high`, both allowed themselves. */
function countBetween({ values, counts }: Tally, low: number, high: number): number {
  let count = 0;
  for (let i = 0; i < values.length && values[i]! <= high; i++) if (values[i]! >= low) count += counts[i]!;
  return count;
}
