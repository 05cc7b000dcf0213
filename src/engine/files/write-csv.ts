import type { ColumnTable } from 'arquero';
import { columnOf } from '../table/table';
import type { Work } from '../work';
import { ByteWriter } from './byte-writer';
import { cellBytes } from './cell-bytes';
import type { CsvStyle } from './cell-writer';
import { csvCell } from './csv-cell';

/** A column to write, and what to call it in the file. */
export interface WrittenColumn {
  name: string;
  as?: string;
}

export interface WriteOptions extends CsvStyle {
  /** Whether the file begins with a byte order mark, as Excel needs to see UTF-8. */
  bom?: boolean;
}

const BLOCK_ROWS = 2048;
const BOM = '\ufeff';

/**
 * The columns as delimited UTF-8 text after RFC 4180, but with LF, in pieces of about 256 kB; the header first.
 * Numbers are the shortest that read back the same, dates ISO 8601 unless another look is asked for, yes and no as the
 * source wrote them; cells that begin like a formula get an apostrophe where there is a guard.
 * **Blanks** are empty cells, quoted where they are the whole line.
 * @throws EngineError `missing-column`; Stopped
 */
export async function* writeCsv(
  table: ColumnTable,
  columns: readonly WrittenColumn[],
  options: WriteOptions,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter(options.delimiter);
  const writers = columns.map(({ name }) => cellBytes(columnOf(table, name), options, out));
  const rows = table.totalRows();
  const { delimiter, guard } = options;
  const heading = columns.map(({ name, as = name }) => csvCell(guard ? guard.text(as) : as, delimiter));
  out.text(`${options.bom ? BOM : ''}${heading.join(delimiter)}\n`);
  for (let row = 0; row < rows;) {
    for (const last = Math.min(rows, row + BLOCK_ROWS); row < last; row++) writeLine(writers, row, out);
    if (out.full) yield out.take();
    const rest = work.breathe({ phase: 'writing', done: row, total: rows, unit: 'rows' });
    if (rest) await rest;
  }
  yield out.take();
}

function writeLine(writers: readonly ((row: number) => void)[], row: number, out: ByteWriter): void {
  const start = out.length;
  for (let at = 0; at < writers.length; at++) {
    if (at > 0) out.separator();
    writers[at]!(row);
  }
  if (out.length === start) out.text('""');
  out.lineEnd();
}
