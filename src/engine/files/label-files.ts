import type { CellBlock } from '../table/build/cell-block';
import type { Work } from '../work';
import { ByteWriter } from './byte-writer';
import { csvCell } from './csv-cell';
import type { AddedColumns } from './label-source';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';

/** A file among several that are written as one. */
export interface LabelledPart {
  source: ByteSource;
  options: ReadOptions;
  /** For each column written the place of the cell in this file's records, or null where it has none. */
  cells: readonly (number | null)[];
}

const DELIMITER = ',';

/**
 * Every record of all files in their order as one file of the columns named, cells exactly as read, with columns added
 * behind: comma-separated UTF-8. The rows of the added columns are numbered from the first file to the last.
 * @throws EngineError `unreadable-file`; Stopped
 */
export async function* labelFiles(
  parts: readonly LabelledPart[],
  names: readonly string[],
  added: AddedColumns,
  work: Work,
  sliceBytes?: number,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter(DELIMITER);
  writer.text([...names, ...added.names].map((name) => csvCell(name, DELIMITER)).join(DELIMITER));
  writer.lineEnd();
  let before = 0;
  for (const { source, options, cells } of parts) {
    let rows = 0;
    for await (const block of recordBlocks(source, options, work, sliceBytes)) {
      if (block.isHeader) continue;
      for (let row = 0; row < block.rows; row++) {
        writeCells(writer, block, row, cells);
        added.names.forEach((_, column) => {
          writer.separator();
          writer.text(csvCell(added.cell(before + rows, column), DELIMITER));
        });
        writer.lineEnd();
        rows++;
        if (writer.full) yield writer.take();
      }
    }
    before += rows;
  }
  yield writer.take();
}

function writeCells(
  writer: ByteWriter,
  { bytes, starts, ends, offsets }: CellBlock,
  row: number,
  cells: readonly (number | null)[],
): void {
  const first = offsets[row]!;
  const last = offsets[row + 1]!;
  cells.forEach((cell, at) => {
    if (at > 0) writer.separator();
    if (cell !== null && first + cell < last) writer.cell(bytes, starts[first + cell]!, ends[first + cell]!);
  });
}
