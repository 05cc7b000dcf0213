import { CellBlock } from '../table/build/cell-block';
import type { Sniffed } from './sniff';

/** The sample's rows of data as a block, so that builders can try themselves on it. */
export function sampleOf(sniffed: Sniffed): CellBlock {
  const rows = sniffed.options.header ? sniffed.records.slice(1) : sniffed.records;
  const cells = rows.flat();
  const block = new CellBlock(rows.length, cells.length + 1);
  const encoder = new TextEncoder();
  const pieces = cells.map((cell) => encoder.encode(cell));
  block.bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  pieces.forEach((piece, cell) => {
    block.bytes.set(piece, at);
    block.starts[cell] = at;
    at += piece.length;
    block.ends[cell] = at;
  });
  let cell = 0;
  for (const row of rows) {
    cell += row.length;
    block.offsets[++block.rows] = cell;
  }
  return block;
}
