import { firstAbove } from '../../insight/explore/histogram';
import { firstNotBelow } from '../../insight/first-not-below';
import { withBreaths } from '../../pieces';
import { moments } from '../../stats/moments';
import { naturalBreaks, type Weighed } from '../../stats/natural-breaks';
import { between, quantile } from '../../stats/quantile';
import { roundBreaks } from '../../stats/round-breaks';
import type { Work } from '../../work';
import { USUAL_BINS, type BinFit, type Params } from './params';
import { clean, decimalsOf, plainLimit } from './plain-limit';

/** Natural breaks are looked for among so many different values; of more, among so many spread evenly by rank. */
export const MOST_COMPARED = 10_000;

const DEVIATIONS = [-2, -1, 0, 1, 2];

/** Where bins begin, learnt from rising values, of which there must be one. */
export async function learnBins(rising: Float64Array, params: Params, work: Work): Promise<BinFit> {
  const { by, bins = USUAL_BINS } = params;
  const found = by === 'natural' ? await natural(rising, bins, work) : { limits: limitsBy(rising, params) };
  return {
    ...found,
    decimals: decimalsOf(rising, found.limits),
    least: rising[0]!,
    most: rising[rising.length - 1]!,
  };
}

function limitsBy(rising: Float64Array, { by, bins = USUAL_BINS, limits = [] }: Params): number[] {
  if (by === 'own') return [...limits];
  const [least, most] = [rising[0]!, rising[rising.length - 1]!];
  if (by === 'round') return roundBreaks(least, most, bins);
  if (by === 'deviations') {
    const { mean, deviation } = moments(rising);
    const reached = deviation > 0 ? DEVIATIONS.map((times) => mean + times * deviation) : [];
    return asPlain(rising, reached);
  }
  const parts = Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins);
  if (by === 'count') return equalCounts(rising, parts);
  const even = parts.map((part) => between(least, most, part));
  return asPlain(rising, even);
}

/** Each limit in the middle of the gap it lies in. */
async function natural(
  rising: Float64Array,
  bins: number,
  work: Work,
): Promise<Pick<BinFit, 'limits' | 'thinned'>> {
  const { thinned, ...weighed } = weigh(rising);
  const looking = { phase: 'binning', done: 0, total: bins, unit: 'rounds' } as const;
  const places = await withBreaths(naturalBreaks(weighed, bins), work, looking);
  const limits = places.map((place) => {
    const first = firstNotBelow(rising, weighed.values[place]!);
    const [below, above] = [rising[first - 1]!, rising[first]!];
    return plainLimit(below, clean(between(below, above, 0.5)), above);
  });
  return { limits, ...(thinned && { thinned: MOST_COMPARED }) };
}

/** Limits as plain numbers that part the values as those do; without those beyond all values. */
function asPlain(rising: Float64Array, limits: readonly number[]): number[] {
  const plain = limits.map(clean).flatMap((limit) => {
    const first = firstNotBelow(rising, limit);
    return first === 0 || first === rising.length
      ? []
      : [plainLimit(rising[first - 1]!, limit, rising[first]!)];
  });
  return [...new Set(plain)];
}

/** A quantile belongs below it; equal ones, and those at either end, part nothing. */
function equalCounts(rising: Float64Array, parts: readonly number[]): number[] {
  const byPlace = new Map<number, number>();
  for (const part of parts) {
    const at = clean(quantile(rising, part));
    const first = firstAbove(rising, at);
    if (at <= rising[0]! || first === rising.length) continue;
    byPlace.set(first, plainLimit(rising[first - 1]!, at, rising[first]!, true));
  }
  return [...byPlace.values()];
}

/** The different values and how often each stands; thinned by rank where there are too many. */
function weigh(rising: Float64Array): Weighed & { thinned: boolean } {
  const all = distinct(rising);
  if (all) return { ...all, thinned: false };
  const last = rising.length - 1;
  const spread = Float64Array.from(
    { length: MOST_COMPARED },
    (_, i) => rising[Math.round((i / (MOST_COMPARED - 1)) * last)]!,
  );
  return { ...distinct(spread)!, thinned: true };
}

/** Null as soon as there are too many. */
function distinct(rising: Float64Array): Weighed | null {
  const [values, weights]: [number[], number[]] = [[], []];
  for (let from = 0, to = 0; from < rising.length; from = to) {
    const value = rising[from]!;
    while (to < rising.length && rising[to] === value) to++;
    if (values.length === MOST_COMPARED) return null;
    values.push(value);
    weights.push(to - from);
  }
  return { values: Float64Array.from(values), weights: Float64Array.from(weights) };
}
