import type { FormulaGuard } from '../export/formula-guard';
import { MISSING, type Column } from '../table/columns';
import type { ByteWriter } from './byte-writer';
import { cellBytes } from './cell-bytes';
import { csvCell } from './csv-cell';

/** Columns that are put behind those of the source. */
export interface AddedColumns {
  names: readonly string[];
  /** The cell of a source row (from 0, numbered as in the table read from it). */
  cell(row: number, column: number): string;
  /** The same cells where they stand in columns: which is quicker. */
  placed?: PlacedCells;
}

export interface PlacedCells {
  columns: readonly Column[];
  /** For each row of the source its row in the columns; MISSING for blanks. */
  rows: Uint32Array;
}

interface Style {
  delimiter: string;
  guard?: FormulaGuard | undefined;
}

/** Writes the cells added to a source row, each behind a delimiter. */
export function addedCells(added: AddedColumns, { delimiter, guard }: Style, out: ByteWriter) {
  if (added.placed) return placedCells(added.placed, { delimiter, guard }, out);
  const ready = (text: string) => csvCell(guard ? guard.text(text) : text, delimiter);
  return (row: number): void => {
    for (let at = 0; at < added.names.length; at++) {
      out.separator();
      out.text(ready(added.cell(row, at)));
    }
  };
}

function placedCells({ columns, rows }: PlacedCells, { delimiter, guard }: Style, out: ByteWriter) {
  const style = { delimiter, decimal: '.', ...(guard && { guard }) } as const;
  const writers = columns.map((column) => cellBytes(column, style, out));
  return (row: number): void => {
    const at = rows[row] ?? MISSING;
    for (let column = 0; column < writers.length; column++) {
      out.separator();
      if (at !== MISSING) writers[column]!(at);
    }
  };
}
