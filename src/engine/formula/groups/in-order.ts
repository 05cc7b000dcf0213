import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../pieces';
import { risingInPieces } from '../../stats/rising';
import type { Column } from '../../table/columns';
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
  let order = asTheyStand(table.numRows());
  for (const { column, falling } of [...by].reverse()) {
    const keys = keysOf(columnOf(table, column), order, falling);
    const { rows } = await withBreaths(risingInPieces(keys), work);
    const next = new Uint32Array(order.length);
    for (let at = 0; at < rows.length; at++) next[at] = order[rows[at]!]!;
    let at = rows.length;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== keys[i]) next[at++] = order[i]!;
    order = next;
  }
  return order;
}

function asTheyStand(rows: number): Uint32Array {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

/** Numbers that rise as the cells of these rows are wanted to; NaN for blanks. */
function keysOf(column: Column, order: Uint32Array, falling: boolean): Float64Array {
  const keys = new Float64Array(order.length);
  const sign = falling ? -1 : 1;
  // −0 and 0 are one.
  if (column.kind === 'number' || column.kind === 'date') {
    const { values } = column;
    for (let i = 0; i < keys.length; i++) keys[i] = values[order[i]!]! * sign + 0;
  } else {
    const rank = ranks(column);
    for (let i = 0; i < keys.length; i++) keys[i] = rank(order[i]!) * sign + 0;
  }
  return keys;
}
