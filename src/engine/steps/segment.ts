import type { ColumnTable } from 'arquero';
import { featureInfo } from '../insight/feature-info';
import { nameSegments } from '../insight/name-segments';
import { defineStep, type Applied } from '../recipe/step';
import { chooseK } from '../stats/choose-k';
import { nearestCentroids } from '../stats/kmeans';
import { pointsOf, takePoints } from '../stats/points';
import { uint32 } from '../table/buffers';
import { MISSING } from '../table/columns';
import type { KnownSegments } from '../table/known-segments';
import { columnWithRole, withMeta } from '../table/meta';
import { withColumns } from '../table/table';
import type { Work } from '../work';
import { learnBaseline } from './segment/baseline';
import { learnByName, placeByName } from './segment/by-name';
import { SegmentFit } from './segment/fit';
import { completeRows, featuresOf, groupedRows, type GroupedRows } from './segment/grouped-rows';
import { labelCells } from './segment/label-cells';
import { labelColumns } from './segment/label-columns';
import { learnRuns, type LearntRuns } from './segment/learn-runs';
import { moneyOf } from './segment/money-of';
import { SegmentParams } from './segment/params';
import { remembered } from './segment/remembered';

export type { RunFit } from './segment/fit';
export { SegmentFit, SegmentParams, labelColumns };

/**
 * Groups customers by k-means, or by the names in a column (`by`), and adds `segment_id` (1 is the most valuable) and
 * `segment` (its name). Customers with a blank feature or without such a name are in no segment and counted as
 * `withoutSegment`.
 * @throws EngineError `too-few-values`, `too-few-customers`, `all-equal`, `too-many-groups`
 */
export const segment = defineStep({
  op: 'segment',
  version: 1,
  params: SegmentParams,
  learnt: SegmentFit,
  grain: 'customers',
  reads: ({ columns, money = [], by }) => [...new Set([...columns, ...money, ...(by ? [by] : [])])],
  needs: ({ columns, money = [], by }) => [
    ...[...columns, ...money].map((column) => [column, ['number']] as const),
    ...(by ? [[by, ['text']] as const] : []),
  ],
  adds: ({ taken = [] }) => Object.values(labelColumns(taken)),
  makes: ({ taken = [] }) => [[labelColumns(taken).name, 'text'] as const],
  describe: ({ k, by }, fit?: SegmentFit) => sentence(fit?.k ?? (by === undefined ? k : 'auto'), by),
  fit: learn,
  apply,
});

function sentence(k: number | 'auto', by?: string): string {
  const into = k === 'auto' ? 'segments' : k === 1 ? '1 segment' : `${k} segments`;
  const names = by === undefined ? '' : ` by ${/rfm_segment(_\d+)?$/.test(by) ? 'the RFM map' : by}`;
  return `Group into ${into}${names}`;
}

async function learn(table: ColumnTable, params: SegmentParams, work: Work): Promise<SegmentFit> {
  const columns = [...params.columns].sort();
  const { seed, maxK } = params;
  const given = params.k === 'auto' ? null : params.k;
  const money = params.money ?? [columnWithRole(table, 'monetary')].filter((column) => column !== null);
  if (params.by !== undefined) return learnByName(table, params.by, { columns, money, seed }, work);
  const beyond = given !== null && given > maxK ? given : null;
  const grouped = await groupedRows(table, columns, { k: given ?? 2, seed }, work);
  const worth = moneyOf(table, money, grouped.rows);
  const learnt = await remembered(table, JSON.stringify([columns, money, seed, maxK, beyond]), () =>
    learnRuns(grouped, { maxK, beyond, seed }, worth, work),
  );
  const automatic = chooseK(learnt.runs.filter((run) => run.k <= maxK));
  const choice = given === null ? automatic : { ...automatic, k: given, chosenBy: 'given' as const };
  return {
    columns,
    money,
    customers: grouped.points.n,
    ...choice,
    ...(await chosen(table, columns, grouped, learnt, choice.k, work)),
  };
}

/** All that belongs to the run with the chosen k, and the runs. */
async function chosen(
  table: ColumnTable,
  columns: readonly string[],
  grouped: GroupedRows,
  { runs, labels, silhouetteSample }: LearntRuns,
  k: number,
  work: Work,
) {
  const at = runs.findIndex((run) => run.k === k);
  const { centroids, overlaps, silhouette } = runs[at]!;
  const ids = new Uint8Array(table.totalRows());
  grouped.rows.forEach((row, i) => (ids[row] = labels[at]![i]! + 1));
  const named = nameSegments(table, featureInfo(table, columns), ids, k);
  const [names, rfm] = [named.map(({ name }) => name), named.map((one) => one.rfm)];
  const baseline = await learnBaseline(table, columns, grouped, labels[at]!, centroids, work);
  return { runs, centroids, names, rfm, overlaps, silhouette, silhouetteSample, baseline };
}

function apply(table: ColumnTable, params: SegmentParams, learnt: SegmentFit): Applied {
  const { taken = [], names = {}, by } = params;
  const { codes, fit } =
    by === undefined ? { codes: nearest(table, learnt), fit: learnt } : placeByName(table, by, learnt);
  const ids = Uint8Array.from(codes, (code) => (code === MISSING ? 0 : code + 1));
  const called = fit.names.map((name, i) => names[String(i + 1)] ?? name);
  const added = labelColumns(taken);
  const labelled = withColumns(table, labelCells(added, ids, called));
  return {
    table: withMeta(labelled, { labels: { ...added, known: knownOf(fit, called) } }),
    counts: { withoutSegment: ids.reduce((sum, id) => sum + Number(id === 0), 0) },
    ...(fit !== learnt && { used: fit }),
  };
}

/** For each row the nearest centroid, MISSING where a feature is blank. */
function nearest(table: ColumnTable, fit: SegmentFit): Uint32Array {
  const features = featuresOf(table, fit.columns);
  const rows = completeRows(features);
  const labels = nearestCentroids(takePoints(pointsOf(features), rows), fit.centroids);
  const codes = uint32(table.totalRows()).fill(MISSING);
  rows.forEach((row, i) => (codes[row] = labels[i]!));
  return codes;
}

const knownOf = (fit: SegmentFit, names: readonly string[]): KnownSegments => ({
  features: fit.columns,
  money: fit.money,
  names,
  overlaps: names.map((_, i) => (fit.k > 1 ? (fit.overlaps?.[i] ?? null) : null)),
  centroids: fit.centroids,
});
