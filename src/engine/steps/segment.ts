import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { featureInfo } from '../insight/feature-info';
import { defineStep, type Applied } from '../recipe/step';
import { withBreaths } from '../pieces';
import { MISSING } from '../table/columns';
import type { KnownSegments } from '../table/known-segments';
import { columnWithRole, withMeta } from '../table/meta';
import { withColumns } from '../table/table';
import type { Progress, Work } from '../work';
import { learnBaseline } from './segment/baseline';
import { learnByName, placeByName } from './segment/by-name';
import { SegmentFit, type RunFit } from './segment/fit';
import { groupedRows, type GroupedRows } from './segment/grouped-rows';
import { labelCells, probabilityCells } from './segment/label-cells';
import { nameBeside } from './segment/name-beside';
import { labelColumns, probabilityColumn } from './segment/label-columns';
import { methodOf } from './segment/methods/methods';
import { USUAL, type MethodName } from './segment/methods/names';
import { moneyOf } from './segment/money-of';
import { SegmentParams } from './segment/params';
import { placeAlike, type PlacedRows } from './segment/place-alike';
import { remembered } from './segment/remembered';
import { partOutliers, withGroup, type Whole } from './segment/set-apart';
import { addedByWeights, clusteredOn, withWeights } from './segment/weighed';

export type { RunFit } from './segment/fit';
export { SegmentFit, SegmentParams, USUAL, labelColumns };
export type { MethodName };

/**
 * Groups customers who are alike (`method`: k-means, if not said), or by the names in a column (`by`), and adds
 * `segment_id` (1 is the most valuable) and `segment` (its name). Customers with a blank feature or without such a name
 * are in no segment and counted as `withoutSegment`.
 * A method that is soft adds `segment_probability` too: how likely a customer belongs there, to four decimals.
 * @throws EngineError `too-few-values`, `too-few-customers`, `all-equal`, `too-many-groups`, `no-such-cut`
 */
export const segment = defineStep({
  op: 'segment',
  version: 1,
  params: SegmentParams,
  learnt: SegmentFit,
  grain: 'customers',
  reads: ({ columns, money = [], by, ...how }) => [
    ...new Set([...columns, ...money, ...(by ? [by] : categoriesIn(how))]),
  ],
  needs: ({ columns, money = [], by, ...how }) => [
    ...[...columns, ...money].map((column) => [column, ['number']] as const),
    ...(by ? [by] : categoriesIn(how)).map((column) => [column, ['text']] as const),
  ],
  adds: ({ taken = [], ...params }) => [
    ...addedByWeights(params),
    ...Object.values(labelColumns(taken)),
    ...(isSoft(params) ? [probabilityColumn(taken)] : []),
  ],
  makes: ({ taken = [] }) => [[labelColumns(taken).name, 'text'] as const],
  describe: ({ k, by, method }, fit?: SegmentFit) =>
    fit?.outliers?.id
      ? `${sentence(fit.k - 1, wordsFor({ method }))}, those out of the ordinary apart`
      : sentence(fit?.k ?? (by === undefined ? k : 'auto'), wordsFor({ by, method })),
  fit: learn,
  apply,
});

const STILL: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };

const KNOWN = [
  [/rfm_segment(_\d+)?$/, 'the RFM map'],
  [/rule_segment(_\d+)?$/, 'own rules'],
] as const;

/** The text columns that count, in the order of their names. */
const categoriesIn = ({ method, categories = [] }: Pick<SegmentParams, 'method' | 'categories'>): string[] =>
  methodOf(method).mixed ? [...categories].sort() : [];

const isSoft = ({ method, by }: Pick<SegmentParams, 'method' | 'by'>): boolean =>
  by === undefined && methodOf(method).soft;

function sentence(k: number | 'auto', how: string): string {
  const into = k === 'auto' ? 'segments' : k === 1 ? '1 segment' : `${k} segments`;
  return `Group into ${into}${how === '' ? '' : ` ${how}`}`;
}

function wordsFor({ by, method }: Pick<SegmentParams, 'method' | 'by'>): string {
  if (by === undefined) return methodOf(method).words;
  return `by ${KNOWN.find(([column]) => column.test(by))?.[1] ?? by}`;
}

async function learn(given: ColumnTable, params: SegmentParams, work: Work): Promise<SegmentFit> {
  const table = await withWeights(given, params);
  const columns = clusteredOn(params);
  const { seed, maxK, by, outliers, method = USUAL } = params;
  const { learn: runsOf, choose } = methodOf(method);
  const asked = params.k === 'auto' ? null : params.k;
  const money = params.money ?? [columnWithRole(table, 'monetary')].filter((column) => column !== null);
  if (by !== undefined) return learnByName(table, by, { columns, money, seed }, work);
  const categories = categoriesIn(params);
  const beyond = asked !== null && asked > maxK ? asked : null;
  const all = await groupedRows(table, columns, { k: asked ?? 2, seed, categories }, work);
  const parted = outliers ? partOutliers(all, outliers.beyond, asked ?? 2) : null;
  const grouped = parted?.ordinary ?? all;
  const question = JSON.stringify([method, columns, categories, money, seed, maxK, beyond, outliers ?? null]);
  const learnt = await remembered(table, question, () =>
    runsOf(grouped, { maxK, beyond, seed }, moneyOf(table, money, grouped.rows), work),
  );
  const automatic = choose(learnt.runs.filter((run) => run.k <= maxK));
  const choice = asked === null ? automatic : { ...automatic, k: asked, chosenBy: 'given' as const };
  const at = learnt.runs.findIndex((run) => run.k === choice.k);
  if (at < 0)
    throw new EngineError('no-such-cut', { k: choice.k, nearest: nearestTo(choice.k, learnt.runs) });
  const [run, labels] = [learnt.runs[at]!, learnt.labels[at]!];
  const whole = parted
    ? withGroup(all, parted, run, labels, moneyOf(table, money, all.rows))
    : { labels, centroids: run.centroids, overlaps: run.overlaps };
  return {
    ...(method !== USUAL && { method }),
    columns,
    money,
    customers: all.points.n,
    ...(learnt.learntFrom !== undefined && { learntFrom: learnt.learntFrom }),
    ...choice,
    k: whole.centroids.length,
    runs: learnt.runs,
    silhouette: run.silhouette,
    silhouetteSample: learnt.silhouetteSample,
    ...(learnt.tree && { tree: learnt.tree }),
    ...(await described(table, columns, all, whole, work)),
  };
}

/** Of the numbers that were tried the nearest; the smaller of two. */
const nearestTo = (k: number, runs: readonly RunFit[]): number =>
  runs.reduce((best, run) => (Math.abs(run.k - k) < Math.abs(best - k) ? run.k : best), 1);

/** All that belongs to the segments that were chosen. */
async function described(
  table: ColumnTable,
  columns: readonly string[],
  grouped: GroupedRows,
  { labels, ...whole }: Omit<Whole, 'outliers'> & Partial<Whole>,
  work: Work,
) {
  const { centroids, outliers } = whole;
  const ids = new Uint8Array(table.totalRows());
  grouped.rows.forEach((row, i) => (ids[row] = labels[i]! + 1));
  await work.breathe(STILL);
  const features = featureInfo(table, columns);
  const naming = nameBeside(table, features, ids, centroids.length, outliers?.id ?? null);
  const named = await withBreaths(naming, work, STILL);
  const baseline = await learnBaseline(table, columns, grouped, labels, centroids, work);
  return { ...whole, names: named.map(({ name }) => name), rfm: named.map(({ rfm }) => rfm), baseline };
}

async function apply(
  given: ColumnTable,
  params: SegmentParams,
  learnt: SegmentFit,
  work: Work,
): Promise<Applied> {
  const { taken = [], names = {}, actions = {}, by } = params;
  const table = await withWeights(given, params);
  const placed: PlacedRows & { fit?: SegmentFit } =
    by === undefined ? await placeAlike(table, params, learnt, work) : placeByName(table, by, learnt);
  const { codes, membership, fit = learnt } = placed;
  await work.breathe();
  const ids = new Uint8Array(codes.length);
  for (let row = 0; row < ids.length; row++) ids[row] = codes[row] === MISSING ? 0 : codes[row]! + 1;
  const called = fit.names.map((name, i) => names[String(i + 1)] ?? name);
  const added = { ...labelColumns(taken), ...(membership && { probability: probabilityColumn(taken) }) };
  await work.breathe();
  const labelled = withColumns(table, [
    ...labelCells(added, ids, called),
    ...(membership ? [probabilityCells(probabilityColumn(taken), membership)] : []),
  ]);
  const apart = fit.outliers?.id ?? null;
  await work.breathe();
  return {
    table: withMeta(labelled, { labels: { ...added, known: knownOf(fit, called) }, actions }),
    counts: {
      withoutSegment: countOf(ids, 0),
      ...(fit.outliers && { outliers: apart === null ? 0 : countOf(ids, apart) }),
    },
    ...(fit !== learnt && { used: fit }),
  };
}

function countOf(ids: Uint8Array, wanted: number): number {
  let count = 0;
  for (let row = 0; row < ids.length; row++) if (ids[row] === wanted) count++;
  return count;
}

const knownOf = (fit: SegmentFit, names: readonly string[]): KnownSegments => ({
  features: fit.columns,
  money: fit.money,
  names,
  overlaps: names.map((_, i) => (fit.k > 1 ? (fit.overlaps?.[i] ?? null) : null)),
  centroids: fit.centroids,
});
