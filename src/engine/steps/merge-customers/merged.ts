import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { isMissing } from '../../table/columns';
import { columnAs, columnNames, columnOf, keep, withColumns, type NamedColumn } from '../../table/table';
import type { Work } from '../../work';
import type { Params } from './params';

/**
 * The table with one row for each group: the one with the fewest blanks, the latest date (a blank is earlier than any) or
 * the first of them, in its place, its blanks filled from the others in that order.
 */
export async function merged(
  table: ColumnTable,
  groups: readonly number[][],
  params: Params,
  work: Work,
): Promise<{ table: ColumnTable; filled: number }> {
  const ranked = groups.map((rows) => inOrder(table, rows, params));
  const marks = new Uint8Array(table.numRows()).fill(1);
  for (const rows of ranked) for (const row of rows.slice(1)) marks[row] = 0;
  let filled = 0;
  const changed: NamedColumn[] = [];
  const names = params.fill === false ? [] : columnNames(table);
  for (const [done, name] of names.entries()) {
    const rest = work.breathe({ phase: 'filling', done, total: names.length, unit: 'rounds' });
    if (rest) await rest;
    const column = columnOf(table, name);
    const donors = ranked.flatMap((rows): [number, number][] => {
      if (!isMissing(column, rows[0]!)) return [];
      const donor = rows.find((row) => !isMissing(column, row));
      return donor === undefined ? [] : [[rows[0]!, donor]];
    });
    if (donors.length === 0) continue;
    const from = uint32(column.length);
    for (let row = 0; row < from.length; row++) from[row] = row;
    for (const [row, donor] of donors) from[row] = donor;
    filled += donors.length;
    changed.push([name, column.take(from)]);
  }
  return { table: keep(changed.length > 0 ? withColumns(table, changed) : table, marks), filled };
}

/** Rows of a group, the one that stays first. */
function inOrder(table: ColumnTable, rows: readonly number[], { keep: kept, date }: Params): number[] {
  if (kept === 'first') return [...rows];
  const rank = kept === 'most-recent' ? columnAs(table, date!, 'date').values : null;
  const worth = rows.map((row): [row: number, worth: number] => {
    if (!rank)
      return [row, columnNames(table).filter((name) => !isMissing(columnOf(table, name), row)).length];
    const moment = rank[row]!;
    return [row, Number.isNaN(moment) ? -Infinity : moment];
  });
  return worth.sort(([a, one], [b, other]) => (one === other ? a - b : other - one)).map(([row]) => row);
}
