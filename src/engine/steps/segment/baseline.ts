import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import type { Points } from '../../stats/points';
import { sharesInBins } from '../../stats/population-stability';
import { quantilesOf } from '../../stats/quantiles-of';
import { originOf } from '../../table/meta';
import { numbers } from '../../table/table';
import type { Progress, Work } from '../../work';
import type { GroupedRows } from './grouped-rows';
import { remembered } from './remembered';

const FeatureBaseline = v.object({
  /** In the unit of the unscaled column, as the edges. */
  median: v.number(),
  /** Rising, none twice: up to nine, between bins of a tenth of the customers each, fewer where many are equal. */
  edges: v.array(v.number()),
  /** Of the customers in each bin, one more than there are edges; a value on an edge belongs below it. */
  shares: v.array(v.number()),
});

/** How the customers were that segments were learnt from, so that others can be held against them. */
export const Baseline = v.object({
  /** Of the customers in each segment. */
  shares: v.array(v.number()),
  /** Of each segment: the distance from its centroid, in scaled features, within which its customers lie, see `reachesOf`. */
  reaches: v.array(v.number()),
  /** In the order of the fit's `columns`. */
  features: v.array(FeatureBaseline),
});
export type Baseline = v.InferOutput<typeof Baseline>;

/** The share of a segment's customers that lie within its reach. */
const WITHIN = 0.99;
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const STILL: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };

/** @param labels of the points, from 0 */
export async function learnBaseline(
  table: ColumnTable,
  columns: readonly string[],
  { points, rows }: GroupedRows,
  labels: Uint8Array,
  centroids: readonly (readonly number[])[],
  work: Work,
): Promise<Baseline> {
  const quietly: Work = { breathe: () => work.breathe(STILL), now: () => 0 };
  const features = await remembered(table, `baseline ${JSON.stringify(columns)}`, async () => {
    const found: Baseline['features'] = [];
    for (const column of columns) found.push(await featureBaseline(table, column, rows, quietly));
    return found;
  });
  const sizes = new Array<number>(centroids.length).fill(0);
  for (let i = 0; i < labels.length; i++) sizes[labels[i]!]!++;
  await quietly.breathe();
  const distances = distancesTo(points, labels, centroids);
  await quietly.breathe();
  return {
    shares: sizes.map((size) => size / points.n),
    reaches: await reachesOf(distances, labels, sizes, quietly),
    features,
  };
}

async function featureBaseline(
  table: ColumnTable,
  column: string,
  rows: Uint32Array,
  work: Work,
): Promise<Baseline['features'][number]> {
  const all = numbers(table, originOf(table, column));
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = all[rows[i]!]!;
  await work.breathe();
  const tenths = await quantilesOf(values, TENTHS, work);
  const edges = [...new Set(tenths)];
  await work.breathe();
  return { median: tenths[4]!, edges, shares: sharesInBins(values, edges) };
}

/**
 * Of each segment the distance from its centroid within which 99 % of its customers lie (quantile of type 7), but at
 * least that within which half of all customers lie of theirs: a segment of a few, or of customers that are all alike,
 * would else leave no room for anybody.
 */
async function reachesOf(
  distances: Float64Array,
  labels: Uint8Array,
  sizes: readonly number[],
  work: Work,
): Promise<number[]> {
  const [least] = await quantilesOf(distances, [0.5], work);
  const own = sizes.map((size) => new Float64Array(size));
  const filled = new Uint32Array(sizes.length);
  for (let i = 0; i < labels.length; i++) own[labels[i]!]![filled[labels[i]!]!++] = distances[i]!;
  const reaches: number[] = [];
  for (const each of own) {
    const [reach] = await quantilesOf(each, [WITHIN], work);
    reaches.push(Math.max(least!, reach! || 0));
  }
  return reaches;
}

/** How far each point lies from the centroid of its segment. */
export function distancesTo(
  { columns, n }: Points,
  labels: Uint8Array,
  centroids: readonly (readonly number[])[],
): Float64Array {
  const distances = new Float64Array(n);
  columns.forEach((values, d) => {
    const at = Float64Array.from(centroids, (centroid) => centroid[d]!);
    for (let i = 0; i < n; i++) {
      const away = values[i]! - at[labels[i]!]!;
      distances[i]! += away * away;
    }
  });
  for (let i = 0; i < n; i++) distances[i] = Math.sqrt(distances[i]!);
  return distances;
}

/** The baseline with segments behind that nobody was in. */
export function withSegments({ shares, reaches, features }: Baseline, k: number): Baseline {
  const none = new Array<number>(k - shares.length).fill(0);
  return { features, shares: [...shares, ...none], reaches: [...reaches, ...none] };
}
