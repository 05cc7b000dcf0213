import { doAll } from '../../../crew/crew';
import { chooseK } from '../../../stats/choose-k';
import { gapStatistic } from '../../../stats/gap';
import { calinskiHarabasz } from '../../../stats/indices';
import { kmeansCurve, nearestCentroids } from '../../../stats/kmeans';
import { settling } from '../../../stats/settling';
import { silhouettes } from '../../../stats/silhouette';
import { overlaps } from '../../../stats/stability';
import type { Progress, Work } from '../../../work';
import type { RunFit } from '../fit';
import type { GroupedRows } from '../grouped-rows';
import { orderByWorth, topOf, worthOf } from '../order-by-worth';
import type { Asked, LearntRuns, Method } from './method';

/** Each customer in the segment whose middle is nearest; as many segments as the curve says and the redraws confirm. */
export const kmeans: Method = {
  words: '',
  weighs: true,
  soft: false,
  mixed: false,
  learn: learnRuns,
  choose: chooseK,
  place: (points, { centroids }) => Promise.resolve({ labels: nearestCentroids(points, centroids) }),
};

/**
 * Every number of segments from 1 to `maxK` (fewer where customers are alike), and `beyond` where it is given, each with
 * segments in their final order and with what speaks for it.
 * @param money one value per point, or null
 */
export async function learnRuns(
  { points, distinct }: GroupedRows,
  { maxK, beyond, seed }: Asked,
  money: Float64Array | null,
  work: Work,
): Promise<LearntRuns> {
  const kMax = Math.min(maxK, distinct);
  const found = await kmeansCurve(points, { kMin: 1, kMax, seed, work });
  if (beyond !== null) found.push(...(await kmeansCurve(points, { kMin: beyond, kMax: beyond, seed, work })));
  const pieces = found.map((run) => ({ run, order: orderByWorth(run, worthOf(run, money)) }));
  const progress: Progress = { phase: 'grouping', done: 0, total: pieces.length, unit: 'rounds' };
  const settled = await doAll(settling, { points }, pieces, work, progress);
  const ordered = settled.map(({ run }) => run);
  const held = await overlaps(points, ordered, { seed, work });
  const labels = ordered.map((run) => run.labels);
  const apart = await silhouettes(points, labels, work);
  const gaps = new Map((await gapStatistic(points, { kMax, seed, work })).map((one) => [one.k, one]));
  const total = ordered[0]!.inertia;
  const runs: RunFit[] = [];
  for (const [i, run] of ordered.entries()) {
    const rest = work.breathe({ phase: 'judging', done: i, total: ordered.length, unit: 'rounds' });
    if (rest) await rest;
    const each = held[i] ?? null;
    const worth = worthOf(run, money);
    const gap = gaps.get(run.k);
    runs.push({
      k: run.k,
      inertia: run.inertia,
      overlap: each && Math.min(...each),
      silhouette: apart[i]?.mean ?? null,
      gap: gap?.gap ?? null,
      gapError: gap?.error ?? null,
      calinskiHarabasz: calinskiHarabasz(points.n, run.k, run.inertia, total),
      daviesBouldin: settled[i]!.daviesBouldin,
      smallest: Math.min(...worth.sizes) / points.n,
      top: run.k > 1 ? topOf(worth, points.n) : null,
      overlaps: each,
      centroids: run.centroids,
    });
  }
  return { runs, labels, silhouetteSample: apart.find((one) => one !== null)?.sample ?? 0 };
}
