import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { canonicalOrderOf } from '../../stats/canonical-order';
import { growForest } from '../../stats/isolation-forest';
import { moments } from '../../stats/moments';
import { pointsOf, takePoints, type Points } from '../../stats/points';
import { quantile, sorted } from '../../stats/quantile';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import type { OutlierRowsFit, Params } from './params';
import { scorer, scoresOf } from './scores';

/** Local outlier factors compare with so many rows at most: all of them are kept in what is learnt. */
export const MOST_COMPARED = 10_000;

/** Scores that were needed to learn and are asked for again, by what was learnt. */
const known = new WeakMap<OutlierRowsFit, { table: ColumnTable; scores: Float64Array }>();

/**
 * Learns from the rows that have a value in every column.
 * @throws EngineError `too-few-values` if there are fewer than two
 */
export async function learn(table: ColumnTable, params: Params, work: Work): Promise<OutlierRowsFit> {
  const points = completePoints(table, params.columns);
  if (points.n < 2) throw new EngineError('too-few-values', { column: params.columns[0]!, count: points.n });
  const fit = await grown(points, params, work);
  if (params.share === undefined) return fit;
  const scores = await scoresOf(table, params.columns, await scorer(fit, params, work), work);
  const learnt = { ...fit, above: quantile(sorted(scores), 1 - params.share) };
  known.set(learnt, { table, scores });
  return learnt;
}

/** The scores of a table's rows, NaN where they have a blank; those found while learning are not found again. */
export async function scoresBy(
  fit: OutlierRowsFit,
  table: ColumnTable,
  params: Params,
  work: Work,
): Promise<Float64Array> {
  const before = known.get(fit);
  if (before?.table === table) return before.scores;
  return scoresOf(table, params.columns, await scorer(fit, params, work), work);
}

function completePoints(table: ColumnTable, columns: readonly string[]): Points {
  const values = columns.map((name) => columnAs(table, name, 'number').values);
  const rows = Uint32Array.from({ length: table.numRows() }, (_, row) => row).filter((row) =>
    values.every((column) => !Number.isNaN(column[row])),
  );
  return takePoints(pointsOf(values), rows);
}

async function grown(points: Points, params: Params, work: Work): Promise<OutlierRowsFit> {
  const { by, columns, above = 0 } = params;
  if (by === 'isolation-forest')
    return { by, columns, above, ...(await growForest(points, params.seed ?? 1, work)) };
  const scale = points.columns.map((values) => {
    const { mean, deviation } = moments(sorted(values));
    return { centre: mean, spread: deviation || 1 };
  });
  // The canonical order makes neighbours that are as near the same whatever the order of rows.
  const order = await canonicalOrderOf(points, 1, work);
  const compared = takePoints(points, order.slice(0, MOST_COMPARED));
  const scaled = compared.columns.map((values, at) =>
    Array.from(values, (value) => (value - scale[at]!.centre) / scale[at]!.spread),
  );
  return { by, columns, above, scale, points: scaled };
}
