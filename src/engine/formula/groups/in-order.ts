import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../pieces';
import { risingInPieces } from '../../stats/rising';
import { ranks } from '../../table/ranks';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';

/**
 * All rows in the order of these columns, the first of most weight; equal ones as they stand, blanks last, also where
 * the order is falling.
 */
export async function inOrder(
  table: ColumnTable,
  by: readonly { column: string; falling: boolean }[],
  work: Work,
): Promise<Uint32Array> {
  let order = Uint32Array.from({ length: table.numRows() }, (_, row) => row);
  for (const { column, falling } of [...by].reverse()) {
    const rank = ranks(columnOf(table, column));
    const sign = falling ? -1 : 1;
    const keys = Float64Array.from(order, (row) => rank(row) * sign + 0);
    const { rows } = await withBreaths(risingInPieces(keys), work);
    const next = new Uint32Array(order.length);
    rows.forEach((place, at) => (next[at] = order[place]!));
    let at = rows.length;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== keys[i]) next[at++] = order[i]!;
    order = next;
  }
  return order;
}
