import type { Work } from '../work';
import { textOf } from '../table/build/cell-bytes';
import { ByteChunks } from './byte-chunks';
import { csvCell } from './csv-cell';
import { extraName, headerNames } from './header-names';
import { readRaw, type RawRecord } from './read-raw';
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
  const { header, width } = await layoutOf(source, options, work, sliceBytes);
  const chunks = new ByteChunks();
  chunks.add(line([...header, ...added.names]));
  for await (const record of readRaw(source, options, work, sliceBytes)) {
    if (record.row < 0) continue;
    chunks.add(labelled(record, width, added));
    if (chunks.full) yield chunks.take();
  }
  yield chunks.take();
}

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => csvCell(cell, DELIMITER)).join(DELIMITER)}\n`;

function labelled({ row, cells }: RawRecord, width: number, added: AddedColumns): string {
  while (cells.length < width) cells.push('');
  return line([...cells, ...added.names.map((_, column) => added.cell(row, column))]);
}

/** The header row to write, and how many cells it takes to hold the longest record. */
async function layoutOf(source: ByteSource, options: ReadOptions, work: Work, sliceBytes?: number) {
  let named: string[] | null = null;
  let width = 0;
  for await (const block of recordBlocks(source, options, work, sliceBytes)) {
    const { bytes, starts, ends, offsets, rows } = block;
    if (block.isHeader)
      named = Array.from({ length: offsets[1]! }, (_, cell) => textOf(bytes, starts[cell]!, ends[cell]!));
    for (let row = 0; row < rows; row++) width = Math.max(width, offsets[row + 1]! - offsets[row]!);
  }
  const header = named ?? headerNames(null, width).names;
  const own = header.length;
  while (header.length < width) header.push(extraName(header, header.length - own + 1));
  return { header, width };
}
