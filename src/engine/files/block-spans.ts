import type { CellBlock } from '../table/build/cell-block';
import type { PartBytes } from './part-bytes';

/** The spans of a block where the kernels see them, for all columns of text. */
export class BlockSpans {
  starts = 0;
  ends = 0;
  offsets = 0;
  /** Room for a code of each record. */
  codes = 0;
  #cells = 0;
  #rows = 0;

  constructor(readonly bytes: PartBytes) {}

  /** Takes over the block's spans. */
  set(block: CellBlock): void {
    const { room } = this.bytes;
    const { cells, rows } = block;
    if (cells > this.#cells) {
      this.#cells = Math.max(cells, this.#cells * 2);
      this.starts = room.take(this.#cells * 4);
      this.ends = room.take(this.#cells * 4);
    }
    if (rows > this.#rows) {
      this.#rows = rows;
      this.offsets = room.take((rows + 1) * 4);
      this.codes = room.take(rows * 4);
    }
    room.words(this.starts, cells).set(block.starts.subarray(0, cells));
    room.words(this.ends, cells).set(block.ends.subarray(0, cells));
    room.words(this.offsets, rows + 1).set(block.offsets.subarray(0, rows + 1));
  }
}
