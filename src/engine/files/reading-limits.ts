import { EngineError } from '../errors';
import type { CellBlock } from '../table/build/cell-block';
import type { ReadOptions } from './read-options';
import { rowInFile } from './row-in-file';
import type { ByteSource } from './source';

/** Columns a table may have: as many as a worksheet. */
export const MOST_COLUMNS = 16_384;
/** Bytes of one record. What is longer is no record but a quote that never closes, or no text with lines at all. */
export const MOST_RECORD_BYTES = 64 << 20;
/** Bytes of a file that is parsed as one string, for want of a mark the byte machine knows. */
export const MOST_TEXT_BYTES = 256 << 20;

/**
 * Refuses a record that goes on and on, before memory is used up by it.
 * @param held bytes of the record seen so far @param row of the table, from 1; 0 for the names
 * @throws EngineError `record-too-long`
 */
export function refuseLongRecord(source: ByteSource, options: ReadOptions, held: number, row: number): void {
  if (held <= MOST_RECORD_BYTES) return;
  throw new EngineError('record-too-long', {
    file: source.name,
    row: rowInFile(row, options),
    bytes: held,
    limit: MOST_RECORD_BYTES,
  });
}

/** The same for the records of a block that ends at a place in its bytes. @throws EngineError `record-too-long` */
export function refuseLongIn(source: ByteSource, options: ReadOptions, block: CellBlock, end: number): void {
  for (let row = 0; row < block.rows; row++) {
    const next = row + 1 < block.rows ? block.starts[block.offsets[row + 1]!]! : end;
    const held = next - block.starts[block.offsets[row]!]!;
    refuseLongRecord(source, options, held, block.isHeader ? 0 : block.firstRow + row + 1);
  }
}

/** Refuses more columns than a worksheet has. @throws EngineError `too-many-columns` */
export function refuseManyColumns(source: ByteSource, columns: number): void {
  if (columns <= MOST_COLUMNS) return;
  throw new EngineError('too-many-columns', { file: source.name, columns, limit: MOST_COLUMNS });
}
