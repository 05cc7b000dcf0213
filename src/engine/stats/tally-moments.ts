import type { Tally } from '../table/tally';
import { CompensatedSum } from './compensated-sum';

export interface TallyMoments {
  mean: number;
  /** Divisor n − 1; null for one value. */
  deviation: number | null;
  /** The same with divisor n. */
  populationDeviation: number;
  /** Adjusted Fisher-Pearson coefficient G1; 0 for a constant, null below three values. */
  skewness: number | null;
  /** Excess kurtosis, adjusted (G2); 0 for a constant, null below four values. */
  kurtosis: number | null;
}

/**
 * Mean, deviation, skewness and kurtosis of counted values; null where there are none. Sums are compensated, distances
 * are taken from the mean in a second pass, and what the rounded mean is off by is taken out of them; a power of two
 * as unit keeps numbers near 1e308 from running over.
 * @see Chan, Golub and LeVeque 1983; Joanes and Gill 1998 (G1, G2, as pandas has them)
 */
export function momentsOf({ values, counts, present: n }: Tally): TallyMoments | null {
  if (n === 0) return null;
  const [least, most] = [values[0]!, values[values.length - 1]!];
  if (least === most) {
    const still = { deviation: n > 1 ? 0 : null, populationDeviation: 0 };
    return { mean: least, ...still, skewness: n > 2 ? 0 : null, kurtosis: n > 3 ? 0 : null };
  }
  const unit = powerOfTwoAbove(Math.max(Math.abs(least), Math.abs(most)));
  const scale = 1 / unit;
  const total = new CompensatedSum();
  for (let i = 0; i < values.length; i++) total.add(counts[i]! * (values[i]! * scale));
  const mean = total.value / n;
  const [one, two, three, four] = Array.from({ length: 4 }, () => new CompensatedSum()) as Sums;
  for (let i = 0; i < values.length; i++) {
    const off = values[i]! * scale - mean;
    const weighted = counts[i]! * off;
    const square = off * off;
    one.add(weighted);
    two.add(weighted * off);
    three.add(weighted * square);
    four.add(weighted * square * off);
  }
  const still = one.value / n;
  const m2 = two.value / n - still * still;
  const m3 = three.value / n - still * (3 * (two.value / n)) + 2 * still ** 3;
  const m4 =
    four.value / n - still * (4 * (three.value / n)) + 6 * still ** 2 * (two.value / n) - 3 * still ** 4;
  const g1 = m3 / (m2 * Math.sqrt(m2));
  const g2 = m4 / (m2 * m2) - 3;
  return {
    mean: (mean + still) * unit,
    deviation: Math.sqrt((m2 * n) / (n - 1)) * unit,
    populationDeviation: Math.sqrt(m2) * unit,
    skewness: n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : null,
    kurtosis: n > 3 ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) : null,
  };
}

type Sums = [CompensatedSum, CompensatedSum, CompensatedSum, CompensatedSum];

/** A power of two of at least this size, so that dividing by it loses nothing. */
function powerOfTwoAbove(size: number): number {
  let unit = 1;
  while (unit < size && unit < 2 ** 1023) unit *= 2;
  while (unit / 2 >= size && unit > 2 ** -1000) unit /= 2;
  return unit;
}
