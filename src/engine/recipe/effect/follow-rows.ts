import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { NumberColumn } from '../../table/columns';
import { columnNames, columnOf, withColumns } from '../../table/table';
import type { Work } from '../../work';

/** Stands for the origin of a row that was not there before. */
export const NEW = 0xffffffff;

/** A table with the numbers of its rows in a column more. */
export interface Numbered {
  table: ColumnTable;
  name: string;
  numbers: Float64Array;
}

/** Numbers the rows in a column whose name nothing else has. */
export function numberRows(table: ColumnTable): Numbered {
  const taken = new Set(columnNames(table));
  let name = 'row before the step';
  while (taken.has(name)) name += "'";
  const numbers = new Float64Array(table.numRows());
  for (let row = 0; row < numbers.length; row++) numbers[row] = row;
  return { table: withColumns(table, [[name, new NumberColumn(numbers)]]), name, numbers };
}

/** For each row after a step the row before it; `origin` null where they are the same rows in the same order. */
export interface Followed {
  origin: Uint32Array | null;
  /** For each row before: 1 if it is there afterwards; null where all are. */
  stays: Uint8Array | null;
  dropped: number;
  added: number;
  reordered: boolean;
}

/** Where the rows went; null where the numbers are gone, because rows became something else. @throws Stopped */
export async function followRows(
  { name, numbers }: Numbered,
  after: ColumnTable,
  work: Work,
): Promise<Followed | null> {
  if (!columnNames(after).includes(name)) return null;
  const column = columnOf(after, name);
  if (column.kind !== 'number') return null;
  const { values, rows } = column.placed;
  if (values === numbers && !rows)
    return { origin: null, stays: null, dropped: 0, added: 0, reordered: false };
  return count(values === numbers ? rows! : await originsOf(column, work), numbers.length, work);
}

async function originsOf({ length, placed }: NumberColumn, work: Work): Promise<Uint32Array> {
  const { values, rows } = placed;
  const origin = new Uint32Array(length);
  await inBlocks(length, 'comparing', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const number = values[rows ? rows[row]! : row]!;
      origin[row] = number === number ? number : NEW;
    }
  });
  return origin;
}

async function count(origin: Uint32Array, before: number, work: Work): Promise<Followed> {
  const stays = new Uint8Array(before);
  let there = 0;
  let last = -1;
  let reordered = false;
  await inBlocks(origin.length, 'comparing', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const was = origin[row]!;
      if (was === NEW) continue;
      if (was < last) reordered = true;
      last = was;
      if (stays[was]) continue;
      stays[was] = 1;
      there++;
    }
  });
  const same = !reordered && there === before && origin.length === before;
  return {
    origin: same ? null : origin,
    stays: there === before ? null : stays,
    dropped: before - there,
    added: origin.length - there,
    reordered,
  };
}
