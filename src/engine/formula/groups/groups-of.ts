import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { groupsOf, type Groups } from '../../steps/parts/groups';
import { MISSING, NumberColumn } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { PHASE } from './by-group';

/** Rows whose cells are equal in all these columns; a row with a blank among them is in no group. None: all are one. */
export async function groupsBy(table: ColumnTable, columns: readonly string[], work: Work): Promise<Groups> {
  const [first, ...others] = columns;
  if (first === undefined) return { codes: uint32(table.numRows()), size: 1 };
  let groups = await groupsOf(columnOf(table, first), PHASE, work);
  for (const name of others)
    groups = await both(groups, await groupsOf(columnOf(table, name), PHASE, work), work);
  return groups;
}

function both(one: Groups, other: Groups, work: Work): Promise<Groups> {
  const keys = new Float64Array(one.codes.length);
  for (let row = 0; row < keys.length; row++) {
    const [a, b] = [one.codes[row]!, other.codes[row]!];
    keys[row] = a === MISSING || b === MISSING ? NaN : a * other.size + b;
  }
  return groupsOf(new NumberColumn(keys), PHASE, work);
}
