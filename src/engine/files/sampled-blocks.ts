import type { CellBlock } from '../table/build/cell-block';
import { isBlank, textOf } from '../table/build/cell-bytes';
import { headerNames } from './header-names';
import type { ReadOptions } from './read-options';

type Sample = NonNullable<ReadOptions['sample']>;

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Of each block the records of the sample, renumbered; the header stays. A record belongs to it if the hash of its
 * cell in the column `by` is a multiple of `every`, so that all rows of a customer are in it or none, in this file and
 * the next. Without that column, or where the cell is blank, the hash of the whole record decides.
 */
export async function* sampledBlocks(
  blocks: AsyncGenerator<CellBlock>,
  { every, by }: Sample,
): AsyncGenerator<CellBlock> {
  let position = by === undefined ? -1 : positionOf(by);
  let firstRow = 0;
  for await (const block of blocks) {
    if (block.isHeader) {
      if (by !== undefined) position = headerNames(cellsOf(block), block.cells).names.indexOf(by);
      yield block;
      continue;
    }
    block.firstRow = firstRow;
    keepSample(block, every, position);
    firstRow += block.rows;
    if (block.rows > 0) yield block;
  }
}

/** Columns without names are called by their place. */
const positionOf = (name: string): number => Number(/^Column (\d+)$/.exec(name)?.[1] ?? 0) - 1;

const cellsOf = ({ bytes, starts, ends, cells }: CellBlock): string[] =>
  Array.from({ length: cells }, (_, cell) => textOf(bytes, starts[cell]!, ends[cell]!));

/** Takes the other records out of the block, in place. */
function keepSample(block: CellBlock, every: number, position: number): void {
  const { starts, ends, offsets, rows, unclosed } = block;
  let kept = 0;
  let cell = 0;
  let from = 0;
  block.unclosed = -1;
  for (let row = 0; row < rows; row++) {
    const until = offsets[row + 1]!;
    if (hashOf(block, from, until, position) % every === 0) {
      if (row === unclosed) block.unclosed = kept;
      starts.copyWithin(cell, from, until);
      ends.copyWithin(cell, from, until);
      cell += until - from;
      offsets[++kept] = cell;
    }
    from = until;
  }
  block.rows = kept;
}

function hashOf({ bytes, starts, ends }: CellBlock, from: number, until: number, position: number): number {
  const cell = from + position;
  const named = position >= 0 && cell < until && !isBlank(bytes, starts[cell]!, ends[cell]!);
  return named ? hash(bytes, starts[cell]!, ends[cell]!) : hash(bytes, starts[from]!, ends[until - 1]!);
}

/** FNV-1a of some bytes, mixed once more so that its remainders are even. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = OFFSET_BASIS;
  for (let at = start; at < end; at++) value = Math.imul(value ^ bytes[at]!, PRIME);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
