import type { ColumnTable } from 'arquero';
import { expect } from 'vitest';
import {
  BooleanColumn,
  DateColumn,
  MISSING,
  NumberColumn,
  TextColumn,
  type Column,
} from '../../src/engine/table/columns';
import { Dictionary } from '../../src/engine/table/dictionary';
import type { TableMeta } from '../../src/engine/table/meta';
import { columnOf, makeTable } from '../../src/engine/table/table';

type Cell = string | number | boolean | Date | null;

/**
 * A small table written by hand; the kind of each column follows its first non-missing cell (none: number).
 * Columns called `segment_id` and `segment` are taken for what the `segment` step adds.
 */
export function table(columns: Record<string, readonly Cell[]>, meta: Partial<TableMeta> = {}): ColumnTable {
  const labels = 'segment_id' in columns ? { id: 'segment_id', name: 'segment' } : null;
  return makeTable(
    Object.entries(columns).map(([name, cells]) => [name, columnFrom(cells)] as const),
    { ...(labels && { labels }), ...meta },
  );
}

export function columnFrom(cells: readonly Cell[]): Column {
  const first = cells.find((cell) => cell !== null);
  if (typeof first === 'string') return textColumn(cells as (string | null)[]);
  if (typeof first === 'boolean') {
    return new BooleanColumn(
      Uint8Array.from(cells, (cell) => (cell === null ? 2 : Number(cell))),
      ['no', 'yes'],
    );
  }
  if (first instanceof Date) {
    const values = Float64Array.from(cells, (cell) => (cell instanceof Date ? cell.getTime() : NaN));
    return new DateColumn(
      values,
      values.some((value) => value % 86_400_000 !== 0 && !Number.isNaN(value)),
    );
  }
  return new NumberColumn(Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))));
}

export function textColumn(cells: readonly (string | null)[]): TextColumn {
  const distinct = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = new Map(distinct.map((text, code) => [text, code]));
  return new TextColumn(
    Uint32Array.from(cells, (cell) => (cell === null ? MISSING : codes.get(cell)!)),
    Dictionary.of(distinct),
  );
}

/** The cells of a table as plain arrays, by column. */
export function cellsOf(of: ColumnTable): Record<string, Cell[]> {
  return Object.fromEntries(of.columnNames().map((name) => [name, [...columnOf(of, name)]]));
}

/** Same columns in the same order with the same cells. */
export function tableEqual(actual: ColumnTable, expected: ColumnTable): void {
  expect(actual.columnNames()).toEqual(expected.columnNames());
  expect(cellsOf(actual)).toEqual(cellsOf(expected));
}
