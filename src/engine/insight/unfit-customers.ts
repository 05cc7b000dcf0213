import type { ColumnTable } from 'arquero';
import { pointsOf, takePoints } from '../stats/points';
import type { SegmentFit } from '../steps/segment';
import { distancesTo } from '../steps/segment/baseline';
import { numbers } from '../table/table';
import { segmentLabels } from './segment-labels';

/** A customer farther from its centroid than so many reaches of the segment fits no segment well. */
const FAR = 1.5;

/**
 * Customers that fit no segment well: the nearest centroid is more than 1.5 times as far as 99 % of its segment's customers
 * were when it was learnt (its reach, see `Baseline`). They keep the label of that segment, as somebody has to write to
 * them. Nobody, where the model was saved before reaches were learnt, or where a column names the segment.
 * @returns their rows, rising, and for each how many reaches out it lies; Infinity where the reach is 0
 * @throws EngineError `missing-column`, `wrong-kind`
 */
export function unfitCustomers(
  table: ColumnTable,
  { by, columns, centroids, baseline }: Pick<SegmentFit, 'by' | 'columns' | 'centroids' | 'baseline'>,
): { rows: Uint32Array; reaches: Float64Array } {
  if (!baseline || by !== undefined) return { rows: new Uint32Array(), reaches: new Float64Array() };
  const { ids } = segmentLabels(table);
  const rows = Uint32Array.from(ids.keys()).filter((row) => ids[row] !== 0);
  const points = takePoints(pointsOf(columns.map((column) => numbers(table, column))), rows);
  const labels = Uint8Array.from(rows, (row) => ids[row]! - 1);
  const away = distancesTo(points, labels, centroids).map((distance, i) =>
    distance === 0 ? 0 : distance / baseline.reaches[labels[i]!]!,
  );
  return { rows: rows.filter((_, i) => away[i]! > FAR), reaches: away.filter((times) => times > FAR) };
}
