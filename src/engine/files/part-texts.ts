import { EncodeState } from '../kernels/kernels';
import type { Room } from '../kernels/room';
import { uint32 } from '../table/buffers';
import type { TextPart } from '../table/build/builder-part';
import type { CellBlock } from '../table/build/cell-block';
import { Cells } from '../table/build/cells';
import type { BlockSpans } from './block-spans';

const NONE = 0xffffffff;
const FIRST_TEXTS = 1 << 6;
const FIRST_BYTES = 1 << 10;

/** What `TextBuilder` is, for the rows of one part: its dictionary lies where the kernels see it. */
export class PartTexts {
  readonly #room: Room;
  readonly #cells = new Cells(uint32);
  readonly #at: number;

  constructor(
    readonly spans: BlockSpans,
    readonly position: number,
  ) {
    this.#room = spans.bytes.room;
    this.#at = this.#room.take(EncodeState.words * 4);
    this.#state.fill(0);
    this.#grow();
  }

  reserve(cells: number): void {
    this.#cells.reserve(cells);
  }

  /** Takes the cells of the block whose spans were set last. */
  add({ rows }: CellBlock): void {
    const { bytes, starts, ends, offsets, codes } = this.spans;
    const { kernels } = this.#room;
    for (let row = 0; row < rows;) {
      row = kernels.encode(bytes.at, starts, ends, offsets, row, rows, this.position, this.#at, codes);
      if (row < rows) this.#grow();
    }
    const { array, at } = this.#cells.room(rows);
    array.set(this.#room.words(codes, rows), at);
  }

  part(): TextPart {
    const state = this.#state;
    const size = state[EncodeState.size]!;
    const offsets = size === 0 ? new Uint32Array(1) : this.#words(EncodeState.places, size + 1).slice();
    return {
      codes: this.#cells.take(),
      bytes: this.#room.bytes(state[EncodeState.texts]!, offsets[size]!).slice(),
      offsets,
      hashes: new Int32Array(this.#words(EncodeState.hashes, size).slice().buffer),
    };
  }

  get #state(): Uint32Array {
    return this.#room.words(this.#at, EncodeState.words);
  }

  #words(area: number, length: number): Uint32Array<ArrayBuffer> {
    return this.#room.words(this.#state[area]!, length);
  }

  /** Makes more room for texts, for their bytes or for both. */
  #grow(): void {
    const before = this.#state.slice();
    const [size, most, mostBytes] = [EncodeState.size, EncodeState.mostTexts, EncodeState.mostBytes].map(
      (word) => before[word]!,
    ) as [number, number, number];
    const used = size === 0 ? 0 : this.#words(EncodeState.places, size + 1)[size]!;
    const full = size === most;
    const texts = full ? Math.max(FIRST_TEXTS, most * 2) : most;
    const bytes = !full || used * 2 > mostBytes ? Math.max(FIRST_BYTES, mostBytes * 2) : mostBytes;
    const places = this.#moved(before[EncodeState.places]!, size === 0 ? 0 : (size + 1) * 4, (texts + 1) * 4);
    if (size === 0) this.#room.words(places, 1)[0] = 0;
    const hashes = this.#moved(before[EncodeState.hashes]!, size * 4, texts * 4);
    const state = [
      this.#room.take(texts * 8),
      texts * 2 - 1,
      hashes,
      places,
      this.#moved(before[EncodeState.texts]!, used, bytes),
      texts,
      bytes,
      size,
    ];
    this.#state.set(state);
    this.#fillSlots(size, texts * 2);
  }

  #fillSlots(size: number, count: number): void {
    const slots = this.#words(EncodeState.slots, count).fill(NONE);
    const hashes = this.#words(EncodeState.hashes, size);
    for (let code = 0; code < size; code++) {
      let slot = hashes[code]! & (count - 1);
      while (slots[slot] !== NONE) slot = (slot + 1) & (count - 1);
      slots[slot] = code;
    }
  }

  /** A larger area that begins with what an area held. */
  #moved(from: number, held: number, bytes: number): number {
    const to = this.#room.take(bytes);
    this.#room.bytes(to, held).set(this.#room.bytes(from, held));
    return to;
  }
}
