import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { MISSING, NumberColumn, type Column } from '../../table/columns';
import { columnAs, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { filledBy } from '../parts/filled';
import { groupsOf, type Groups } from '../parts/groups';
import { learntFor } from '../parts/learnt';
import { textOf } from '../parts/text-of';
import { carried } from './donors';
import { interpolated } from './interpolated';
import { groupedBy, type FillFit, type GroupValue, type Params } from './params';

/** Makes the filled column of a name; prepared once for all columns of the step. */
export async function filling(
  table: ColumnTable,
  params: Params,
  fit: FillFit,
  work: Work,
): Promise<(name: string) => Promise<Column>> {
  const by = groupedBy(params);
  const groups = by === undefined ? null : await groupsOf(columnOf(table, by), 'grouping-rows', work);
  const kind = params.with;
  if (kind === 'forward' || kind === 'backward') {
    return (name) => carried(columnOf(table, name), kind, groups, work);
  }
  if (kind === 'linear' || kind === 'time') {
    const along = params.with === 'time' ? columnAs(table, params.along, 'date').values : null;
    return async (name) =>
      new NumberColumn(await interpolated(columnAs(table, name, 'number').values, along, work));
  }
  const grouping = groups && by !== undefined ? { column: columnOf(table, by), groups } : null;
  return (name) => {
    const learnt = learntFor(fit.columns, name);
    const values = [learnt.value, ...(learnt.groups ?? []).map(({ value }) => value)];
    const choice = grouping && learnt.groups ? choices(grouping, learnt.groups) : null;
    return Promise.resolve(filledBy(name, columnOf(table, name), values, choice));
  };
}

/** For each row the place of its group's value, behind the value of all; 0 where nothing was learnt of the group. */
function choices(
  { column, groups }: { column: Column; groups: Groups },
  learnt: readonly GroupValue[],
): Uint32Array {
  const places = new Map(learnt.map(({ group }, at) => [group, at + 1]));
  const placeOf = new Uint32Array(groups.size).fill(MISSING);
  const made = uint32(column.length);
  for (let row = 0; row < made.length; row++) {
    const code = groups.codes[row]!;
    if (code === MISSING) continue;
    if (placeOf[code] === MISSING) placeOf[code] = places.get(textOf(column, row)!) ?? 0;
    made[row] = placeOf[code]!;
  }
  return made;
}
