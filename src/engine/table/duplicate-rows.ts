import type { ColumnTable } from 'arquero';
import type { Work } from '../work';
import type { Column } from './columns';
import { columnOf } from './table';

const BLOCK = 8192;
const HASH_OF_MISSING = 0x9e3779b9;

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
  const rows = table.totalRows();
  const cells = columns.map((name) => columnOf(table, name));
  const marks = new Uint8Array(rows);
  const hashes = new Uint32Array(rows);
  const slots = new Uint32Array(tableSize(rows));
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (const column of cells) addHashes(column, hashes, from, to);
    for (let row = from; row < to; row++) marks[row] = findOrKeep(row, hashes, slots, cells);
    const rest = work.breathe({ phase: 'copies', done: to, total: rows, unit: 'rows' });
    if (rest) await rest;
  }
  return marks;
}

/** A power of two that leaves at least half of the slots free. */
function tableSize(rows: number): number {
  let size = 16;
  while (size < rows * 2) size *= 2;
  return size;
}

/** 1 if an equal row is in the slots already; else the row takes the first free slot and the answer is 0. */
function findOrKeep(row: number, hashes: Uint32Array, slots: Uint32Array, cells: readonly Column[]): 0 | 1 {
  const mask = slots.length - 1;
  const hash = finish(hashes[row]!);
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot]!;
    if (held === 0) {
      slots[slot] = row + 1;
      return 0;
    }
    if (hashes[held - 1] === hashes[row] && cells.every((column) => sameCell(column, held - 1, row)))
      return 1;
  }
}

function sameCell(column: Column, a: number, b: number): boolean {
  if (column.kind === 'text') return column.codes[a] === column.codes[b];
  const one = column.values[a]!;
  const other = column.values[b]!;
  return one === other || (one !== one && other !== other);
}

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

function addHashes(column: Column, hashes: Uint32Array, from: number, to: number): void {
  if (column.kind === 'text') {
    for (let row = from; row < to; row++) hashes[row] = mix(hashes[row]!, column.codes[row]!);
    return;
  }
  const { values } = column;
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    // + 0 makes −0 and 0 one value, as === does.
    scratch[0] = value + 0;
    const word = value === value ? Math.imul(words[0]!, 0x85ebca6b) ^ words[1]! : HASH_OF_MISSING;
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
