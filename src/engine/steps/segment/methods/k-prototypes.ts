import { doAll } from '../../../crew/crew';
import { EngineError } from '../../../errors';
import { countDistinct } from '../../../stats/canonical-order';
import { chooseK } from '../../../stats/choose-k';
import { firstPoints, pointsOf, type Points } from '../../../stats/points';
import { PROTOTYPE_SAMPLE, prototyping, reprototyping } from '../../../stats/prototype-trades';
import { nearestPrototypes, usualGamma, type MixedPoints } from '../../../stats/prototypes';
import { overlaps } from '../../../stats/stability';
import type { Progress, Work } from '../../../work';
import type { Categories } from '../categories';
import type { RunFit } from '../fit';
import type { GroupedRows } from '../grouped-rows';
import { orderByWorth, topOf, worthOf } from '../order-by-worth';
import type { Asked, LearntRuns, Method, Placed, Placing } from './method';

/** Customers that are redrawn, and how often. */
const REDRAWN = { sample: 3_000, redraws: 20 } as const;

/**
 * Each customer at the nearest prototype: means of numbers, modes of categories. The number of segments is chosen as for
 * k-means, on the curve of costs. Silhouettes and the gap are of distances between numbers and are left out.
 */
export const kPrototypesMethod: Method = {
  words: 'by numbers and categories',
  weighs: true,
  soft: false,
  mixed: true,
  learn,
  choose: chooseK,
  place,
};

const progressOf = (total: number): Progress => ({ phase: 'grouping', done: 0, total, unit: 'rounds' });

interface Found {
  k: number;
  inertia: number;
  centroids: number[][];
  labels: Uint8Array;
  modes: string[][];
}

async function learn(
  { points, distinct, categories }: GroupedRows,
  { maxK, beyond, seed }: Asked,
  money: Float64Array | null,
  work: Work,
): Promise<LearntRuns> {
  if (!categories) throw new EngineError('bad-params', { path: 'categories', reason: 'no text column' });
  const mixed = mixedOf(points, categories.codes, usualGamma(points));
  const sample = { ...mixed, points: copied(firstPoints(mixed.points, PROTOTYPE_SAMPLE)) };
  const few = points.n > PROTOTYPE_SAMPLE ? countDistinct(sample.points, 256) : distinct;
  const wanted = Array.from({ length: Math.min(maxK, few) }, (_, i) => i + 1);
  if (beyond !== null && beyond <= few) wanted.push(beyond);
  const progress = progressOf(wanted.length);
  const pieces = [...wanted].reverse();
  const attempts = (await doAll(prototyping, { mixed: sample, seed }, pieces, work, progress)).reverse();
  const runs: Found[] = [];
  for (const [i, { prototypes }] of attempts.entries()) {
    const found = await inOrder(mixed, prototypes, categories, { k: wanted[i]!, money }, work);
    if (found) runs.push(found);
  }
  const { numbers, gamma } = mixed;
  const held = await overlaps(mixed.points, runs, {
    seed,
    work,
    again: reprototyping,
    mix: { numbers, gamma },
    ...REDRAWN,
  });
  return {
    runs: runs.map((run, i) => judged(run, held[i] ?? null, { gamma, columns: categories.columns, money })),
    labels: runs.map(({ labels }) => labels),
    silhouetteSample: 0,
    ...(points.n > PROTOTYPE_SAMPLE && { learntFrom: PROTOTYPE_SAMPLE }),
  };
}

function judged(
  run: Found,
  overlaps: number[] | null,
  { gamma, columns, money }: { gamma: number; columns: readonly string[]; money: Float64Array | null },
): RunFit {
  const { k, inertia, centroids, modes } = run;
  const worth = worthOf(run, money);
  const n = run.labels.length;
  return {
    k,
    inertia,
    overlap: overlaps && Math.min(...overlaps),
    silhouette: null,
    smallest: Math.min(...worth.sizes) / n,
    top: k > 1 ? topOf(worth, n) : null,
    overlaps,
    centroids,
    prototypes: { gamma, columns: [...columns], modes },
  };
}

const mixedOf = (points: Points, codes: readonly Float64Array[], gamma: number): MixedPoints => ({
  points: pointsOf([...points.columns, ...codes]),
  numbers: points.d,
  gamma,
});

const copied = ({ columns }: Points): Points => pointsOf(columns.map((values) => values.slice()));

/** Null where a segment would have nobody. */
async function inOrder(
  mixed: MixedPoints,
  prototypes: Float64Array,
  { levels }: Categories,
  { k, money }: { k: number; money: Float64Array | null },
  work: Work,
): Promise<Found | null> {
  const { numbers, points } = mixed;
  const { d } = points;
  const each = Array.from({ length: k }, (_, c) => [...prototypes.subarray(c * d, c * d + d)]);
  const { labels: rough } = await nearestPrototypes(mixed, prototypes, work, progressOf(1));
  const worth = worthOf({ k, labels: rough }, money);
  const centroids = each.map((prototype) => prototype.slice(0, numbers));
  const order = orderByWorth({ k, labels: rough, inertia: 0, centroids }, worth);
  const ordered = order.map((c) => each[c]!);
  // Customers as near to two prototypes follow the lower index, so the new order may move them.
  const placed = await nearestPrototypes(mixed, Float64Array.from(ordered.flat()), work, progressOf(1));
  if (worthOf({ k, labels: placed.labels }, null).sizes.includes(0)) return null;
  return {
    k,
    inertia: placed.cost,
    labels: placed.labels,
    centroids: order.map((c) => centroids[c]!),
    modes: ordered.map((one) => levels.map((texts, j) => texts[one[numbers + j]!]!)),
  };
}

/** @throws EngineError `not-a-model` where there are no prototypes of that many, or they are of other columns */
async function place(points: Points, { run, centroids, categories }: Placing, work: Work): Promise<Placed> {
  const known = run?.prototypes;
  const fits =
    known &&
    categories &&
    known.modes.length === centroids.length &&
    centroids.every((centroid) => centroid.length === points.d) &&
    known.columns.join('\n') === categories.columns.join('\n');
  if (!fits) throw new EngineError('not-a-model', { path: 'fits', reason: 'no prototypes of that many' });
  // A value that is nobody's mode differs from all of them.
  const codes = (mode: readonly string[]) => mode.map((text, j) => categories.levels[j]!.indexOf(text));
  const prototypes = centroids.flatMap((centroid, c) => [...centroid, ...codes(known.modes[c]!)]);
  const mixed = mixedOf(points, categories.codes, known.gamma);
  const { labels } = await nearestPrototypes(mixed, Float64Array.from(prototypes), work, progressOf(1));
  return { labels };
}
