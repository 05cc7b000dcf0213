import { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import { scanOf } from './record-blocks';
import type { ReadOptions } from './read-options';

const LF = 0x0a;

/** The first records of some UTF-8 text, header and preamble included, as a block. A record cut at the end is left out. */
export function sampleBlock(
  text: Uint8Array,
  dialect: Pick<ReadOptions, 'delimiter' | 'quote'>,
  whole: boolean,
  mostRows: number,
): CellBlock {
  const block = new CellBlock(mostRows, 4096);
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text);
  bytes[text.length] = LF;
  block.bytes = bytes;
  scanOf(dialect)?.(block, 0, text.length, whole);
  // A sample that ends inside its first record still shows that record.
  if (block.rows === 0 && !whole) scanOf(dialect)?.(block, 0, text.length, true);
  return block;
}

/** The cells of a block as text, record by record; doubled quotes are resolved. */
export function cellTexts(block: CellBlock): string[][] {
  const { bytes, starts, ends, offsets, rows } = block;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, at) => {
      const cell = offsets[row]! + at;
      return textOf(bytes, starts[cell]!, ends[cell]!);
    }),
  );
}
