import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { isMissing } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { measuredColumn } from './measured-column';
import type { Category } from './pair/pair-view';
import { blanksPeak, type BlanksPeak } from './missing-by-peak';
import { periodsOf, unitFor, type PeriodUnit } from './periods';

const MOST_GROUPS = 12;

/** Blanks along a date or by the values of a category. */
export interface MissingBy {
  by: string;
  /** Of a date: its periods. */
  periods: { unit: PeriodUnit; starts: readonly number[] } | null;
  /** Of a category: its values, the most frequent first; null is all others. */
  levels: readonly (string | null)[] | null;
  /** Rows of each period or value. */
  rows: readonly number[];
  /** For each column how many of those rows are blank. */
  missing: readonly { column: string; counts: readonly number[] }[];
  /** Where blanks are most unlike the rest; null where none clearly are. */
  peak: BlanksPeak | null;
}

/**
 * How many cells of each column are blank, by another one; rows in which that one is blank are left out. Numbers: null.
 * @param groups where they are known otherwise, such as segments; `among`: some rows that stand for all
 */
export async function missingBy(
  table: ColumnTable,
  by: string,
  columns: readonly string[],
  work: Work,
  { groups: known = null, among = null }: { groups?: Category | null; among?: Uint32Array | null } = {},
): Promise<MissingBy | null> {
  const groups = known ? ofCategory(known) : await groupsOf(table, by, work);
  if (!groups) return null;
  const { size, groupOf, ...said } = groups;
  const at = rowsOf(table.numRows(), among);
  const rows = await countIn(at, size, groupOf, () => true, work);
  const missing: { column: string; counts: number[] }[] = [];
  for (const name of columns) {
    if (name === by) continue;
    const column = columnOf(table, name);
    const counts = await countIn(at, size, groupOf, (row) => isMissing(column, row), work);
    missing.push({ column: name, counts });
  }
  const told = said.levels?.map((level) => level !== null) ?? rows.map(() => true);
  return { by, ...said, rows, missing, peak: blanksPeak(rows, missing, told) };
}

/** Some rows, or all. */
interface Rows {
  count: number;
  row: (at: number) => number;
}

const rowsOf = (all: number, among: Uint32Array | null): Rows =>
  among ? { count: among.length, row: (at) => among[at]! } : { count: all, row: (at) => at };

async function countIn(
  { count, row: rowAt }: Rows,
  size: number,
  groupOf: (row: number) => number,
  test: (row: number) => boolean,
  work: Work,
): Promise<number[]> {
  const counts = new Array<number>(size).fill(0);
  await inBlocks(count, 'looking', work, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rowAt(at);
      if (!test(row)) continue;
      const group = groupOf(row);
      if (group >= 0 && group < size) counts[group]!++;
    }
  });
  return counts;
}

async function groupsOf(table: ColumnTable, by: string, work: Work) {
  const column = columnOf(table, by);
  if (column.kind === 'number') return null;
  if (column.kind === 'date') {
    const { values } = column;
    let [from, to] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < from) from = value;
      if (value > to) to = value;
    }
    if (from > to) return null;
    const unit = unitFor(from, to);
    const periods = periodsOf(from, to, unit);
    const groupOf = (row: number) => (values[row] === values[row] ? periods.of(values[row]!) : -1);
    return { size: periods.starts.length, groupOf, periods: { unit, starts: periods.starts }, levels: null };
  }
  const measured = await measuredColumn(by, column, work, { most: MOST_GROUPS });
  if (measured.kind !== 'category') return null;
  return ofCategory(measured);
}

const ofCategory = ({ codes, levels }: Category) => ({
  size: levels.length,
  groupOf: (row: number) => codes[row]!,
  periods: null,
  levels,
});
