import { aside, type Trade } from '../crew/crew';
import { takePoints, type Points } from '../stats/points';
import type { Work } from '../work';
import { drawEvenly, type CustomersInOrder } from './customers-in-order';

/** Customers that are drawn, and those they are measured against; of each segment at least so many. */
const DRAWN = 1_000;
const AGAINST = 5_000;
const LEAST = 50;
/** Rows between two breaths. */
const BLOCK = 32;

/** How near customers are to their own segment and to the next one, −1 to 1. */
export interface SilhouetteView {
  /** By segment, within it falling; at most 1,000 customers, drawn evenly from each segment. */
  scores: Float64Array;
  segment: Uint8Array;
  /** Row in the customer table. */
  row: Uint32Array;
  /** Customers they were measured against, themselves included. */
  against: number;
}

/** Below so many customers others would be told of it longer than it takes. */
const WORTH = 20_000;

interface Ground {
  /** Customers that are measured against. */
  against: Points;
  ids: Uint8Array;
  /** Places among them of those that are scored. */
  places: Uint32Array;
  /** One more than there are segments. */
  width: number;
}

/** Scores customers that were drawn, in their order. */
export const scoringDrawn: Trade<Ground, null, Float64Array> = {
  name: 'scoring-drawn',
  begin: (ground) => ({ do: (_, work) => scoresOf(ground, work), end: () => undefined }),
};

/**
 * Silhouettes of up to 1,000 customers, measured against up to 5,000, both drawn evenly from each segment and at least
 * 50 of it: exact where there are no more. A customer alone in its segment scores 0. Null for fewer than two segments.
 * Measured elsewhere where the host has a crew and there are many; the function gives them.
 * @see Rousseeuw 1987; scikit-learn, silhouette_samples.
 */
export function beginSilhouettes(
  customers: CustomersInOrder,
  work: Work,
): () => Promise<SilhouetteView | null> {
  const { rows, labels, sizes } = customers;
  if (sizes.filter((size) => size > 0).length < 2) return () => Promise.resolve(null);
  const others = drawEvenly(customers, AGAINST, LEAST);
  const placeOf = new Map(Array.from(others, (at, place) => [at, place]));
  const drawn = drawEvenly(customers, DRAWN, LEAST).filter((at) => placeOf.has(at));
  const ground: Ground = {
    against: takePoints(customers.points, others),
    ids: Uint8Array.from(others, (at) => labels[at]!),
    places: drawn.map((at) => placeOf.get(at)!),
    width: sizes.length,
  };
  const here = () => scoresOf(ground, work);
  const found = rows.length < WORTH ? here : aside(scoringDrawn, ground, null, here, work);
  return async () => {
    const scores = await found();
    const order = Uint32Array.from(drawn.keys()).sort(
      (a, b) => labels[drawn[a]!]! - labels[drawn[b]!]! || scores[b]! - scores[a]!,
    );
    return {
      scores: Float64Array.from(order, (i) => scores[i]!),
      segment: Uint8Array.from(order, (i) => labels[drawn[i]!]!),
      row: Uint32Array.from(order, (i) => rows[drawn[i]!]!),
      against: others.length,
    };
  };
}

async function scoresOf({ against, ids, places, width }: Ground, work: Work): Promise<Float64Array> {
  const scores = new Float64Array(places.length);
  for (let from = 0; from < places.length; from += BLOCK) {
    const rest = work.breathe({ phase: 'judging', done: from, total: places.length, unit: 'rows' });
    if (rest) await rest;
    for (let i = from; i < Math.min(from + BLOCK, places.length); i++)
      scores[i] = scoreOf(against, ids, places[i]!, width);
  }
  return scores;
}

function scoreOf({ columns, n, d }: Points, ids: Uint8Array, place: number, width: number): number {
  const sums = new Float64Array(width);
  const counts = new Uint32Array(width);
  for (let other = 0; other < n; other++) {
    if (other === place) continue;
    let square = 0;
    for (let j = 0; j < d; j++) square += (columns[j]![place]! - columns[j]![other]!) ** 2;
    sums[ids[other]!]! += Math.sqrt(square);
    counts[ids[other]!]!++;
  }
  const own = ids[place]!;
  if (counts[own] === 0) return 0;
  const within = sums[own]! / counts[own]!;
  let next = Infinity;
  for (let id = 1; id < width; id++)
    if (id !== own && counts[id]! > 0) next = Math.min(next, sums[id]! / counts[id]!);
  const larger = Math.max(within, next);
  return larger > 0 ? (next - within) / larger : 0;
}

/** By segment id the mean score of its customers that were drawn, NaN where none was; entry 0 is unused. */
export function silhouetteMeans({ scores, segment }: SilhouetteView, k: number): Float64Array {
  const sums = new Float64Array(k + 1);
  const counts = new Uint32Array(k + 1);
  scores.forEach((score, i) => {
    sums[segment[i]!]! += score;
    counts[segment[i]!]!++;
  });
  return sums.map((sum, id) => sum / counts[id]!);
}
