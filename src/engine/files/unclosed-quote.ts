import type { CellBlock } from '../table/build/cell-block';
import type { ReadReport } from './read-report';

export type UnclosedQuote = NonNullable<ReadReport['unclosedQuote']>;

const LF = 0x0a;

/** What the quote that never closes in the block took with it. Null where no line came after it. */
export function unclosedQuote(block: CellBlock): UnclosedQuote | null {
  const cell = block.offsets[block.unclosed + 1]! - 1;
  let lines = 0;
  for (let at = block.starts[cell]!; at < block.ends[cell]! - 1; at++) if (block.bytes[at] === LF) lines++;
  return lines > 0 ? { row: block.firstRow + block.unclosed + 1, lines } : null;
}
