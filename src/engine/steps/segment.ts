import type { ColumnTable } from 'arquero';
import { featureInfo } from '../insight/feature-info';
import { nameSegments } from '../insight/name-segments';
import { defineStep, type Applied } from '../recipe/step';
import { chooseK } from '../stats/choose-k';
import { nearestCentroids } from '../stats/kmeans';
import { pointsOf, takePoints } from '../stats/points';
import { float64, uint32 } from '../table/buffers';
import { MISSING, NumberColumn, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { columnWithRole, withMeta } from '../table/meta';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { learnBaseline } from './segment/baseline';
import { SegmentFit } from './segment/fit';
import { completeRows, featuresOf, groupedRows, type GroupedRows } from './segment/grouped-rows';
import { labelColumns } from './segment/label-columns';
import { learnRuns, type LearntRuns } from './segment/learn-runs';
import { SegmentParams } from './segment/params';
import { remembered } from './segment/remembered';

export type { RunFit } from './segment/fit';
export { SegmentFit, SegmentParams, labelColumns };

/**
 * Groups customers by k-means and adds `segment_id` (1 is the most valuable) and `segment` (its name). Customers with
 * a blank feature are in no segment and counted as `withoutSegment`.
 * @throws EngineError `too-few-values`, `too-few-customers`, `all-equal`
 */
export const segment = defineStep({
  op: 'segment',
  version: 1,
  params: SegmentParams,
  learnt: SegmentFit,
  grain: 'customers',
  reads: ({ columns, money = [] }) => [...new Set([...columns, ...money])],
  needs: ({ columns, money = [] }) => [...columns, ...money].map((column) => [column, ['number']] as const),
  adds: ({ taken = [] }) => Object.values(labelColumns(taken)),
  makes: ({ taken = [] }) => [[labelColumns(taken).name, 'text'] as const],
  describe: ({ k }, fit?: SegmentFit) => sentence(fit?.k ?? k),
  fit: learn,
  apply,
});

const sentence = (k: number | 'auto') =>
  k === 'auto' ? 'Group into segments' : k === 1 ? 'Group into 1 segment' : `Group into ${k} segments`;

async function learn(table: ColumnTable, params: SegmentParams, work: Work): Promise<SegmentFit> {
  const columns = [...params.columns].sort();
  const { seed, maxK } = params;
  const given = params.k === 'auto' ? null : params.k;
  const money = params.money ?? [columnWithRole(table, 'monetary')].filter((column) => column !== null);
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

/** For each point the sum of its money, blanks as 0; null where no column says it. */
function moneyOf(table: ColumnTable, columns: readonly string[], rows: Uint32Array): Float64Array | null {
  if (columns.length === 0) return null;
  const money = new Float64Array(rows.length);
  for (const column of columns) {
    const { values } = columnAs(table, column, 'number');
    for (let i = 0; i < rows.length; i++) money[i]! += values[rows[i]!]! || 0;
  }
  return money;
}

function apply(table: ColumnTable, { taken = [], names = {} }: SegmentParams, fit: SegmentFit): Applied {
  const features = featuresOf(table, fit.columns);
  const rows = completeRows(features);
  const labels = nearestCentroids(takePoints(pointsOf(features), rows), fit.centroids);
  const ids = float64(table.totalRows()).fill(NaN);
  const codes = uint32(ids.length).fill(MISSING);
  rows.forEach((row, i) => {
    ids[row] = labels[i]! + 1;
    codes[row] = labels[i]!;
  });
  const called = fit.names.map((name, i) => names[String(i + 1)] ?? name);
  const added = labelColumns(taken);
  const labelled = withColumns(table, [
    [added.id, new NumberColumn(ids)],
    [added.name, named(codes, called)],
  ]);
  return {
    table: withMeta(labelled, { labels: added }),
    counts: { withoutSegment: ids.length - rows.length },
  };
}

/** The names as text cells; segments with the same name share it. */
function named(codes: Uint32Array, names: readonly string[]): TextColumn {
  const distinct = [...new Set(names)];
  const shared = names.map((name) => distinct.indexOf(name));
  return new TextColumn(
    codes.map((code) => shared[code] ?? MISSING),
    Dictionary.of(distinct),
  );
}
