import { EngineError } from '../../errors';
import { firstAbove } from '../../insight/explore/histogram';
import { firstNotBelow } from '../../insight/first-not-below';
import { withBreaths, type Pieces } from '../../pieces';
import { boxCoxLambda, yeoJohnsonLambda, type Counted } from '../../stats/power-transform';
import { quantile, sortedInPieces } from '../../stats/quantile';
import { tallyOf } from '../../table/tally';
import type { Progress, Work } from '../../work';
import { USUAL_HIGH, USUAL_LOW, type LearntColumn, type Params } from './params';

/** So many values and their ranks are remembered; between them ranks are taken on a line. */
export const MOST_RANKS = 1000;

/** The ways that learn nothing. */
const PLAIN: ReadonlySet<string> = new Set(['log1p', 'log', 'sqrt']);
export const learnsNothing = ({ with: way }: Params): boolean => PLAIN.has(way);

/** What a column teaches, by the way chosen. @throws EngineError `too-few-values` if fewer than two values can be used */
export async function learnColumn(
  column: string,
  values: Float64Array,
  params: Params,
  progress: Progress,
  work: Work,
): Promise<LearntColumn> {
  const { with: way, low = USUAL_LOW, high = USUAL_HIGH } = params;
  if (way === 'box-cox' || way === 'yeo-johnson') {
    const tally = await tallyOf(values, work);
    const usable = way === 'box-cox' ? positive(tally) : tally;
    few(column, sum(usable.counts));
    return { column, lambda: await withBreaths(lambdaOf(way, usable), work, progress) };
  }
  const rising = await withBreaths(sortedInPieces(values), work, progress);
  few(column, rising.length);
  return way === 'winsorise'
    ? { column, low: quantile(rising, low), high: quantile(rising, high) }
    : { column, ...ranksOf(rising) };
}

const LAMBDA = { 'box-cox': boxCoxLambda, 'yeo-johnson': yeoJohnsonLambda };

/** 1, which changes nothing, where all values are equal. */
const lambdaOf = (way: keyof typeof LAMBDA, of: Counted): Pieces<number> =>
  of.values.length > 1 ? LAMBDA[way](of) : one();

function* one(): Pieces<number> {
  return 1;
}

function positive({ values, counts }: Counted): Counted {
  const from = firstAbove(values, 0);
  return { values: values.subarray(from), counts: counts.subarray(from) };
}

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);

function few(column: string, count: number): void {
  if (count < 2) throw new EngineError('too-few-values', { column, count });
}

/** Values, rising, and the average rank of each, 0 the least and 1 the greatest; thinned evenly by rank. */
function ranksOf(rising: Float64Array): { values: number[]; ranks: number[] } {
  const last = rising.length - 1;
  const values: number[] = [];
  const ranks: number[] = [];
  const take = (value: number, from: number, to: number): void => {
    if (values.length > 0 && value <= values.at(-1)!) return;
    values.push(value + 0);
    ranks.push((from + to - 1) / 2 / last);
  };
  let at = 0;
  while (at <= last && values.length < MOST_RANKS) {
    const behind = firstAbove(rising, rising[at]!);
    take(rising[at]!, at, behind);
    at = behind;
  }
  if (at > last) return { values, ranks };
  values.length = ranks.length = 0;
  for (const value of telling(rising)) take(value, firstNotBelow(rising, value), firstAbove(rising, value));
  return { values, ranks };
}

/**
 * Values that stand evenly by rank. What stands so often that its rank is far from those beside it has its neighbours with
 * it, for on a line to the next one they would be off.
 */
function* telling(rising: Float64Array): Generator<number> {
  const last = rising.length - 1;
  for (let i = 0; i < MOST_RANKS; i++) {
    const value = rising[Math.round((i / (MOST_RANKS - 1)) * last)]!;
    const [first, behind] = [firstNotBelow(rising, value), firstAbove(rising, value)];
    const often = behind - first > 1;
    if (often && first > 0) yield rising[first - 1]!;
    yield value;
    if (often && behind <= last) yield rising[behind]!;
  }
}
