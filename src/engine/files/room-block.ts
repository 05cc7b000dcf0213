import { CellBlock } from '../table/build/cell-block';
import { asciiByte } from './record-blocks';
import type { PartBytes } from './part-bytes';
import type { PartPlan } from './parts';
import type { Scan } from './scan-records';

const STATE_WORDS = 4;

/**
 * A block over the bytes of a part whose spans lie where the kernels see them. There is room for all cells that the part
 * can have, for the room must not take more memory while a scanner is at work in it.
 */
export class RoomBlock extends CellBlock {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly offsetsAt: number;
  /** Room for a code of each record. */
  readonly codesAt: number;
  readonly #stateAt: number;
  readonly #part: PartBytes;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #cells: number;

  constructor(part: PartBytes, places: number, { delimiter, quote }: PartPlan, maxRows: number) {
    super(maxRows, 0);
    const { room } = part;
    const maxCells = places + 2;
    this.#part = part;
    this.#delimiter = asciiByte(delimiter);
    this.#quote = asciiByte(quote);
    this.#cells = maxCells;
    this.startsAt = room.take(maxCells * 4);
    this.endsAt = room.take(maxCells * 4);
    this.offsetsAt = room.take((maxRows + 1) * 4);
    this.codesAt = room.take(maxRows * 4);
    this.#stateAt = room.take(STATE_WORDS * 4);
    this.look();
  }

  /** Looks at the room's memory anew, which may have become another one. */
  look(): void {
    const { room } = this.#part;
    this.bytes = this.#part.bytes;
    this.marks = this.#part.marks;
    if (this.starts.buffer === room.buffer) return;
    this.starts = new Int32Array(room.buffer, this.startsAt, this.#cells);
    this.ends = new Int32Array(room.buffer, this.endsAt, this.#cells);
    this.offsets = new Int32Array(room.buffer, this.offsetsAt, this.maxRows + 1);
  }

  /** Takes the next records up to `limit`, by the kernel as far as it goes; gives the place after them. */
  fill(scan: Scan, from: number, limit: number): number {
    this.clear();
    this.look();
    this.offsets[0] = 0;
    const most = this.maxRows;
    let at = from;
    for (let before = -1; at !== before && this.rows < most && at < limit;) {
      before = at;
      at = this.#quickly(at, limit);
      if (this.rows === most || at >= limit) break;
      // What the kernel stopped at, one record of it.
      this.maxRows = this.rows + 1;
      at = this.#part.upTo(limit, (final) => scan(this, at, limit, final));
      this.maxRows = most;
    }
    return at;
  }

  #quickly(from: number, limit: number): number {
    const marks = this.marks!;
    const { room, at, placesAt } = this.#part;
    marks.seek(from);
    const state = new Int32Array(room.buffer, this.#stateAt, STATE_WORDS);
    state.set([this.maxRows, this.#cells, this.rows, marks.at]);
    const { startsAt, endsAt, offsetsAt } = this;
    const next = room.kernels.records(
      at,
      from,
      limit,
      this.#delimiter,
      this.#quote,
      placesAt,
      this.#stateAt,
      startsAt,
      endsAt,
      offsetsAt,
    );
    this.rows = state[2]!;
    marks.at = state[3]!;
    return next;
  }
}
