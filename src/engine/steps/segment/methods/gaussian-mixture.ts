import { EngineError } from '../../../errors';
import { countDistinct } from '../../../stats/canonical-order';
import { centroidsOf } from '../../../stats/centroids';
import { HOLDS } from '../../../stats/choose-k';
import { calinskiHarabasz, daviesBouldin } from '../../../stats/indices';
import { membersOf, type Members } from '../../../stats/memberships';
import { MIXTURE_SAMPLE, mixtureCurve, remixing, type MixtureRun } from '../../../stats/mixture-curve';
import { firstPoints, type Points } from '../../../stats/points';
import type { KMeansRun } from '../../../stats/runs';
import { silhouettes } from '../../../stats/silhouette';
import { overlaps } from '../../../stats/stability';
import { withinSquares } from '../../../stats/within-squares';
import type { Progress, Work } from '../../../work';
import type { RunFit } from '../fit';
import type { GroupedRows } from '../grouped-rows';
import { orderByWorth, topOf, worthOf } from '../order-by-worth';
import type { Asked, LearntRuns, Method, Placing } from './method';

/** Customers that are redrawn, and how often: a mixture takes longer than k-means. */
const REDRAWN = { sample: 4_000, redraws: 8 } as const;

/** Each customer in the segment it most likely belongs to; as many segments as BIC says and the redraws confirm. */
export const gaussianMixture: Method = {
  words: 'by a Gaussian mixture',
  weighs: false,
  soft: true,
  mixed: false,
  learn,
  choose,
  place,
};

const progressOf = (total: number): Progress => ({ phase: 'grouping', done: 0, total, unit: 'rounds' });

/** A mixture with its segments in their final order; their centroids are the means of the customers in them. */
interface Ordered extends KMeansRun, Pick<MixtureRun, 'bic' | 'icl' | 'logLikelihood' | 'mixture'> {}

/** Every number as `kmeans` does; numbers at which a segment would have nobody in it are left out. */
async function learn(
  { points, distinct }: GroupedRows,
  { maxK, beyond, seed }: Asked,
  money: Float64Array | null,
  work: Work,
): Promise<LearntRuns> {
  const few = points.n > MIXTURE_SAMPLE ? countDistinct(firstPoints(points, MIXTURE_SAMPLE), 256) : distinct;
  const found = await mixtureCurve(points, { kMin: 1, kMax: Math.min(maxK, few), seed, work });
  if (beyond !== null && beyond <= few)
    found.push(...(await mixtureCurve(points, { kMin: beyond, kMax: beyond, seed, work })));
  const runs = found.filter(({ k, labels }) => worthOf({ k, labels }, null).sizes.every((size) => size > 0));
  const ordered: Ordered[] = [];
  for (const run of runs) {
    ordered.push(inOrder(points, run, money));
    await work.breathe(progressOf(1));
  }
  const held = await overlaps(points, ordered, { seed, work, again: remixing, ...REDRAWN });
  const labels = ordered.map((run) => run.labels);
  const apart = await silhouettes(points, labels, work);
  const judged: RunFit[] = [];
  for (const [i, run] of ordered.entries()) {
    await work.breathe({ phase: 'judging', done: i, total: ordered.length, unit: 'rounds' });
    const each = held[i] ?? null;
    const worth = worthOf(run, money);
    const { k, inertia, centroids, bic, icl, logLikelihood, mixture } = run;
    judged.push({
      k,
      inertia,
      overlap: each && Math.min(...each),
      silhouette: apart[i]?.mean ?? null,
      calinskiHarabasz: calinskiHarabasz(points.n, k, inertia, ordered[0]!.inertia),
      daviesBouldin: daviesBouldin(points, run),
      smallest: Math.min(...worth.sizes) / points.n,
      top: k > 1 ? topOf(worth, points.n) : null,
      overlaps: each,
      centroids,
      bic,
      icl,
      logLikelihood,
      mixture,
    });
  }
  return {
    runs: judged,
    labels,
    silhouetteSample: apart.find((one) => one !== null)?.sample ?? 0,
    ...(points.n > MIXTURE_SAMPLE && { learntFrom: MIXTURE_SAMPLE }),
  };
}

function inOrder(points: Points, run: MixtureRun, money: Float64Array | null): Ordered {
  const { k, mixture } = run;
  const centroids = centroidsOf(points, run.labels, k);
  const order = orderByWorth({ ...run, centroids, inertia: 0 }, worthOf(run, money));
  const places = Uint8Array.from(order, (_, component) => order.indexOf(component));
  const labels = run.labels.map((label) => places[label]!);
  const ordered = order.map((component) => centroids[component]!);
  return {
    ...run,
    labels,
    centroids: ordered,
    inertia: withinSquares(points, ordered, labels),
    mixture: {
      weights: order.map((component) => mixture.weights[component]!),
      means: order.map((component) => mixture.means[component]!),
      covariances: order.map((component) => mixture.covariances[component]!),
    },
  };
}

/**
 * The number with the lowest BIC, or, if a segment falls apart there when customers are redrawn or the segments run into one
 * another (ICL not below that of one), the largest smaller one at which all hold and stand apart; 1, chosen by `none`, where
 * one is the lowest or there is none.
 */
function choose(runs: readonly RunFit[]): ReturnType<Method['choose']> {
  const lowest = runs.reduce((best, run) => (run.bic! < best.bic! ? run : best));
  const together = runs.find(({ k }) => k === 1)?.icl ?? Infinity;
  const holding = runs.filter(
    ({ k, overlap, icl }) => k > 1 && k <= lowest.k && (overlap ?? 0) >= HOLDS && icl! < together,
  );
  const k = Math.max(1, ...holding.map((run) => run.k));
  return { k, elbow: null, chosenBy: k === 1 ? 'none' : k === lowest.k ? 'bic' : 'stability' };
}

/** @throws EngineError `not-a-model` where there is no mixture of that many, or one that cannot be */
async function place(points: Points, { run }: Placing, work: Work): Promise<Members> {
  if (run?.mixture?.means[0]?.length !== points.d)
    throw new EngineError('not-a-model', { path: 'fits', reason: 'no mixture of that many' });
  try {
    return await membersOf(points, run.mixture, work, progressOf(1));
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new EngineError('not-a-model', { path: 'fits', reason: thrown.message });
  }
}
