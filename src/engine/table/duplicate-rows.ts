import type { ColumnTable } from 'arquero';
import type { Work } from '../work';
import type { Column } from './columns';
import { columnOf } from './table';

const BLOCK = 8192;
const HASH_OF_MISSING = 0x9e3779b9;
/** Rows that are looked through together: few enough for their hash table to stay in the processor's cache. */
const PART = 1 << 14;
const MOST_PARTS = 1 << 10;

/**
 * Marks each row that equals an earlier one in the given columns: 1 copy, 0 first of its kind.
 * Shape: n marks. Blanks equal blanks. Rows are compared cell by cell on every hit of their hashes.
 * @throws EngineError `missing-column`
 */
export async function duplicateRows(
  table: ColumnTable,
  columns: readonly string[],
  work: Work,
): Promise<Uint8Array> {
  const cells = columns.map((name) => columnOf(table, name));
  const whole = columns.length > 0 && columns.length === table.numCols();
  const known = whole ? knownMarks(cells) : null;
  if (known) return known.slice();
  const marks = new Uint8Array(table.totalRows());
  await findCopies(cells, marks.length, (copy) => (marks[copy] = 1), work);
  if (whole) rememberCopies(cells, marks.slice());
  return marks;
}

/**
 * For each row the first one that equals it in the given columns, itself where it is that. Otherwise as `duplicateRows`.
 * @param spread what the hashes of rows are put through before they are compared
 */
export async function firstEqualRows(
  table: ColumnTable,
  columns: readonly string[],
  work: Work,
  spread?: (hash: number) => number,
): Promise<Uint32Array> {
  const firsts = Uint32Array.from({ length: table.totalRows() }, (_, row) => row);
  const cells = columns.map((name) => columnOf(table, name));
  await findCopies(cells, firsts.length, (copy, first) => (firsts[copy] = first), work, spread);
  return firsts;
}

type Copy = (copy: number, first: number) => void;

async function findCopies(
  cells: readonly Column[],
  rows: number,
  found: Copy,
  work: Work,
  spread?: (hash: number) => number,
): Promise<void> {
  const parts = new HashParts(rows);
  const breathe = (done: number) => work.breathe({ phase: 'copies', done, total: rows, unit: 'rows' });
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (const column of cells) addHashes(column, parts.hashes, from, to);
    if (spread) for (let row = from; row < to; row++) parts.hashes[row] = spread(parts.hashes[row]!);
    parts.count(from, to);
    const rest = breathe(Math.floor(to / 2));
    if (rest) await rest;
  }
  for (let from = 0; from < rows; from += BLOCK) {
    parts.share(from, Math.min(rows, from + BLOCK));
    const rest = breathe(Math.floor(rows / 2));
    if (rest) await rest;
  }
  for (let part = 0; part < parts.size; part++) {
    copiesOfPart(parts, part, cells, found);
    const rest = breathe(Math.floor((rows + parts.end(part)) / 2));
    if (rest) await rest;
  }
}

/** Keeps the marks of a whole table that were found elsewhere. They are not to be written to. */
export function rememberCopies(cells: readonly Column[], marks: Uint8Array): void {
  if (cells[0]) remembered.set(cells[0], { cells, marks });
}

/** Marks of whole tables by their first column, for as long as it lives: what is counted in a file is dropped next. */
const remembered = new WeakMap<Column, { cells: readonly Column[]; marks: Uint8Array }>();

function knownMarks(cells: readonly Column[]): Uint8Array | null {
  const known = remembered.get(cells[0]!);
  const same = known?.cells.length === cells.length && known.cells.every((cell, at) => cell === cells[at]);
  return known && same ? known.marks : null;
}

/** Rows by the first bits of their hashes, within a part in the order of the table: equal rows are in one part. */
class HashParts {
  readonly size: number;
  readonly hashes: Uint32Array;
  /** The rows part by part, and their hashes. */
  readonly rows: Uint32Array;
  readonly hashOf: Uint32Array;
  readonly #shift: number;
  readonly #begins: Uint32Array;
  #next: Uint32Array | null = null;
  #slots = new Uint32Array(16);

  constructor(rows: number) {
    let bits = 0;
    while (1 << bits < MOST_PARTS && rows >> bits > PART) bits++;
    this.size = 1 << bits;
    // A shift by 32 bits would be one by none.
    this.#shift = bits === 0 ? 31 : 32 - bits;
    this.hashes = new Uint32Array(rows);
    this.rows = new Uint32Array(rows);
    this.hashOf = new Uint32Array(rows);
    this.#begins = new Uint32Array(this.size + 1);
  }

  begin(part: number): number {
    return this.#begins[part]!;
  }

  end(part: number): number {
    return this.#begins[part + 1]!;
  }

  /** Ends the hashes of some rows and counts them into their parts. */
  count(from: number, to: number): void {
    const { hashes } = this;
    const begins = this.#begins;
    for (let row = from; row < to; row++) {
      const hash = finish(hashes[row]!);
      hashes[row] = hash;
      begins[this.#partOf(hash) + 1]!++;
    }
  }

  /** Puts some rows into their parts; all must have been counted. */
  share(from: number, to: number): void {
    const next = (this.#next ??= this.#started());
    const { hashes, hashOf, rows } = this;
    for (let row = from; row < to; row++) {
      const hash = hashes[row]!;
      const at = next[this.#partOf(hash)]!++;
      rows[at] = row;
      hashOf[at] = hash;
    }
  }

  /** A power of two of slots, all free, at least twice as many as there are rows. */
  freeSlots(rows: number): Uint32Array {
    let size = 16;
    while (size < rows * 2) size *= 2;
    if (this.#slots.length < size) return (this.#slots = new Uint32Array(size));
    return this.#slots.subarray(0, size).fill(0);
  }

  #started(): Uint32Array {
    for (let part = 0; part < this.size; part++) this.#begins[part + 1]! += this.#begins[part]!;
    return this.#begins.slice();
  }

  #partOf(hash: number): number {
    return this.size === 1 ? 0 : hash >>> this.#shift;
  }
}

function copiesOfPart(parts: HashParts, part: number, cells: readonly Column[], found: Copy): void {
  const { rows, hashOf } = parts;
  const begin = parts.begin(part);
  const end = parts.end(part);
  const held = parts.freeSlots(end - begin);
  const mask = held.length - 1;
  for (let at = begin; at < end; at++) {
    const hash = hashOf[at]!;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const other = held[slot]! + begin - 1;
      if (other < begin) {
        held[slot] = at - begin + 1;
        break;
      }
      if (hashOf[other] !== hash || !sameCells(cells, rows[other]!, rows[at]!)) continue;
      found(rows[at]!, rows[other]!);
      break;
    }
  }
}

function sameCells(cells: readonly Column[], a: number, b: number): boolean {
  for (const column of cells) if (!sameCell(column, a, b)) return false;
  return true;
}

function sameCell(column: Column, a: number, b: number): boolean {
  if (column.kind === 'text') return column.codes[a] === column.codes[b];
  const one = column.values[a]!;
  const other = column.values[b]!;
  return one === other || (one !== one && other !== other);
}

function addHashes(column: Column, hashes: Uint32Array, from: number, to: number): void {
  if (column.kind === 'text') {
    const { codes } = column;
    for (let row = from; row < to; row++) hashes[row] = mix(hashes[row]!, codes[row]!);
    return;
  }
  const { values } = column;
  if (column.kind === 'boolean') {
    for (let row = from; row < to; row++) hashes[row] = mix(hashes[row]!, values[row]!);
    return;
  }
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    // NaN has many bit patterns, and −0 equals 0.
    const word =
      value !== value
        ? HASH_OF_MISSING
        : value === 0
          ? 0
          : Math.imul(words[row * 2]!, 0x85ebca6b) ^ words[row * 2 + 1]!;
    hashes[row] = mix(hashes[row]!, word);
  }
}

/** One round of MurmurHash3 (Appleby, public domain): 32 bits in, 32 bits out. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) >>> 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
