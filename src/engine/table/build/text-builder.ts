import { uint32, uint8 } from '../buffers';
import { MISSING, TextColumn } from '../columns';
import { Dictionary } from '../dictionary';
import type { TextPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { isBlank } from './cell-bytes';
import { Cells } from './cells';
import type { ColumnBuilder } from './column-builder';
import { hashOf } from './text-hash';
import { ToldTexts, UNMET } from './told-texts';

const NONE = -1;
/** Shorter texts are copied byte by byte, without a view of their own. */
const SHORT = 48;

/** Fills a column of text; codes are numbered in the order of first appearance. */
export class TextBuilder implements ColumnBuilder {
  readonly spec = { builder: 'text' } as const;
  #cells = new Cells(uint32);
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Uint32Array(1 << 8);
  /** Hash of each code, for those who take the texts over. */
  #hashes = new Int32Array(1 << 8);
  /** Pairs of a hash and the code that has it, beside each other so that looking one up fetches one place. */
  #slots = new Int32Array(1 << 10).fill(NONE);
  #size = 0;
  #missing = 0;
  readonly #told = new Map<string, ToldTexts>();

  /** Missing cells so far. */
  get missing(): number {
    return this.#missing;
  }

  /** Distinct texts so far. */
  get size(): number {
    return this.#size;
  }

  /** The distinct texts end to end. */
  get distinctBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#offsets[this.#size]);
  }

  /** Foretells how many cells will come. */
  reserve(cells: number): void {
    this.#cells.reserve(cells);
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const { array: codes, at } = this.#cells.room(rows);
    let before = MISSING;
    let present = 0;
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      codes[at + row] = MISSING;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      if (before === MISSING || !this.#equals(before, bytes, start, end)) {
        if (startsBlank(bytes[start]!) && isBlank(bytes, start, end)) continue;
        before = this.#codeOf(bytes, start, end, hashOf(bytes, start, end));
      }
      codes[at + row] = before;
      present++;
    }
    this.#missing += rows - present;
  }

  /** As many missing cells. */
  addMissing(rows: number): void {
    const { array, at } = this.#cells.room(rows);
    array.fill(MISSING, at, at + rows);
    this.#missing += rows;
  }

  finish(): TextColumn {
    const used = this.#offsets[this.#size]!;
    const bytes = uint8(used);
    bytes.set(this.#bytes.subarray(0, used));
    const offsets = uint32(this.#size + 1);
    offsets.set(this.#offsets.subarray(0, this.#size + 1));
    return new TextColumn(this.#cells.take(), new Dictionary(bytes, offsets));
  }

  /** All that was made of the rows so far; the builder is done with. */
  part(): TextPart {
    return {
      codes: this.#cells.take(),
      bytes: this.distinctBytes,
      offsets: this.#offsets.subarray(0, this.#size + 1),
      hashes: this.#hashes.subarray(0, this.#size),
    };
  }

  /** Learns the texts of a part that does not count, for those after it may use their codes. */
  hear(part: TextPart): void {
    if (part.told) this.#toldBy(part.told.by).hear(part);
  }

  #toldBy(name: string): ToldTexts {
    const known = this.#told.get(name);
    if (known) return known;
    const told = new ToldTexts();
    this.#told.set(name, told);
    return told;
  }

  /** Takes what another builder made of the rows that follow; its texts get the codes they would have had here. */
  absorb(part: TextPart): true {
    const told = part.told ? this.#toldBy(part.told.by) : new ToldTexts();
    told.hear(part);
    const { codes } = part;
    const codeHere = told.codes;
    const { array, at } = this.#cells.room(codes.length);
    let missing = 0;
    let before: number = MISSING;
    let here: number = MISSING;
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      // Lines of one order follow each other.
      if (code !== before) {
        before = code;
        here = code === MISSING ? MISSING : codeHere[code]!;
        if (here === UNMET && code !== MISSING) here = codeHere[code] = this.#meet(told, code);
      }
      if (code === MISSING) missing++;
      array[at + row] = here;
    }
    told.met();
    this.#missing += missing;
    return true;
  }

  #meet(told: ToldTexts, code: number): number {
    const { part, at } = told.find(code);
    return this.#codeOf(part.bytes, part.offsets[at]!, part.offsets[at + 1]!, part.hashes[at]!);
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    let mine = this.#offsets[code]!;
    if (this.#offsets[code + 1]! - mine !== end - start) return false;
    const own = this.#bytes;
    for (let at = start; at < end; at++) if (bytes[at] !== own[mine++]) return false;
    return true;
  }

  #codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (hash << 1) & last;
    for (let code = slots[slot + 1]!; code !== NONE; code = slots[slot + 1]!) {
      if (slots[slot] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 2) & last;
    }
    slots[slot] = hash;
    slots[slot + 1] = this.#size;
    return this.#append(bytes, start, end, hash);
  }

  #append(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const code = this.#size++;
    const used = this.#offsets[code]!;
    const needed = used + end - start;
    if (needed > this.#bytes.length) this.#bytes = grownBytes(this.#bytes, needed);
    const own = this.#bytes;
    if (end - start > SHORT) own.set(bytes.subarray(start, end), used);
    else for (let at = start, to = used; at < end; at++, to++) own[to] = bytes[at]!;
    this.#hashes[code] = hash;
    this.#offsets[code + 1] = needed;
    if (code + 2 >= this.#offsets.length) this.#growCodes();
    if (this.#size * 4 > this.#slots.length) this.#rehash();
    return code;
  }

  #growCodes(): void {
    const offsets = new Uint32Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const hashes = new Int32Array(offsets.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(NONE);
    const last = slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      const hash = this.#hashes[code]!;
      let slot = (hash << 1) & last;
      while (slots[slot + 1] !== NONE) slot = (slot + 2) & last;
      slots[slot] = hash;
      slots[slot + 1] = code;
    }
    this.#slots = slots;
  }
}

const startsBlank = (byte: number): boolean => byte <= 0x20 || byte >= 0xc2;

function grownBytes(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(needed, bytes.length * 2));
  grown.set(bytes);
  return grown;
}
