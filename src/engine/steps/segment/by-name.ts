import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { featureInfo } from '../../insight/feature-info';
import { rfmPlaces } from '../../insight/name-segments';
import { withBreaths } from '../../pieces';
import { calinskiHarabasz, daviesBouldin } from '../../stats/indices';
import { pointsOf, takePoints, type Points } from '../../stats/points';
import type { KMeansRun } from '../../stats/runs';
import { silhouettes } from '../../stats/silhouette';
import { uint32 } from '../../table/buffers';
import { MISSING } from '../../table/columns';
import { originOf } from '../../table/meta';
import { columnAs } from '../../table/table';
import type { Progress, Work } from '../../work';
import { learnBaseline, withSegments } from './baseline';
import type { SegmentFit } from './fit';
import { completeRows, featuresOf, groupedRows, type GroupedRows } from './grouped-rows';
import { moneyOf } from './money-of';
import { orderByWorth, topOf, worthOf } from './order-by-worth';

const STILL: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };
/** Each segment has a letter of its own. */
const MOST = 26;

interface Named {
  points: Points;
  rows: Uint32Array;
  /** The names that occur, in the order of the alphabet, and of each point which it has. */
  names: string[];
  labels: Uint8Array;
}

/**
 * Segments that are the names in a text column: what customers of one name have in common, in the order of worth.
 * @throws EngineError `too-few-values` if nobody has a name; `too-many-groups` where there are more than 26 names
 */
export async function learnByName(
  table: ColumnTable,
  by: string,
  { columns, money, seed }: { columns: readonly string[]; money: readonly string[]; seed: number },
  work: Work,
): Promise<SegmentFit> {
  const grouped = await groupedRows(table, columns, { k: 1, seed }, work);
  await work.breathe(STILL);
  const named = namedAmong(table, by, grouped);
  await work.breathe(STILL);
  const spent = moneyOf(table, money, named.rows);
  const run = inOrder(runOf(named), spent);
  await work.breathe(STILL);
  const [apart = null] = await silhouettes(named.points, [run.labels], work);
  const { k, labels, centroids, inertia } = run;
  const worth = worthOf(run, spent);
  const { n } = named.points;
  const total = k === 1 ? inertia : runOf({ ...named, labels: new Uint8Array(n), names: [''] }).inertia;
  const ids = new Uint8Array(table.totalRows());
  named.rows.forEach((row, i) => (ids[row] = labels[i]! + 1));
  const baseline = await learnBaseline(table, columns, { ...grouped, ...named }, labels, centroids, work);
  const places = await withBreaths(rfmPlaces(table, featureInfo(table, columns), ids, k), work, STILL);
  return {
    by,
    columns: [...columns],
    money: [...money],
    customers: n,
    k,
    elbow: null,
    chosenBy: 'given',
    runs: [
      {
        k,
        inertia,
        overlap: null,
        silhouette: apart?.mean ?? null,
        calinskiHarabasz: calinskiHarabasz(n, k, inertia, total),
        daviesBouldin: daviesBouldin(named.points, run),
        smallest: Math.min(...worth.sizes) / n,
        top: k > 1 ? topOf(worth, n) : null,
        overlaps: null,
        centroids,
      },
    ],
    centroids,
    names: run.names,
    rfm: run.names.map((name, i) => (places[i] ? { ...places[i], cell: name } : null)),
    overlaps: null,
    silhouette: apart?.mean ?? null,
    silhouetteSample: apart?.sample ?? 0,
    baseline,
  };
}

/** Those of the rows, and of their points, that have a name. */
function namedAmong(table: ColumnTable, by: string, { points, rows }: GroupedRows): Named {
  const { codes, dictionary } = columnAs(table, by, 'text');
  const kept = Uint32Array.from(rows.keys()).filter((i) => codes[rows[i]!] !== MISSING);
  const column = originOf(table, by);
  if (kept.length === 0) throw new EngineError('too-few-values', { column, count: 0 });
  const used = new Set<number>();
  for (const i of kept) used.add(codes[rows[i]!]!);
  if (used.size > MOST) throw new EngineError('too-many-groups', { column, groups: used.size, most: MOST });
  const names = [...used].map((code) => dictionary.text(code)).sort();
  const places = new Map([...used].map((code) => [code, names.indexOf(dictionary.text(code))]));
  return {
    points: takePoints(points, kept),
    rows: kept.map((i) => rows[i]!),
    names,
    labels: Uint8Array.from(kept, (i) => places.get(codes[rows[i]!]!)!),
  };
}

/** The groups as a clustering: their means, and the squares around them. */
function runOf({ points, labels, names }: Pick<Named, 'points' | 'labels' | 'names'>): KMeansRun & {
  names: string[];
} {
  const k = names.length;
  const sizes = new Float64Array(k);
  for (const label of labels) sizes[label]!++;
  let inertia = 0;
  const means = points.columns.map((values) => {
    const sums = new Float64Array(k);
    for (let i = 0; i < labels.length; i++) sums[labels[i]!]! += values[i]!;
    const mean = sums.map((sum, label) => sum / (sizes[label] || 1));
    for (let i = 0; i < labels.length; i++) inertia += (values[i]! - mean[labels[i]!]!) ** 2;
    return mean;
  });
  return { k, labels, inertia, names, centroids: names.map((_, label) => means.map((mean) => mean[label]!)) };
}

function inOrder(run: ReturnType<typeof runOf>, money: Float64Array | null): ReturnType<typeof runOf> {
  const order = orderByWorth(run, worthOf(run, money));
  const places = Uint8Array.from(order, (_, label) => order.indexOf(label));
  return {
    ...run,
    labels: run.labels.map((label) => places[label]!),
    centroids: order.map((label) => run.centroids[label]!),
    names: order.map((label) => run.names[label]!),
  };
}

/**
 * For each row the place of its name among those learnt, MISSING where it has none or lacks a feature. Names that were
 * not there when it was learnt come behind, so that nobody is lost; the fit given back knows them.
 * @throws EngineError `too-many-groups`
 */
export function placeByName(
  table: ColumnTable,
  by: string,
  fit: SegmentFit,
): { codes: Uint32Array; fit: SegmentFit } {
  if (fit.by !== by)
    throw new EngineError('not-a-model', { path: 'fits', reason: 'grouped by another column' });
  const columns = featuresOf(table, fit.columns);
  const rows = completeRows(columns);
  const { codes: texts, dictionary } = columnAs(table, by, 'text');
  const used = new Set<number>();
  for (const row of rows) if (texts[row] !== MISSING) used.add(texts[row]!);
  const there = [...used].map((code) => dictionary.text(code));
  const added = there.filter((name) => !fit.names.includes(name)).sort();
  const names = [...fit.names, ...added];
  if (names.length > MOST)
    throw new EngineError('too-many-groups', {
      column: originOf(table, by),
      groups: names.length,
      most: MOST,
    });
  const places = new Map([...used].map((code) => [code, names.indexOf(dictionary.text(code))]));
  const codes = uint32(table.totalRows()).fill(MISSING);
  for (const row of rows) codes[row] = places.get(texts[row]!) ?? MISSING;
  if (added.length === 0) return { codes, fit };
  const labelled = rows.filter((row) => codes[row] !== MISSING);
  const labels = Uint8Array.from(labelled, (row) => codes[row]!);
  const { centroids } = runOf({ points: takePoints(pointsOf(columns), labelled), labels, names });
  return {
    codes,
    fit: {
      ...fit,
      k: names.length,
      names,
      centroids: names.map((_, i) => fit.centroids[i] ?? centroids[i]!),
      rfm: names.map((_, i) => fit.rfm[i] ?? null),
      ...(fit.baseline && { baseline: withSegments(fit.baseline, names.length) }),
    },
  };
}
