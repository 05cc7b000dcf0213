import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import { densitiesOf } from './gaussian';
import { sharesFrom, type Mixture } from './mixture';
import type { Points } from './points';

export interface Members {
  /** n: the component that a point most likely belongs to; of equally likely ones that of the lesser mean. */
  labels: Uint8Array;
  /** n: how likely that is, above 0 up to 1. */
  membership: Float64Array;
}

/** Where points most likely belong, and how surely. */
export async function membersOf(
  points: Points,
  mixture: Mixture,
  work: Work,
  progress: Progress,
): Promise<Members> {
  const densities = densitiesOf(mixture);
  const { logs } = densities;
  const ranks = ranksOf(mixture);
  const shares = new Float64Array(logs.length);
  const labels = new Uint8Array(points.n);
  const membership = new Float64Array(points.n);
  for (let row = 0; row < points.n; row++) {
    densities.at(points.columns, row);
    let best = 0;
    for (let c = 1; c < logs.length; c++)
      if (logs[c]! > logs[best]! || (logs[c] === logs[best] && ranks[c]! < ranks[best]!)) best = c;
    labels[row] = best;
    sharesFrom(logs, shares);
    membership[row] = shares[best]!;
    if (row % BLOCK !== BLOCK - 1) continue;
    const rest = work.breathe(progress);
    if (rest) await rest;
  }
  return { labels, membership };
}

/** For one point how likely it belongs to each component, summing to 1. */
export function sharesOf(points: Points, mixture: Mixture, row: number): number[] {
  const densities = densitiesOf(mixture);
  densities.at(points.columns, row);
  const shares = new Float64Array(mixture.weights.length);
  sharesFrom(densities.logs, shares);
  return [...shares];
}

/** The places of components by their means, so that a tie does not hang on the order they stand in. */
function ranksOf({ means }: Mixture): number[] {
  const order = means.map((_, c) => c).sort((a, b) => compare(means[a]!, means[b]!) || a - b);
  return means.map((_, c) => order.indexOf(c));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, j) => value !== b[j]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
