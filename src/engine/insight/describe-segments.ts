import type { ColumnTable } from 'arquero';
import { gapChoice, isContinuum, type Gap } from '../stats/gap';
import { USUAL, type RunFit, type SegmentFit } from '../steps/segment';
import { mismatches } from '../steps/segment/categories';
import { metaOf } from '../table/meta';
import { numbers } from '../table/table';
import type { Work } from '../work';
import { featureInfo } from './feature-info';
import { customersInOrder, type CustomersInOrder } from './customers-in-order';
import { gradeOf, gradeOfCut, gradeOnSlope } from './grade';
import { beginPcaView } from './pca-view';
import { actionOfSegment } from './segment-actions';
import { segmentInsights, type SegmentInsight } from './segment-insight';
import { segmentLabels } from './segment-labels';
import { segmentProfiles } from './segment-profiles';
import { beginSilhouettes } from './silhouette-view';
import type { KRun, Segmentation } from './segmentation';
import { currencyOf, moneyOf, worthOf } from './worth';

export interface DescribeOptions {
  /** Day to which days are counted, ms; null where no step counts them. */
  referenceDate: number | null;
  /** Columns that were not clustered on and say who the customers are. */
  describedBy?: readonly string[];
}

/**
 * Everything there is to say about the segments of a customer table: unscaled features, scaled ones, `segment_id` and
 * `segment`, and what the `segment` step learnt. Customers in no segment count nowhere. Sums of money may be negative;
 * shares of revenue are null where all revenue together is not above 0.
 * @throws EngineError `missing-column`, `wrong-kind`
 */
export async function describeSegments(
  table: ColumnTable,
  fit: SegmentFit,
  { referenceDate, describedBy = [] }: DescribeOptions,
  work: Work,
): Promise<Segmentation> {
  const { ids, names } = segmentLabels(table);
  const features = featureInfo(table, fit.columns);
  const money = moneyOf(fit.money, features);
  const worth = money && worthOf(table, money.columns);
  const segmented = { table, features, labels: ids, k: fit.k, worth };
  await work.breathe();
  const called = fit.names.map((known, i) => {
    const name = names.get(i + 1) ?? known;
    return { name, action: actionOfSegment(table, name), rfm: fit.rfm[i] ?? null };
  });
  const scaled = features.map((feature) => ({ ...feature, values: numbers(table, feature.scaled) }));
  const customers = await customersInOrder(scaled, ids, fit.k, work);
  await work.breathe();
  const isMixed = fit.by === undefined && fit.method === 'k-prototypes';
  // A silhouette of the numbers alone would call segments mixed that differ in categories.
  const scored = isMixed ? () => Promise.resolve(null) : beginSilhouettes(customers, work);
  const map = await beginPcaView(table, customers, work);
  const overlaps = fit.overlaps ?? [];
  const { insights: found, silhouettes } = await segmentInsights(
    table,
    segmented,
    customers,
    overlaps,
    scored,
    work,
  );
  const continuum = isContinuum(gapsOf(fit));
  const insights = found
    .map((each, i) =>
      isMixed
        ? withMixedGrade(each, customers, i + 1, overlaps[i] ?? null)
        : fit.by === undefined
          ? each
          : withCutGrade(each, customers, i + 1),
    )
    .map((each) => (continuum && each.grade ? { ...each, grade: gradeOnSlope(each.grade) } : each));
  const profiles = await segmentProfiles(segmented, called, overlaps, describedBy, insights, work);
  await work.breathe();
  const cost = categoryCost(table, fit, ids);
  await work.breathe();
  return {
    grain: metaOf(table).grain,
    customers: profiles.segments.reduce((sum, { size }) => sum + size, 0),
    k: fit.k,
    elbow: fit.elbow,
    chosenBy: fit.chosenBy,
    ...(fit.by === undefined && { method: fit.method ?? USUAL }),
    ...(fit.learntFrom !== undefined && { learntFrom: fit.learntFrom }),
    runs: fit.runs.map(judged),
    gapChoice: gapChoice(gapsOf(fit)),
    continuum,
    inertia:
      inertiaOf(
        scaled.map(({ values }) => values),
        ids,
        fit.centroids,
      ) + cost,
    silhouette: fit.silhouette,
    silhouetteSample: fit.silhouetteSample,
    silhouettes,
    ...profiles,
    money,
    revenue: worth && profiles.segments.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0),
    currency: money && currencyOf(table, money.columns),
    referenceDate,
    pca: await map(),
  };
}

/** Nobody is in a segment by likeness where a column names it. */
function withCutGrade(insight: SegmentInsight, { sizes }: CustomersInOrder, id: number): SegmentInsight {
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  return { ...insight, grade: sizes[id] === 0 ? null : gradeOfCut({ size: sizes[id]!, customers }) };
}

/** By size and redraws: how far apart customers stand is not measured where categories count. */
function withMixedGrade(
  insight: SegmentInsight,
  { sizes }: CustomersInOrder,
  id: number,
  overlap: number | null,
): SegmentInsight {
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  const size = sizes[id]!;
  const one = size === 0 || size === customers;
  if (one) return { ...insight, grade: null };
  const { level, reasons } = gradeOf({ size, customers, overlap, silhouette: null });
  const said = reasons.map((reason) =>
    reason.code === 'firm' ? { ...reason, code: 'steady' as const } : reason,
  );
  return { ...insight, grade: { level, reasons: said } };
}

/** What categories cost that differ from the mode of their segment; 0 where they did not count, or segments were changed. */
function categoryCost(table: ColumnTable, { runs, centroids, by }: SegmentFit, ids: Uint8Array): number {
  const same = JSON.stringify(centroids);
  const run = runs.find((one) => one.k === centroids.length && JSON.stringify(one.centroids) === same);
  if (by !== undefined || !run?.prototypes) return 0;
  return run.prototypes.gamma * mismatches(table, run.prototypes, ids);
}

/** What is said of one number of segments; models of before know less. */
const judged = ({ k, inertia, overlap, silhouette, top, ...more }: RunFit): KRun => ({
  k,
  inertia,
  overlap,
  silhouette,
  gap: more.gap ?? null,
  gapError: more.gapError ?? null,
  calinskiHarabasz: more.calinskiHarabasz ?? null,
  daviesBouldin: more.daviesBouldin ?? null,
  smallest: more.smallest ?? null,
  top,
  ...(more.bic !== undefined && { bic: more.bic }),
  ...(more.icl !== undefined && { icl: more.icl }),
  ...(more.logLikelihood !== undefined && { logLikelihood: more.logLikelihood }),
});

const gapsOf = ({ runs }: Pick<SegmentFit, 'runs'>): Gap[] =>
  runs.flatMap(({ k, gap, gapError }) =>
    gap == null || gapError == null ? [] : [{ k, gap, error: gapError }],
  );

/** Squared distances of the labelled rows to the centroids of their segments, added up. */
function inertiaOf(
  columns: readonly Float64Array[],
  ids: Uint8Array,
  centroids: readonly (readonly number[])[],
): number {
  let sum = 0;
  for (let row = 0; row < ids.length; row++) {
    const centroid = centroids[ids[row]! - 1];
    if (centroid) columns.forEach((values, d) => (sum += (values[row]! - centroid[d]!) ** 2));
  }
  return sum;
}
