import { textOf } from '../table/build/cell-bytes';
import type { Work } from '../work';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';

/** One record of a delimited file: its cells after unquoting, nothing else changed. */
export interface RawRecord {
  /** Row of data from 0, numbered as in the table that `readTable` makes; -1 for the header. */
  row: number;
  cells: string[];
}

/** Every record of a delimited file in its order, header first where there is one; blank lines are passed over. */
export async function* readRaw(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes?: number,
): AsyncGenerator<RawRecord> {
  for await (const block of recordBlocks(source, options, work, sliceBytes)) {
    const { bytes, starts, ends, offsets, firstRow, isHeader } = block;
    // Handing out records one by one leaves the block while others work; the reader comes back to it unchanged.
    for (let row = 0; row < block.rows; row++) {
      const cells: string[] = [];
      for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
        cells.push(textOf(bytes, starts[cell]!, ends[cell]!));
      }
      yield { row: isHeader ? -1 : firstRow + row, cells };
    }
  }
}
