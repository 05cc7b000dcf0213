import type { CellBlock } from '../table/build/cell-block';
import type { PartBytes } from './part-bytes';
import { RoomBlock } from './room-block';

/** The spans of a block where the kernels see them, for all columns of text. */
export class BlockSpans {
  starts = 0;
  ends = 0;
  offsets = 0;
  /** Room for a code of each record. */
  codes = 0;
  readonly #own = { starts: 0, ends: 0, offsets: 0, codes: 0 };
  #cells = 0;
  #rows = 0;

  constructor(readonly bytes: PartBytes) {}

  /** Takes over the block's spans. */
  set(block: CellBlock): void {
    if (block instanceof RoomBlock) {
      this.starts = block.startsAt;
      this.ends = block.endsAt;
      this.offsets = block.offsetsAt;
      this.codes = block.codesAt;
    } else this.#copy(block);
  }

  #copy(block: CellBlock): void {
    const { room } = this.bytes;
    const { cells, rows } = block;
    if (cells > this.#cells) {
      this.#cells = Math.max(cells, this.#cells * 2);
      this.#own.starts = room.take(this.#cells * 4);
      this.#own.ends = room.take(this.#cells * 4);
    }
    if (rows > this.#rows) {
      this.#rows = rows;
      this.#own.offsets = room.take((rows + 1) * 4);
      this.#own.codes = room.take(rows * 4);
    }
    Object.assign(this, this.#own);
    room.words(this.starts, cells).set(block.starts.subarray(0, cells));
    room.words(this.ends, cells).set(block.ends.subarray(0, cells));
    room.words(this.offsets, rows + 1).set(block.offsets.subarray(0, rows + 1));
  }
}
