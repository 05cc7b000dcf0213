import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { pointsOf, takePoints } from '../../stats/points';
import { float64, uint32 } from '../../table/buffers';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { categoriesOf } from './categories';
import type { SegmentFit } from './fit';
import { completeRows, featuresOf } from './grouped-rows';
import { methodOf } from './methods/methods';
import { USUAL } from './methods/names';
import type { SegmentParams } from './params';
import { labelsWithGroup } from './set-apart';

export interface PlacedRows {
  codes: Uint32Array;
  /** For each row how likely it belongs there; NaN for one that was placed by no likeness. */
  membership?: Float64Array;
}

/**
 * For each row its segment by what was learnt, from 0, or the group of those out of the ordinary; MISSING where a feature
 * is blank.
 * @throws EngineError `not-a-model` where it was learnt by another method than the recipe says
 */
export async function placeAlike(
  table: ColumnTable,
  { method, categories = [] }: Pick<SegmentParams, 'method' | 'categories'>,
  fit: SegmentFit,
  work: Work,
): Promise<PlacedRows> {
  if ((fit.method ?? USUAL) !== (method ?? USUAL))
    throw new EngineError('not-a-model', { path: 'fits', reason: 'grouped by another method' });
  const features = featuresOf(table, fit.columns);
  const rows = completeRows(features);
  await work.breathe();
  const points = takePoints(pointsOf(features), rows);
  const placing = {
    ...placingOf(fit),
    ...(methodOf(method).mixed && { categories: categoriesOf(table, [...categories].sort(), rows) }),
  };
  await work.breathe();
  const { labels, membership } = await methodOf(method).place(points, placing, work);
  await work.breathe();
  const all = fit.outliers ? labelsWithGroup(points.columns, labels, fit.outliers) : labels;
  const codes = uint32(table.totalRows()).fill(MISSING);
  rows.forEach((row, i) => (codes[row] = all[i]!));
  if (!membership) return { codes };
  const apart = (fit.outliers?.id ?? 0) - 1;
  const likely = float64(table.totalRows()).fill(NaN);
  rows.forEach((row, i) => (likely[row] = all[i] === apart ? NaN : membership[i]!));
  return { codes, membership: likely };
}

/** The segments that were found, without a group set apart. */
function placingOf({ k, centroids, runs, outliers }: SegmentFit) {
  const apart = outliers?.id ?? null;
  const found = apart === null ? k : k - 1;
  return {
    centroids: centroids.filter((_, label) => label + 1 !== apart),
    run: runs.find((run) => run.k === found),
  };
}
