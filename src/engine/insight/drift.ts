import type { ColumnTable } from 'arquero';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { populationStability, sharesInBins } from '../stats/population-stability';
import { quantilesOf } from '../stats/quantiles-of';
import { segmentsLearnt } from '../steps/edit-segments/edited-fit';
import type { SegmentFit } from '../steps/segment';
import { numbers } from '../table/table';
import type { Work } from '../work';
import { featureInfo, type FeatureInfo } from './feature-info';
import { segmentLabels } from './segment-labels';
import { unfitCustomers } from './unfit-customers';

/** What has become of one feature since the segments were learnt. */
export interface FeatureDrift extends FeatureInfo {
  /** Over up to ten bins that each held a tenth of the customers then. */
  stability: number;
  /** In the column's unit; `now` is NaN without customers. */
  median: { then: number; now: number };
  /** Bins: up to and with each edge, and above the last; shares of customers, 0 to 1. */
  edges: readonly number[];
  then: readonly number[];
  now: readonly number[];
}

/** New customers held against those a model was learnt from. */
export interface Drift {
  /** Customers in a segment, then and now. */
  customers: { then: number; now: number };
  features: readonly FeatureDrift[];
  /** Shares of customers in each segment, from the first, and what has become of them as a whole. */
  sizes: { stability: number; names: readonly string[]; then: readonly number[]; now: readonly number[] };
  /** Customers that fit no segment well; they keep the label of the nearest. */
  unfit: {
    count: number;
    /** Of each segment, from the first. */
    bySegment: readonly number[];
    /** Their rows in the customer table, the first 10,000. */
    rows: Uint32Array;
  };
}

const MOST_ROWS = 10_000;

/**
 * How far the customers of a table have moved from those its segments were learnt from, and how many of them fit none
 * (see `unfitCustomers`). Customers in no segment count nowhere.
 * @returns null where the model was saved before this was learnt
 * @throws EngineError `missing-column`, `wrong-kind`; Stopped
 */
export async function driftOf(table: ColumnTable, fit: SegmentFit, work: Work): Promise<Drift | null> {
  const { baseline } = fit;
  if (!baseline) return null;
  const { ids, names } = segmentLabels(table);
  const rows = Uint32Array.from(ids.keys()).filter((row) => ids[row] !== 0);
  const called = fit.names.map((name, i) => names.get(i + 1) ?? name);
  const features: FeatureDrift[] = [];
  for (const [i, info] of featureInfo(table, fit.columns).entries()) {
    const all = numbers(table, info.column);
    const values = Float64Array.from(rows, (row) => all[row]!);
    const { median, edges, shares } = baseline.features[i]!;
    const now = sharesInBins(values, edges);
    const [middle] = await quantilesOf(values, [0.5], work);
    const stability = populationStability(shares, now);
    features.push({ ...info, stability, median: { then: median, now: middle! }, edges, then: shares, now });
  }
  const sizes = new Array<number>(fit.k).fill(0);
  for (const row of rows) sizes[ids[row]! - 1]!++;
  const now = sizes.map((size) => size / (rows.length || 1));
  return {
    customers: { then: fit.customers, now: rows.length },
    features,
    sizes: {
      stability: populationStability(baseline.shares, now),
      names: called,
      then: baseline.shares,
      now,
    },
    unfit: unfitIn(table, fit, ids),
  };
}

function unfitIn(table: ColumnTable, fit: SegmentFit, ids: Uint8Array): Drift['unfit'] {
  const { rows } = unfitCustomers(table, fit);
  const bySegment = new Array<number>(fit.k).fill(0);
  for (const row of rows) bySegment[ids[row]! - 1]!++;
  return { count: rows.length, bySegment, rows: rows.slice(0, MOST_ROWS) };
}

/** The drift of a run that reused what was learnt from others; null where no step groups, or nothing is known of them. */
export async function driftOfRun(recipe: Recipe, outcome: RunOutcome, work: Work): Promise<Drift | null> {
  const fit = segmentsLearnt(recipe, outcome);
  return fit && driftOf(outcome.table, fit, work);
}
