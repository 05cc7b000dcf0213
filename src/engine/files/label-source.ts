import type { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import type { Work } from '../work';
import { ByteWriter } from './byte-writer';
import { csvCell } from './csv-cell';
import { extraName, headerNames } from './header-names';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';

/** Columns that are put behind those of the source. */
export interface AddedColumns {
  names: readonly string[];
  /** The cell of a source row (from 0, numbered as in the table read from it). */
  cell(row: number, column: number): string;
}

const DELIMITER = ',';

/**
 * Every record of the source in its order, cells exactly as read, with columns added behind: comma-separated UTF-8.
 * The header is that of the file, made-up names where it has none; shorter records are filled up with empty cells,
 * so that the added columns stand in line. The source is read twice, first for the longest record.
 * @throws EngineError `unreadable-file`; Stopped
 */
export async function* labelSource(
  source: ByteSource,
  options: ReadOptions,
  added: AddedColumns,
  work: Work,
  sliceBytes?: number,
): AsyncGenerator<Uint8Array> {
  const header = await layoutOf(source, options, work, sliceBytes);
  const writer = new ByteWriter(DELIMITER);
  writer.text([...header, ...added.names].map((name) => csvCell(name, DELIMITER)).join(DELIMITER));
  writer.lineEnd();
  for await (const block of recordBlocks(source, options, work, sliceBytes)) {
    if (block.isHeader) continue;
    for (let row = 0; row < block.rows; row++) {
      writeRecord(writer, block, row, header.length);
      added.names.forEach((_, column) => {
        writer.separator();
        writer.text(csvCell(added.cell(block.firstRow + row, column), DELIMITER));
      });
      writer.lineEnd();
      if (writer.full) yield writer.take();
    }
  }
  yield writer.take();
}

function writeRecord(
  writer: ByteWriter,
  { bytes, starts, ends, offsets }: CellBlock,
  row: number,
  width: number,
): void {
  const first = offsets[row]!;
  const last = offsets[row + 1]!;
  for (let at = 0; at < width; at++) {
    if (at > 0) writer.separator();
    if (first + at < last) writer.cell(bytes, starts[first + at]!, ends[first + at]!);
  }
}

/** The header to write, wide enough for the longest record. */
async function layoutOf(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes?: number,
): Promise<string[]> {
  let named: string[] | null = null;
  let width = 0;
  for await (const { bytes, starts, ends, offsets, rows, isHeader } of recordBlocks(
    source,
    options,
    work,
    sliceBytes,
  )) {
    if (isHeader)
      named = Array.from({ length: offsets[1]! }, (_, cell) => textOf(bytes, starts[cell]!, ends[cell]!));
    for (let row = 0; row < rows; row++) width = Math.max(width, offsets[row + 1]! - offsets[row]!);
  }
  const header = named ?? headerNames(null, width).names;
  const own = header.length;
  while (header.length < width) header.push(extraName(header, header.length - own + 1));
  return header;
}
