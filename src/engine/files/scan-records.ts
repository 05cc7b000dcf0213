import type { CellBlock } from '../table/build/cell-block';
import { blankWidth } from '../table/build/cell-bytes';

const LF = 0x0a;
const CR = 0x0d;
const SEPARATOR = 1;
const LINE_END = 2;

/** The two marks of a delimited file that the byte machine needs. */
export interface Dialect {
  /** One ASCII byte; -1 for runs of blanks and tabs. */
  delimiter: number;
  /** One ASCII byte; -1 for none. */
  quote: number;
}

/** Finds the records of a delimited file in bytes. */
export type Scan = (block: CellBlock, from: number, limit: number, final: boolean) => number;

/** What each byte means outside quotes. */
export function byteRoles(delimiter: number): Uint8Array {
  const roles = new Uint8Array(256);
  roles[LF] = LINE_END;
  roles[CR] = LINE_END;
  roles[delimiter] = SEPARATOR;
  return roles;
}

/**
 * A scanner for cells set apart by one byte. It appends whole records of `block.bytes[from … limit)` to the block
 * until the block is full or the bytes are used up, and gives the place after the last record taken.
 * `final` says that no bytes follow. The byte at `limit` must be a line feed (a sentinel).
 * Lines end with LF, CR or CRLF, also mixed; blank lines are passed over. Quotes as PapaParse 5 has them: they count
 * only at the start of a cell; a closing one may be followed by blanks; one followed by anything else is a plain
 * character; a cell that is never closed runs to the end of the file, as written.
 */
export function delimitedScan({ delimiter, quote }: Dialect): Scan {
  const roles = byteRoles(delimiter);
  return (block, from, limit, final) => {
    const { bytes, offsets, maxRows, marks } = block;
    const places = marks?.places;
    marks?.seek(from);
    let mark = marks?.at ?? 0;
    let { rows, starts, ends } = block;
    let cell = block.cells;
    let at = from;
    let recordStart = from;
    while (rows < maxRows && at < limit) {
      let start = at;
      let end = -1;
      if (bytes[at] === quote) {
        const doubled = block.doubled.length;
        end = closingQuote(block, roles, quote, at + 1, limit, final, cell);
        if (end < 0) break;
        start++;
        at = Math.min(end + 1, limit);
        if (end === limit) {
          block.doubled.length = doubled;
          block.unclosed = rows;
        }
      }
      if (places) {
        while (places[mark]! < at) mark++;
        at = places[mark]!;
      } else while (roles[bytes[at]!] === 0) at++;
      if (end < 0) end = at;
      if (at >= limit && !final) break;
      if (cell + 1 >= starts.length) {
        block.grow();
        ({ starts, ends } = block);
      }
      starts[cell] = start;
      ends[cell] = end;
      cell++;
      if (at < limit && bytes[at] === delimiter) {
        at++;
        if (at < limit) continue;
        if (!final) break;
        starts[cell] = at;
        ends[cell] = at;
        cell++;
      } else if (at < limit) at += bytes[at] === CR && bytes[at + 1] === LF && at + 1 < limit ? 2 : 1;
      const first = offsets[rows]!;
      if (cell - first === 1 && starts[first] === ends[first]) cell = first;
      else offsets[++rows] = cell;
      recordStart = at;
    }
    if (marks) marks.at = mark;
    dropDoubled(block, offsets[rows]!);
    block.rows = rows;
    return recordStart;
  };
}

/**
 * Where the quoted cell that begins at `from` ends: the place of its closing quote, or `limit` if the file ends
 * first; -1 where more bytes must be seen.
 */
function closingQuote(
  block: CellBlock,
  roles: Uint8Array,
  quote: number,
  from: number,
  limit: number,
  final: boolean,
  cell: number,
): number {
  const { bytes } = block;
  let at = from;
  let doubled = false;
  for (;;) {
    while (at < limit && bytes[at] !== quote) at++;
    if (at >= limit) return final ? limit : -1;
    if (at + 1 >= limit) {
      if (!final) return -1;
      break;
    }
    const next = bytes[at + 1]!;
    if (next === quote) {
      doubled = true;
      at += 2;
      continue;
    }
    if (roles[next] !== 0) break;
    let after = at + 1;
    for (let width = 1; after < limit && roles[bytes[after]!] === 0 && width > 0; after += width) {
      width = blankWidth(bytes, after);
    }
    if (after + 3 > limit && !final) return -1;
    if (after < limit && roles[bytes[after]!] !== 0) break;
    at++;
  }
  if (doubled) block.doubled.push(cell);
  return at;
}

function dropDoubled(block: CellBlock, cells: number): void {
  const { doubled } = block;
  while (doubled.length > 0 && doubled[doubled.length - 1]! >= cells) doubled.pop();
}
