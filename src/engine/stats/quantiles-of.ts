import { inBlocks } from '../steps/parts/blocks';
import type { Work } from '../work';
import { between, sorted } from './quantile';

const BINS = 1 << 16;
/** Few enough to sort between two breaths. */
const SORTED_AT_ONCE = 1 << 18;

/**
 * Quantiles of values in any order, type 7, exact; NaN is skipped, NaN where nothing is left. The values are not
 * sorted: they are counted into bins, and only the bins that hold a wanted rank are looked at closer.
 * @param shares each 0 to 1
 * @see Hyndman and Fan 1996; the default of R and NumPy.
 */
export async function quantilesOf(
  values: Float64Array,
  shares: readonly number[],
  work: Work,
): Promise<number[]> {
  const present = await countPresent(values, work);
  if (present === 0) return shares.map(() => NaN);
  const places = shares.map((share) => share * (present - 1));
  const ranks = places.flatMap((at) => [Math.floor(at), Math.min(Math.floor(at) + 1, present - 1)]);
  const wanted = [...new Set(ranks)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  await select(values, 0, wanted, found, work);
  return places.map((at) => {
    const low = found.get(Math.floor(at))!;
    const high = found.get(Math.min(Math.floor(at) + 1, present - 1))!;
    return between(low, high, at - Math.floor(at));
  });
}

async function countPresent(values: Float64Array, work: Work): Promise<number> {
  let count = 0;
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) if (values[row] === values[row]) count++;
  });
  return count;
}

/** Finds the values of some ranks, `before` values being smaller than all of these. */
async function select(
  values: Float64Array,
  before: number,
  ranks: readonly number[],
  found: Map<number, number>,
  work: Work,
): Promise<void> {
  if (values.length <= SORTED_AT_ONCE) return pick(values, before, ranks, found);
  const { min, max } = await range(values, work);
  const perUnit = (BINS - 1) / (max - min);
  if (min === max) for (const rank of ranks) found.set(rank, min);
  else if (!Number.isFinite(perUnit) || perUnit === 0) pick(values, before, ranks, found);
  else await selectInBins(values, before, ranks, found, (value) => ((value - min) * perUnit) >>> 0, work);
}

async function selectInBins(
  values: Float64Array,
  before: number,
  ranks: readonly number[],
  found: Map<number, number>,
  binOf: (value: number) => number,
  work: Work,
): Promise<void> {
  const counts = new Uint32Array(BINS);
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value === value) counts[binOf(value)]!++;
    }
  });
  let below = before;
  for (let bin = 0; bin < BINS; bin++) {
    const until = below + counts[bin]!;
    const here = ranks.filter((rank) => rank >= below && rank < until);
    if (here.length > 0) {
      const within = await gather(values, counts[bin]!, (value) => binOf(value) === bin, work);
      await select(within, below, here, found, work);
    }
    below = until;
  }
}

async function gather(
  values: Float64Array,
  count: number,
  test: (value: number) => boolean,
  work: Work,
): Promise<Float64Array> {
  const kept = new Float64Array(count);
  let at = 0;
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value === value && test(value)) kept[at++] = value;
    }
  });
  return kept;
}

async function range(values: Float64Array, work: Work): Promise<{ min: number; max: number }> {
  let min = Infinity;
  let max = -Infinity;
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  });
  return { min, max };
}

function pick(
  values: Float64Array,
  before: number,
  ranks: readonly number[],
  found: Map<number, number>,
): void {
  const rising = sorted(values);
  for (const rank of ranks) found.set(rank, rising[rank - before]!);
}
