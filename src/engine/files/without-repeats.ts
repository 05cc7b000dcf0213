import type { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import { isRepeat } from './repeated-names';

/**
 * The same records without those that repeat the names of the columns, renumbered; which they were stands in
 * `block.repeated`, numbered as if they were rows. Without a header all of them stay.
 */
export async function* withoutRepeats(blocks: AsyncGenerator<CellBlock>): AsyncGenerator<CellBlock> {
  let names: string[] = [];
  let kept = 0;
  let dropped = 0;
  for await (const block of blocks) {
    if (block.isHeader) {
      names = cellsOf(block, 0, block.cells).map((name) => name.trim());
      yield block;
      continue;
    }
    block.firstRow = kept;
    const repeated = dropRepeats(block, names);
    block.repeated = repeated.map((row) => kept + dropped + row + 1);
    kept += block.rows;
    dropped += repeated.length;
    yield block;
    block.repeated = [];
  }
}

const cellsOf = ({ bytes, starts, ends }: CellBlock, from: number, until: number): string[] =>
  Array.from({ length: until - from }, (_, at) => textOf(bytes, starts[from + at]!, ends[from + at]!));

/** Takes the records out of the block, in place, and gives which they were. */
function dropRepeats(block: CellBlock, names: readonly string[]): number[] {
  const { starts, ends, offsets, rows, unclosed, mended } = block;
  const repeated: number[] = [];
  let kept = 0;
  let cell = 0;
  let from = 0;
  for (let row = 0; row < rows; row++) {
    const until = offsets[row + 1]!;
    if (mayRepeat(block, from, until, names) && isRepeat(cellsOf(block, from, until), names))
      repeated.push(row);
    else {
      if (repeated.length > 0) {
        starts.copyWithin(cell, from, until);
        ends.copyWithin(cell, from, until);
        if (row === unclosed) block.unclosed = kept;
      }
      cell += until - from;
      offsets[++kept] = cell;
    }
    from = until;
  }
  block.rows = kept;
  if (repeated.length > 0) {
    const above = (row: number) => repeated.filter((one) => one < row).length;
    block.mended = mended
      .filter(({ row }) => !repeated.includes(row))
      .map(({ row, text }) => ({ row: row - above(row), text }));
    if (repeated.includes(unclosed)) block.unclosed = -1;
  }
  return repeated;
}

/** Whether one of the first two cells can be the name of its column, by its first letter: most rows end here. */
function mayRepeat(
  { bytes, starts, ends }: CellBlock,
  from: number,
  until: number,
  names: readonly string[],
) {
  for (let at = 0; at < 2 && from + at < until; at++) {
    const name = names[at];
    if (!name || starts[from + at] === ends[from + at]) continue;
    if (textOf(bytes, starts[from + at]!, Math.min(ends[from + at]!, starts[from + at]! + 1)) === name[0])
      return true;
    if (name.charCodeAt(0) >= 0x80 || bytes[starts[from + at]!]! <= 0x20) return true;
  }
  return false;
}
