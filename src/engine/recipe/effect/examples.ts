import type { ColumnTable } from 'arquero';
import type { Column } from '../../table/columns';
import { metaOf } from '../../table/meta';
import { columnNames, columnOf } from '../../table/table';
import type { ChangedRows } from './changed-cells';
import { NEW, type Followed } from './follow-rows';
import type { CellExample, EffectCell, RowExample } from './step-effect';

/** Cells and rows shown in all. */
const MOST = 10;
/** Columns of a row that goes. */
const FEW_COLUMNS = 4;
/** Of a table that is made anew. */
const MANY_COLUMNS = 24;
const FEW_ROWS = 5;
/** Rows looked through for cells of a new column that differ. */
const LOOKED_AT = 5000;

/** What examples are taken from. */
export interface Shown {
  before: ColumnTable;
  after: ColumnTable;
  followed: Followed;
  /** The row of the file, 1-based, of a row before. */
  rowInFile: (row: number) => number;
  /** Columns the step reads. */
  reads: readonly string[];
}

/** Cells of each column that changes or is new in turn, put together by column. */
export function cellExamples(
  of: Shown,
  changed: readonly ChangedRows[],
  added: readonly string[],
): CellExample[] {
  const lists = [
    ...changed.map(({ column, rows }) => rows.map((pair) => changedCell(of, column, pair))),
    ...added.map((column) => newCells(of, column)),
  ];
  const taken = lists.map(() => 0);
  for (let left = MOST, before = -1; left > 0 && left !== before;) {
    before = left;
    lists.forEach((list, i) => {
      if (left === 0 || taken[i]! >= list.length) return;
      taken[i]!++;
      left--;
    });
  }
  return lists.flatMap((list, i) => list.slice(0, taken[i]));
}

function changedCell(
  { before, after, rowInFile }: Shown,
  column: string,
  [was, is]: readonly [number, number],
): CellExample {
  return {
    row: rowInFile(was),
    column,
    before: cellAt(columnOf(before, column), was),
    after: cellAt(columnOf(after, column), is),
  };
}

/** Cells of a new column beside those of the column it was made from, or of the first that the step reads. */
function newCells(of: Shown, column: string): CellExample[] {
  const cells: CellExample[] = [];
  const telling: CellExample[] = [];
  for (const cell of differentCells(of, column)) {
    if (cells.length < MOST) cells.push(cell);
    if (says(cell)) telling.push(cell);
    if (telling.length === MOST || (cells.length === MOST && telling.length > 0)) break;
  }
  const first = cells.some(says) && !isYesOrNo(cells) ? [] : telling;
  return [...first, ...cells.filter((cell) => !first.includes(cell))].slice(0, MOST);
}

/** No two alike. */
function* differentCells(
  { before, after, followed, rowInFile, reads }: Shown,
  column: string,
): Generator<CellExample> {
  const made = columnOf(after, column);
  const origin = metaOf(after).origins.get(column);
  const source = reads.find((name) => name === origin) ?? reads[0];
  const from = source === undefined ? null : columnOf(before, source);
  const others = (origin === undefined ? reads.slice(1, FEW_COLUMNS) : []).map((name) => ({
    name,
    of: columnOf(before, name),
  }));
  const seen = new Set<string>();
  for (let row = 0; row < Math.min(made.length, LOOKED_AT); row++) {
    const was = followed.origin ? followed.origin[row]! : row;
    if (was === NEW) continue;
    const [is, had] = [cellAt(made, row), from && cellAt(from, was)];
    const beside = others.map(({ name, of }) => ({ column: name, cell: cellAt(of, was) }));
    const key = JSON.stringify([is.value, had?.value, ...beside.map(({ cell }) => cell.value)]);
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      row: rowInFile(was),
      column,
      madeFrom: source ?? null,
      before: had,
      ...(beside.length > 0 && { beside }),
      after: is,
    };
  }
}

/** Neither nothing nor 0, nor the value it was made from. */
const says = ({ before, after }: CellExample): boolean =>
  after.value !== 0 && after.value !== null && after.value !== before?.value;

/** A column of 0 and 1 says something where it is 1. */
const isYesOrNo = (cells: readonly CellExample[]): boolean =>
  cells.every(({ after }) => after.value === 0 || after.value === 1 || after.value === null);

/** The first rows that go. */
export function droppedRows({ before, followed, rowInFile, reads }: Shown): RowExample[] {
  const { stays } = followed;
  if (!stays) return [];
  const names = [...new Set([...reads, ...columnNames(before)])].slice(0, FEW_COLUMNS);
  const columns = names.map((column) => ({ column, of: columnOf(before, column) }));
  const rows: RowExample[] = [];
  for (let row = 0; row < stays.length && rows.length < MOST; row++) {
    if (stays[row]) continue;
    const cells = columns.map(({ column, of }) => ({ column, cell: cellAt(of, row) }));
    rows.push({ row: rowInFile(row), cells });
  }
  return rows;
}

/** The first rows of a table, with the first of its columns. */
export function firstRows(table: ColumnTable): RowExample[] {
  const columns = columnNames(table)
    .slice(0, MANY_COLUMNS)
    .map((column) => ({ column, of: columnOf(table, column) }));
  return Array.from({ length: Math.min(FEW_ROWS, table.numRows()) }, (_, row) => ({
    row: row + 1,
    cells: columns.map(({ column, of }) => ({ column, cell: cellAt(of, row) })),
  }));
}

export function cellAt(column: Column, row: number): EffectCell {
  const { kind } = column;
  if (kind === 'date')
    return { kind, value: column.at(row)?.getTime() ?? null, ...(column.hasTime && { hasTime: true }) };
  if (kind !== 'boolean') return { kind, value: column.at(row) };
  const value = column.at(row);
  return { kind, value: value === null ? null : column.spelling[value ? 1 : 0] };
}
