import type { ColumnTable } from 'arquero';
import { isMissing } from '../../table/columns';
import { firstEqualRows } from '../../table/duplicate-rows';
import { columnAs, columnNames, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';

/** Which of equal rows stays; `date` is the column of dates for the most recent. */
export interface Kept {
  kept: 'last' | 'most-recent' | 'most-complete';
  date: string | undefined;
}

/**
 * Marks of each group of equal rows the one that stays.
 * @param compared the table in whose columns rows are equal, of the same rows
 * @throws EngineError `missing-column`, `wrong-kind`
 */
export async function keptOfEqual(
  table: ColumnTable,
  compared: ColumnTable,
  columns: readonly string[],
  how: Kept,
  work: Work,
): Promise<Uint8Array> {
  const rank = await ranks(table, how, work);
  const firsts = await firstEqualRows(compared, columns, work);
  const stays = firsts.slice();
  await inBlocks(firsts.length, 'copies', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const first = firsts[row]!;
      if (rank(row) > rank(stays[first]!)) stays[first] = row;
    }
  });
  const marks = new Uint8Array(firsts.length);
  for (let row = 0; row < firsts.length; row++) if (firsts[row] === row) marks[stays[row]!] = 1;
  return marks;
}

/** A number for each row: of equal rows the one with the highest stays, the first of those with as much. */
async function ranks(table: ColumnTable, { kept, date }: Kept, work: Work): Promise<(row: number) => number> {
  if (kept === 'last') return (row) => row;
  if (kept === 'most-recent') {
    const { values } = columnAs(table, date!, 'date');
    return (row) => (Number.isNaN(values[row]) ? -Infinity : values[row]!);
  }
  const present = new Uint32Array(table.numRows());
  for (const name of columnNames(table)) {
    const column = columnOf(table, name);
    await inBlocks(present.length, 'blanks', work, (from, to) => {
      for (let row = from; row < to; row++) if (!isMissing(column, row)) present[row]!++;
    });
  }
  return (row) => present[row]!;
}
