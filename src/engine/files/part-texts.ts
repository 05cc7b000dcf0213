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
/** More texts than this are hardly met again; then all are forgotten and told anew. */
const MOST_REMEMBERED = 1 << 18;
const MOST_BYTES = 1 << 23;
/** A part will bring some more new texts than the one before. */
const ROOM = 1.25;

/** Areas of the room by the word of the state that says where they are, and their bytes. */
const areas = (texts: number, bytes: number): readonly (readonly [word: number, bytes: number])[] => [
  [EncodeState.slots, texts * 16],
  [EncodeState.hashes, texts * 4],
  [EncodeState.places, (texts + 1) * 4],
  [EncodeState.texts, bytes],
];

/**
 * What `TextBuilder` is, for the rows of one part after another: its dictionary lies where the kernels see it. With a
 * name it goes on from part to part; without one it is for a single part.
 */
export class PartTexts {
  readonly #room: Room;
  readonly #name: string | null;
  readonly #cells = new Cells(uint32);
  readonly #at: number;
  /** How often all was forgotten. */
  #turns = 0;
  /** Texts and their bytes that were told with earlier parts. */
  #told = 0;
  #toldBytes = 0;
  #newTexts = 0;
  #newBytes = 0;

  constructor(
    room: Room,
    name: string | null,
    readonly most = MOST_REMEMBERED,
  ) {
    this.#room = room;
    this.#name = name;
    this.#at = room.take(EncodeState.words * 4);
    this.#state.fill(0);
    this.#resize(FIRST_TEXTS, FIRST_BYTES);
  }

  /** Makes ready for the next part, with room for what it will probably bring. */
  begin(): void {
    this.#cells.clear();
    const state = this.#state;
    if (this.#told > this.most || this.#toldBytes > MOST_BYTES) {
      state[EncodeState.size] = 0;
      this.#words(EncodeState.slots, (state[EncodeState.mask]! + 1) * 2).fill(NONE);
      [this.#told, this.#toldBytes] = [0, 0];
      this.#turns++;
    }
    const texts = this.#told + Math.ceil(this.#newTexts * ROOM);
    const bytes = this.#toldBytes + Math.ceil(this.#newBytes * ROOM);
    const [mostTexts, mostBytes] = [state[EncodeState.mostTexts]!, state[EncodeState.mostBytes]!];
    if (texts > mostTexts || bytes > mostBytes)
      this.#resize(doubled(mostTexts, texts), doubled(mostBytes, bytes));
  }

  reserve(cells: number): void {
    this.#cells.reserve(cells);
  }

  /** Takes cell `position` of the records of the block whose spans were set last. */
  add({ rows }: CellBlock, spans: BlockSpans, position: number): void {
    const { bytes, starts, ends, offsets, codes } = spans;
    const { kernels } = this.#room;
    for (let row = 0; row < rows;) {
      row = kernels.encode(bytes.at, starts, ends, offsets, row, rows, position, this.#at, codes);
      if (row < rows) this.#grow();
    }
    const { array, at } = this.#cells.room(rows);
    array.set(this.#room.words(codes, rows), at);
  }

  /** What the rows since the last part became, and the texts that are new. */
  part(): TextPart {
    const size = this.#state[EncodeState.size]!;
    const before = this.#told;
    const offsets = this.#words(EncodeState.places, size + 1).slice(before);
    const from = offsets[0]!;
    const end = offsets[offsets.length - 1]!;
    for (let at = 0; at < offsets.length; at++) offsets[at]! -= from;
    const hashes = this.#words(EncodeState.hashes, size).slice(before);
    const texts = this.#state[EncodeState.texts]!;
    [this.#newTexts, this.#newBytes] = [size - before, end - from];
    [this.#told, this.#toldBytes] = [size, end];
    return {
      codes: this.#cells.take(),
      bytes: this.#room.bytes(texts + from, end - from).slice(),
      offsets,
      hashes: new Int32Array(hashes.buffer),
      told: this.#name === null ? null : { by: `${this.#name}.${this.#turns}`, before },
    };
  }

  /** Takes what lies beyond `mark` out of the room; gives what puts it back once the room was dropped to there. */
  lift(mark: number): () => void {
    const state = this.#state;
    const lifted = areas(state[EncodeState.mostTexts]!, state[EncodeState.mostBytes]!)
      .filter(([word]) => state[word]! >= mark)
      .map(([word, bytes]) => ({ word, held: this.#room.bytes(state[word]!, bytes).slice() }));
    return () => {
      for (const { word, held } of lifted) {
        const at = this.#room.take(held.length);
        this.#room.bytes(at, held.length).set(held);
        this.#state[word] = at;
      }
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
    const state = this.#state;
    const size = state[EncodeState.size]!;
    const [texts, bytes] = [state[EncodeState.mostTexts]!, state[EncodeState.mostBytes]!];
    const full = size === texts;
    const used = this.#words(EncodeState.places, size + 1)[size]!;
    this.#resize(full ? texts * 2 : texts, !full || used * 2 > bytes ? bytes * 2 : bytes);
  }

  #resize(texts: number, bytes: number): void {
    const before = this.#state.slice();
    const size = before[EncodeState.size]!;
    const used = size === 0 ? 0 : this.#words(EncodeState.places, size + 1)[size]!;
    const hold = [0, size * 4, (size + 1) * 4, used];
    const at = areas(texts, bytes).map(([word, length], area) =>
      this.#moved(before[word]!, size === 0 ? 0 : hold[area]!, length),
    );
    const [slots, hashes, places, held] = at as [number, number, number, number];
    if (size === 0) this.#room.words(places, 1)[0] = 0;
    this.#state.set([slots, texts * 2 - 1, hashes, places, held, texts, bytes, size]);
    this.#fillSlots(size, texts * 2);
  }

  #fillSlots(size: number, count: number): void {
    const slots = this.#words(EncodeState.slots, count * 2).fill(NONE);
    const hashes = this.#words(EncodeState.hashes, size);
    for (let code = 0; code < size; code++) {
      const hash = hashes[code]!;
      let slot = (hash & (count - 1)) * 2;
      while (slots[slot + 1] !== NONE) slot = (slot + 2) & (2 * count - 1);
      slots[slot] = hash;
      slots[slot + 1] = code;
    }
  }

  /** A larger area that begins with what an area held. */
  #moved(from: number, held: number, bytes: number): number {
    const to = this.#room.take(bytes);
    this.#room.bytes(to, held).set(this.#room.bytes(from, held));
    return to;
  }
}

/** A number doubled until it is at least `least`. */
function doubled(number: number, least: number): number {
  let grown = number;
  while (grown < least) grown *= 2;
  return grown;
}
