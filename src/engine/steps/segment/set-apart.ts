import * as v from 'valibot';
import { EngineError } from '../../errors';
import { countDistinct } from '../../stats/canonical-order';
import { pointsOf, takePoints } from '../../stats/points';
import { centroidsOf } from '../../stats/centroids';
import { takeCategories } from './categories';
import type { RunFit } from './fit';
import type { GroupedRows } from './grouped-rows';
import { worthOf } from './order-by-worth';
import { learnLimits, OutlierLimits, outliersAmong } from './outliers';

/** The group of those who are not ordinary. */
export const OutlierGroup = v.object({
  ...OutlierLimits.entries,
  /** Its segment, placed by worth among the others; null where nobody was out of the ordinary. */
  id: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type OutlierGroup = v.InferOutput<typeof OutlierGroup>;

export const OUT_OF_THE_ORDINARY = 'Out of the ordinary';

export interface Parted {
  limits: OutlierLimits;
  ordinary: GroupedRows;
  /** One mark per point of all. */
  marks: Uint8Array;
  outliers: number;
}

/**
 * Parts customers out of the ordinary from those who are then clustered.
 * @throws EngineError `too-few-customers` where fewer ordinary ones, or fewer different ones, are left than k
 */
export function partOutliers(grouped: GroupedRows, beyond: number, k: number): Parted {
  const { points, rows } = grouped;
  const limits = learnLimits(points.columns, beyond);
  const marks = outliersAmong(points.columns, limits);
  const outliers = marks.reduce((sum, mark) => sum + mark, 0);
  if (outliers === 0) return { limits, ordinary: grouped, marks, outliers };
  const within = Uint32Array.from(rows.keys()).filter((at) => marks[at] === 0);
  const ordinary = takePoints(points, within);
  const categories = grouped.categories && takeCategories(grouped.categories, within);
  const both = pointsOf([...ordinary.columns, ...(categories?.codes ?? [])]);
  const distinct = countDistinct(both, 256);
  if (distinct < k) throw new EngineError('too-few-customers', { customers: ordinary.n, k, distinct });
  return {
    limits,
    ordinary: {
      points: ordinary,
      rows: within.map((at) => rows[at]!),
      distinct,
      ...(categories && { categories }),
    },
    marks,
    outliers,
  };
}

/** The segments of all customers, those out of the ordinary in their place among the others. */
export interface Whole {
  /** One per point of all, from 0 for the most valuable. */
  labels: Uint8Array;
  centroids: number[][];
  overlaps: (number | null)[] | null;
  outliers: OutlierGroup;
}

/**
 * Puts the group among segments that are in the order of worth: behind those worth as much or more.
 * @param labels of the ordinary customers, from 0
 * @param money one value per point of all, or null
 */
export function withGroup(
  all: GroupedRows,
  { limits, marks, outliers }: Parted,
  { k, centroids, overlaps }: Pick<RunFit, 'k' | 'centroids' | 'overlaps'>,
  labels: Uint8Array,
  money: Float64Array | null,
): Whole {
  if (outliers === 0) return { labels, centroids, overlaps, outliers: { ...limits, id: null } };
  const apart = Uint8Array.from(marks);
  let next = 0;
  for (let at = 0; at < marks.length; at++) apart[at] = marks[at] === 1 ? k : labels[next++]!;
  const { sizes, money: sums } = worthOf({ k: k + 1, labels: apart }, money);
  const worth = (label: number) => (sums ? sums[label]! / Math.max(1, sizes[label]!) : sizes[label]!);
  const place = sizes.slice(0, k).filter((_, label) => worth(label) >= worth(k)).length;
  const final = apart.map((label) => (label === k ? place : label < place ? label : label + 1));
  const middle = centroidsOf(all.points, final, k + 1)[place]!;
  return {
    labels: final,
    centroids: [...centroids.slice(0, place), middle, ...centroids.slice(place)],
    overlaps: overlaps && [...overlaps.slice(0, place), null, ...overlaps.slice(place)],
    outliers: { ...limits, id: place + 1 },
  };
}

/**
 * The segment of each row, from 0: those beyond the limits that were learnt in the group, the others where they were placed.
 * @param among labels of rows among the segments without the group
 */
export function labelsWithGroup(
  features: readonly Float64Array[],
  among: Uint8Array,
  group: OutlierGroup,
): Uint8Array {
  const { id } = group;
  if (id === null) return among;
  const marks = outliersAmong(features, group);
  return among.map((label, at) => (marks[at] === 1 ? id - 1 : label < id - 1 ? label : label + 1));
}
