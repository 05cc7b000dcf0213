import type { Tally } from '../table/tally';
import { between } from './quantile';

/**
 * Quantiles of counted values, type 7; NaN where there are none.
 * @param shares each 0 to 1
 * @see Hyndman and Fan 1996; the default of R and NumPy.
 */
export function quantilesOfTally(tally: Tally, shares: readonly number[]): number[] {
  const { present } = tally;
  if (present === 0) return shares.map(() => NaN);
  const places = shares.map((share) => share * (present - 1));
  const ranks = places.flatMap((at) => [Math.floor(at), Math.min(Math.floor(at) + 1, present - 1)]);
  const found = atRanks(tally, ranks);
  return places.map((at, i) => between(found[2 * i]!, found[2 * i + 1]!, at - Math.floor(at)));
}

/** The values that stand at these ranks, the least at 0. */
function atRanks({ values, counts }: Tally, ranks: readonly number[]): number[] {
  const order = ranks.map((_, i) => i).sort((a, b) => ranks[a]! - ranks[b]!);
  const found = new Array<number>(ranks.length);
  let [at, until] = [0, counts[0]!];
  for (const i of order) {
    while (ranks[i]! >= until) until += counts[++at]!;
    found[i] = values[at]!;
  }
  return found;
}
