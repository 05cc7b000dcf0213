import { doAll, type Trade } from '../crew/crew';
import type { Progress } from '../work';
import { kmeansCurve, kmeansOnce, type KMeansOptions } from './kmeans';
import { bicOf, fitMixture, iclOf, type Fitted, type MixtureOptions } from './mixture';
import { membersOf } from './memberships';
import { moments } from './moments';
import { firstPoints, type Points } from './points';
import { redrawingBy } from './stability';

/** The mixture found for one k. */
export interface MixtureRun extends Fitted {
  k: number;
  /** The lower the better; of the points it was learnt from. */
  bic: number;
  /** The same less what doubt costs; of the points it was learnt from. */
  icl: number;
  /** n: where each point most likely belongs, 0 to k − 1. */
  labels: Uint8Array;
}

/** Points a mixture is learnt from in larger tables, the first of them. */
export const MIXTURE_SAMPLE = 10_000;
/** Up to so many features each component has a slant of its own; beyond, features vary independently within one. */
const SLANTED = 12;
/**
 * Of a feature's variance, what is added to it in each component: differences below a tenth of its deviation make no
 * segment. Without it, a component of customers who are all alike in one feature (one order each) would be infinitely likely.
 */
const FLOOR = 0.01;
const LAST = { tolerance: 1e-5, rounds: 200 } as const;
const QUICK = { tolerance: 1e-4, rounds: 150 } as const;

/**
 * A Gaussian mixture for every k from `kMin` to `kMax`, each started from k-means. Points must be in canonical order: of more
 * than 10,000 the mixture is learnt from the first, which are a random sample, and all are then placed.
 */
export async function mixtureCurve(
  points: Points,
  { kMin, kMax, seed, work }: KMeansOptions,
): Promise<MixtureRun[]> {
  const starts = await kmeansCurve(firstPoints(points, MIXTURE_SAMPLE), { kMin, kMax, seed, work });
  const progress: Progress = { phase: 'grouping', done: 0, total: starts.length, unit: 'rounds' };
  const pieces = starts.map(({ k, labels }) => ({ k, labels })).reverse();
  return (await doAll(mixing, { points }, pieces, work, progress)).reverse();
}

interface Piece {
  k: number;
  /** Of the sample: what it starts from. */
  labels: Uint8Array;
}

/** The mixture of points for one number of components. */
export const mixing: Trade<{ points: Points }, Piece, MixtureRun> = {
  name: 'mixing',
  begin: ({ points }) => {
    const sample = firstPoints(points, MIXTURE_SAMPLE);
    const options = { ...shapeOf(sample), ...LAST };
    return {
      do: async ({ k, labels: start }, work, progress) => {
        const { mixture, logLikelihood } = await fitMixture(sample, start, k, options, work, progress);
        const bic = bicOf(logLikelihood, sample, k, options.diagonal);
        const { labels, membership } = await membersOf(points, mixture, work, progress);
        const icl = iclOf(bic, membership.subarray(0, sample.n));
        return { k, mixture, logLikelihood, bic, icl, labels };
      },
      end: () => undefined,
    };
  },
};

/** Redraws that a mixture is learnt from anew. */
export const remixing = redrawingBy('remixing', async (cloud, k, seed, work, progress) => {
  const { points } = cloud.placed;
  const start = await kmeansOnce(cloud, k, seed, work, progress);
  const { mixture } = await fitMixture(points, start, k, { ...shapeOf(points), ...QUICK }, work, progress);
  return (await membersOf(points, mixture, work, progress)).labels;
});

export const isSlanted = (d: number): boolean => d <= SLANTED;

function shapeOf({ columns, d }: Points): Pick<MixtureOptions, 'floors' | 'diagonal'> {
  // A feature in which all are alike has no variance to take a share of.
  const floors = columns.map((values) => FLOOR * moments(values).deviation ** 2 || FLOOR);
  return { floors, diagonal: !isSlanted(d) };
}
