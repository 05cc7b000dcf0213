import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import { Baseline } from './baseline';
import { PrototypesFit } from './categories';
import { MethodName } from './methods/names';
import { OutlierGroup } from './set-apart';
import { TreeCut, TreeFit } from './tree-fit';

const share = v.nullable(v.number());

const MixtureFit = v.pipe(
  v.object({
    weights: v.pipe(v.array(v.pipe(v.number(), v.gtValue(0))), v.minLength(1)),
    /** k × d, and k × d × d. */
    means: v.array(v.array(v.number())),
    covariances: v.array(v.array(v.array(v.number()))),
  }),
  v.check(({ weights, means, covariances }) => {
    const [k, d] = [weights.length, means[0]?.length ?? 0];
    const isSquare = (rows: readonly number[][]) =>
      rows.length === d && rows.every((row) => row.length === d);
    return (
      means.length === k &&
      means.every((mean) => mean.length === d) &&
      covariances.length === k &&
      covariances.every(isSquare)
    );
  }, 'the components do not fit their number'),
);

/** Learnt for one number of segments; segments in their final order, the most valuable first. */
const RunFit = v.object({
  k: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Within-cluster sum of squares. */
  inertia: v.number(),
  /** Of the weakest segment, 0 to 1; null for k = 1. */
  overlap: share,
  silhouette: share,
  /** Gap statistic and its standard error; null where it was not measured, as in models of before. */
  gap: v.optional(share),
  gapError: v.optional(share),
  calinskiHarabasz: v.optional(share),
  daviesBouldin: v.optional(share),
  /** Share of customers in the smallest segment. */
  smallest: v.optional(share),
  /** Share of customers in segment 1 and of the money they bring; null for k = 1. */
  top: v.nullable(v.object({ share: v.number(), revenueShare: share })),
  /** Of each segment; null for k = 1. */
  overlaps: v.nullable(v.array(v.number())),
  /** k × d, features in the order of `columns`. */
  centroids: v.array(v.array(v.number())),
  /** Where segments are cut from a tree. */
  tree: v.optional(TreeCut),
  /** Of a Gaussian mixture: Bayesian information criterion and log-likelihood of the customers it was learnt from. */
  bic: v.optional(v.number()),
  /** Integrated completed likelihood; absent in models of before. */
  icl: v.optional(v.number()),
  logLikelihood: v.optional(v.number()),
  /** k components, those of the segments in their order. */
  mixture: v.optional(MixtureFit),
  /** Of k-prototypes, whose `inertia` counts categories that differ too. */
  prototypes: v.optional(PrototypesFit),
});
export type RunFit = v.InferOutput<typeof RunFit>;

export const RfmPlace = v.nullable(
  v.object({ recency: v.number(), frequency: v.number(), cell: v.string() }),
);

/** What `segment` learns: enough to put new customers into the same segments under the same names. */
export const SegmentFit = v.pipe(
  v.object({
    /** The column whose names are the segments; absent where they were found by `method`. */
    by: v.optional(ColumnName),
    /** k-means, if not said. */
    method: v.optional(MethodName),
    /** The features, scaled, in the order of their names. */
    columns: v.pipe(v.array(ColumnName), v.minLength(1)),
    /** The columns that say what a customer is worth; none where segments are ordered by size. */
    money: v.array(ColumnName),
    /** Customers that were grouped. */
    customers: v.number(),
    /** Customers the runs were learnt from, where that was a sample. */
    learntFrom: v.optional(v.number()),
    k: v.pipe(v.number(), v.integer(), v.minValue(1)),
    elbow: v.nullable(v.number()),
    chosenBy: v.picklist(['given', 'elbow', 'bic', 'stability', 'none']),
    /** All that were tried, k rising. */
    runs: v.array(RunFit),
    /** k × d, those of the run with the chosen k. */
    centroids: v.array(v.array(v.number())),
    /** k each: as found, before the user's own names. */
    names: v.array(v.string()),
    rfm: v.array(RfmPlace),
    /** Null for a group set apart, which is not redrawn. */
    overlaps: v.nullable(v.array(share)),
    silhouette: share,
    /** Customers whose distances were measured for the silhouettes; 0 where none were. */
    silhouetteSample: v.number(),
    /** The customers learnt from, in figures; absent in models of before. */
    baseline: v.optional(Baseline),
    /** The customers out of the ordinary, one of the k segments; `runs` are of the others. */
    outliers: v.optional(OutlierGroup),
    /** The tree that segments were cut from, where `method` grows one. */
    tree: v.optional(TreeFit),
  }),
  v.check(
    ({ k, columns, centroids, names, baseline, outliers, runs, tree }) =>
      k <= 255 &&
      (!outliers || ((outliers.id ?? 1) <= k && outliers.limits.length === columns.length)) &&
      runs.every((run) => !run.tree || run.tree.leaves.length === tree?.sizes.length) &&
      runs.every((run) => !run.prototypes || run.prototypes.modes.length === run.k) &&
      (!baseline || baselineFits(baseline, k, columns.length)) &&
      names.length === k &&
      centroids.length === k &&
      centroids.every((centroid) => centroid.length === columns.length),
    'the segments do not fit their number and columns',
  ),
);
export type SegmentFit = v.InferOutput<typeof SegmentFit>;

const baselineFits = ({ shares, reaches, features }: Baseline, k: number, d: number): boolean =>
  shares.length === k &&
  reaches.length === k &&
  features.length === d &&
  features.every(({ edges, shares: held }) => held.length === edges.length + 1);
