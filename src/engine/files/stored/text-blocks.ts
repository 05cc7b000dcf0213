import { CellBlock } from '../../table/build/cell-block';
import { MISSING, type TextColumn } from '../../table/columns';

const BLOCK = 8192;

/** The cells of a text column as records of one cell, as a delimited file would bring them; missing ones are empty. */
export function* textBlocks({ codes, dictionary }: TextColumn, rows = codes.length): Generator<CellBlock> {
  const { bytes, offsets } = dictionary;
  const block = new CellBlock(BLOCK, BLOCK + 1);
  block.bytes = bytes;
  for (let row = 0; row < BLOCK; row++) block.offsets[row + 1] = row + 1;
  for (let from = 0; from < rows; from += BLOCK) {
    block.firstRow = from;
    block.rows = Math.min(BLOCK, rows - from);
    for (let row = 0; row < block.rows; row++) {
      const code = codes[from + row]!;
      block.starts[row] = code === MISSING ? 0 : offsets[code]!;
      block.ends[row] = code === MISSING ? 0 : offsets[code + 1]!;
    }
    yield block;
  }
}
