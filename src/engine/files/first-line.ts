import { CellBlock } from '../table/build/cell-block';
import { lineEnd } from './line-end';
import type { PartBytes } from './part-bytes';
import type { Scan } from './scan-records';

const LOOK_AT = 4;
const MOST_LINES = 64;

/**
 * Where in the bytes of a part its first record is taken to begin: at the first line after its first byte from which
 * on some records have the number of cells they should have, else at the first line. -1 where no line begins in the
 * part. A guess that is checked by where the part before ends.
 */
export function firstLine(bytes: PartBytes, scan: Scan, expected: number): number {
  const look = new CellBlock(LOOK_AT, 1024);
  let first = -1;
  let at = 0;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    at = lineEnd(bytes.bytes, at, bytes.length, bytes.final);
    if (at < 0 || at >= bytes.within) break;
    if (first < 0) first = at;
    look.clear();
    look.bytes = bytes.bytes;
    look.marks = bytes.marks;
    bytes.upTo(bytes.length, (final) => scan(look, at, bytes.length, final));
    if (look.rows === LOOK_AT && isRegular(look, expected)) return at;
  }
  return first;
}

function isRegular({ offsets, rows }: CellBlock, expected: number): boolean {
  for (let row = 0; row < rows; row++) if (offsets[row + 1]! - offsets[row]! !== expected) return false;
  return true;
}
