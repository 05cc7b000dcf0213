import type { CellBlock } from '../table/build/cell-block';
import type { Scan } from './scan-records';

const LF = 0x0a;
const CR = 0x0d;
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09;
const isLineEnd = (byte: number): boolean => byte === LF || byte === CR;

/**
 * A scanner for cells set apart by runs of blanks and tabs, as in fixed-width text; blanks at both ends of a line
 * do not count. A quoted cell ends at its quote; a line without cells is passed over.
 * The terms are those of `delimitedScan`.
 */
export function blankSeparatedScan(quote: number): Scan {
  return (block, from, limit, final) => {
    let at = from;
    let taken = from;
    while (block.rows < block.maxRows && at < limit) {
      at = oneLine(block, quote, at, limit, final);
      if (at < 0) break;
      taken = at;
    }
    return taken;
  };
}

/** Takes one line; gives the place after it, or -1 where more bytes must be seen. */
function oneLine(block: CellBlock, quote: number, from: number, limit: number, final: boolean): number {
  const { bytes, offsets } = block;
  let cell = block.cells;
  let at = from;
  for (;;) {
    while (at < limit && isBlank(bytes[at]!)) at++;
    if (at >= limit && !final) return -1;
    if (at >= limit || isLineEnd(bytes[at]!)) break;
    let start = at;
    let end: number;
    if (bytes[at] === quote) {
      start = ++at;
      while (at < limit && bytes[at] !== quote) at++;
      end = at;
      if (at < limit) at++;
    } else {
      while (at < limit && !isBlank(bytes[at]!) && !isLineEnd(bytes[at]!)) at++;
      end = at;
    }
    if (at >= limit && !final) return -1;
    if (cell + 1 >= block.starts.length) block.grow();
    block.starts[cell] = start;
    block.ends[cell++] = end;
  }
  if (cell > block.cells) offsets[++block.rows] = cell;
  return at < limit ? at + 1 : at;
}
