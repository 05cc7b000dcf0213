import type { CellBlock } from '../table/build/cell-block';
import { blankWidth } from '../table/build/cell-bytes';
import { byteRoles, type Scan } from './scan-records';

const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const TAB = 0x09;
const WIDEST_BLANK = 3;

/** The marks of a file that the plain scanner does not know; each one ASCII byte, -1 for none. */
export interface CarefulDialect {
  delimiter: number;
  quote: number;
  /** Makes the next character stand for itself, as the backslash does. */
  escape: number;
  /** Whether blanks in front of a cell do not count: `a, "b"`. */
  trim: boolean;
}

/**
 * A scanner for cells set apart by one byte where a mark may be escaped, or where blanks follow the delimiter.
 * Otherwise as `delimitedScan`, and on the same terms.
 */
export function carefulScan(dialect: CarefulDialect): Scan {
  const roles = byteRoles(dialect.delimiter);
  return (block, from, limit, final) => {
    let taken = from;
    while (block.rows < block.maxRows && taken < limit) {
      const marks = block.doubled.length;
      const next = oneRecord(block, dialect, roles, taken, limit, final);
      if (next < 0) {
        block.doubled.length = marks;
        break;
      }
      taken = next;
    }
    return taken;
  };
}

/** Takes one record; gives the place after it, or -1 where more bytes must be seen. */
function oneRecord(
  block: CellBlock,
  dialect: CarefulDialect,
  roles: Uint8Array,
  from: number,
  limit: number,
  final: boolean,
): number {
  const { bytes, offsets } = block;
  const { delimiter, quote, escape, trim } = dialect;
  let cell = block.cells;
  let at = from;
  for (;;) {
    if (trim) while (at < limit && isSkipped(bytes[at]!, delimiter)) at++;
    let start = at;
    let end: number;
    if (at < limit && bytes[at] === quote) {
      const marks = block.doubled.length;
      start++;
      end = closingQuote(block, dialect, roles, start, limit, final, cell);
      if (end < 0) return -1;
      at = end;
      if (at < limit) for (at++; at < limit && roles[bytes[at]!] === 0;) at++;
      else {
        block.doubled.length = marks;
        block.unclosed = block.rows;
      }
    } else {
      let escaped = false;
      for (; at < limit && roles[bytes[at]!] === 0; at++) {
        if (bytes[at] !== escape || at + 1 >= limit || !isEscapable(bytes[at + 1]!, dialect)) continue;
        escaped = true;
        at++;
      }
      end = Math.min(at, limit);
      at = end;
      if (escaped) block.doubled.push(cell);
    }
    if (at >= limit && !final) return -1;
    if (cell + 1 >= block.starts.length) block.grow();
    block.starts[cell] = start;
    block.ends[cell++] = end;
    if (at >= limit || bytes[at] !== delimiter) break;
    at++;
    if (at >= limit && !final) return -1;
  }
  const first = block.cells;
  const blank = cell - first === 1 && block.starts[first] === block.ends[first];
  if (!blank) offsets[++block.rows] = cell;
  if (at >= limit) return at;
  if (bytes[at] === CR && at + 1 >= limit && !final) return blank ? at + 1 : undo(block);
  return at + (bytes[at] === CR && at + 1 < limit && bytes[at + 1] === LF ? 2 : 1);
}

/** A line feed that belongs to the carriage return may come with the next bytes. */
function undo(block: CellBlock): number {
  block.rows--;
  return -1;
}

const isSkipped = (byte: number, delimiter: number): boolean =>
  byte === BLANK || (byte === TAB && delimiter !== TAB);

const isEscapable = (byte: number, { delimiter, quote, escape }: CarefulDialect): boolean =>
  byte === quote || byte === escape || byte === delimiter;

/** As in `delimitedScan`, but an escaped quote does not close. */
function closingQuote(
  block: CellBlock,
  dialect: CarefulDialect,
  roles: Uint8Array,
  from: number,
  limit: number,
  final: boolean,
  cell: number,
): number {
  const { bytes } = block;
  const { quote, escape } = dialect;
  let marked = false;
  let at = from;
  for (; ; at++) {
    if (at >= limit) {
      if (!final) return -1;
      break;
    }
    const byte = bytes[at]!;
    if (byte === escape && at + 1 < limit && isEscapable(bytes[at + 1]!, dialect)) {
      marked = true;
      at++;
      continue;
    }
    if (byte !== quote) continue;
    if (at + 1 >= limit) {
      if (!final) return -1;
      break;
    }
    if (bytes[at + 1] === quote) {
      marked = true;
      at++;
      continue;
    }
    let after = at + 1;
    for (let width = 1; after < limit && roles[bytes[after]!] === 0 && width > 0; after += width) {
      width = blankWidth(bytes, after);
    }
    if (after + WIDEST_BLANK > limit && !final) return -1;
    if (after < limit && roles[bytes[after]!] !== 0) break;
  }
  if (marked) block.doubled.push(cell);
  return Math.min(at, limit);
}
