import type { ColumnTable } from 'arquero';
import { numbers } from '../table/table';
import { segmentColumns } from './segment-columns';

/** From this membership on a customer clearly belongs to its segment. */
export const SURE = 0.8;

/**
 * Of each segment (index 0 is segment 1) the share of its customers that clearly belong there, 0 to 1; null where that is
 * not known of any: it is empty, was changed by hand, or its method does not say.
 */
export function sureShares(table: ColumnTable, labels: Uint8Array, k: number): (number | null)[] {
  const column = segmentColumns(table)?.probability;
  if (column === undefined) return new Array<null>(k).fill(null);
  const likely = numbers(table, column);
  const known = new Float64Array(k + 1);
  const sure = new Float64Array(k + 1);
  for (let row = 0; row < labels.length; row++) {
    if (Number.isNaN(likely[row]!)) continue;
    known[labels[row]!]!++;
    if (likely[row]! >= SURE) sure[labels[row]!]!++;
  }
  return Array.from({ length: k }, (_, i) => (known[i + 1] === 0 ? null : sure[i + 1]! / known[i + 1]!));
}
