import { countDistinct } from '../../../stats/canonical-order';
import { centroidsOf } from '../../../stats/centroids';
import { chooseK } from '../../../stats/choose-k';
import { cutTree, topOfTree } from '../../../stats/cut-tree';
import { gapStatistic } from '../../../stats/gap';
import { calinskiHarabasz, daviesBouldin } from '../../../stats/indices';
import { nearestCentroids, type KMeansRun } from '../../../stats/kmeans';
import { copyFirst, type Points } from '../../../stats/points';
import { silhouettes } from '../../../stats/silhouette';
import { overlaps } from '../../../stats/stability';
import { treeEvenly, treeRedrawing } from '../../../stats/tree-trades';
import { wardTree, type Tree } from '../../../stats/ward';
import { withinSquares } from '../../../stats/within-squares';
import type { Progress, Work } from '../../../work';
import type { RunFit } from '../fit';
import type { GroupedRows } from '../grouped-rows';
import { orderByWorth, topOf, worthOf } from '../order-by-worth';
import type { TreeCut } from '../tree-fit';
import { kmeans } from './kmeans';
import type { Asked, LearntRuns, Method } from './method';

/** Customers that the tree is grown on: all of them, or those whose hash comes first. */
const SAMPLE = 2_000;

/** Leaves of the tree that is kept for its picture; more where more segments are asked for. */
const LEAVES = 30;

/**
 * The tree of Ward on a sample, cut; each customer is in the segment whose middle is nearest, the middles being those of
 * the sample. The number of segments is chosen as for k-means, redraws and the gap being of trees.
 */
export const hierarchical: Method = {
  words: 'by a tree',
  weighs: true,
  soft: false,
  mixed: false,
  learn,
  choose: chooseK,
  place: kmeans.place,
};

/** A cut of the tree and what became of all customers. */
interface Cut extends KMeansRun {
  tree: TreeCut;
}

async function learn(
  { points }: GroupedRows,
  { maxK, beyond, seed }: Asked,
  money: Float64Array | null,
  work: Work,
): Promise<LearntRuns> {
  const sample = copyFirst(points, SAMPLE);
  const progress: Progress = {
    phase: 'growing',
    done: 0,
    total: maxK + Number(beyond !== null),
    unit: 'rounds',
  };
  const tree = await wardTree(sample, work, progress);
  const kMax = Math.min(maxK, countDistinct(sample, 256));
  const wanted = Array.from({ length: kMax }, (_, i) => i + 1);
  if (beyond !== null) wanted.push(beyond);
  const leaves = Math.min(Math.max(LEAVES, ...wanted), sample.n);
  const cuts: Cut[] = [];
  for (const k of wanted) {
    progress.done++;
    const cut = await cutInto(k, { points, sample, tree, leaves, money }, work, progress);
    if (cut) cuts.push(cut);
  }
  const { sizes, merges } = topOfTree(tree, leaves);
  const upper = merges.map(({ a, b, height }) => ({ a, b, height }));
  return {
    ...(await judged(points, cuts, { kMax, seed, money }, work)),
    tree: { customers: points.n, sample: sample.n, sizes, merges: upper },
  };
}

interface Ground {
  points: Points;
  sample: Points;
  tree: Tree;
  leaves: number;
  money: Float64Array | null;
}

/** Null where a segment would have nobody, for all of its customers are nearer to the middle of another. */
async function cutInto(
  k: number,
  { points, sample, tree, leaves, money }: Ground,
  work: Work,
  progress: Progress,
): Promise<Cut | null> {
  if (k > sample.n) return null;
  await work.breathe(progress);
  const groups = cutTree(tree, k);
  const middles = centroidsOf(sample, groups, k);
  const found = { k, inertia: 0, centroids: middles, labels: nearestCentroids(points, middles) };
  await work.breathe(progress);
  const worth = worthOf(found, money);
  if (worth.sizes.includes(0)) return null;
  const order = orderByWorth(found, worth);
  const centroids = order.map((group) => middles[group]!);
  // Customers exactly between middles follow the lower index, so the new order may move them.
  const labels = nearestCentroids(points, centroids);
  const own = groups.map((group) => order.indexOf(group));
  const stayed = own.reduce((sum, label, at) => sum + Number(labels[at] === label), 0);
  const below = new Array<number>(leaves).fill(0);
  cutTree(tree, leaves).forEach((leaf, at) => (below[leaf] = own[at]! + 1));
  return {
    k,
    inertia: withinSquares(points, centroids, labels),
    centroids,
    labels,
    tree: { leaves: below, kept: stayed / sample.n },
  };
}

/** What speaks for each cut. */
async function judged(
  points: Points,
  cuts: readonly Cut[],
  { kMax, seed, money }: { kMax: number; seed: number; money: Float64Array | null },
  work: Work,
): Promise<LearntRuns> {
  const held = await overlaps(points, cuts, { seed, work, again: treeRedrawing, sample: SAMPLE });
  const labels = cuts.map((cut) => cut.labels);
  const apart = await silhouettes(points, labels, work);
  const options = { kMax, seed, work, clustered: treeEvenly, sample: SAMPLE };
  const gaps = new Map((await gapStatistic(points, options)).map((one) => [one.k, one]));
  const total = withinMeans(points, new Uint8Array(points.n), 1);
  const runs: RunFit[] = [];
  for (const [i, { k, centroids, inertia, tree }] of cuts.entries()) {
    const progress: Progress = { phase: 'judging', done: i, total: cuts.length, unit: 'rounds' };
    await work.breathe(progress);
    const each = held[i] ?? null;
    const worth = worthOf(cuts[i]!, money);
    const gap = gaps.get(k);
    const own = labels[i]!;
    const means = { ...cuts[i]!, centroids: centroidsOf(points, own, k) };
    await work.breathe(progress);
    runs.push({
      k,
      inertia,
      overlap: each && Math.min(...each),
      silhouette: apart[i]?.mean ?? null,
      gap: gap?.gap ?? null,
      gapError: gap?.error ?? null,
      calinskiHarabasz: calinskiHarabasz(points.n, k, withinSquares(points, means.centroids, own), total),
      daviesBouldin: daviesBouldin(points, means),
      smallest: Math.min(...worth.sizes) / points.n,
      top: k > 1 ? topOf(worth, points.n) : null,
      overlaps: each,
      centroids,
      tree,
    });
  }
  return { runs, labels, silhouetteSample: apart.find((one) => one !== null)?.sample ?? 0 };
}

const withinMeans = (points: Points, labels: Uint8Array, k: number): number =>
  withinSquares(points, centroidsOf(points, labels, k), labels);
