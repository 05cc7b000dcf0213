import { textOf } from '../../table/build/cell-bytes';
import type { LinePiece } from './sheet-lines';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;

/** A line as cells, and where it lies in its piece. */
export interface LineCells {
  row: number;
  cells: string[];
  start: number;
  /** The place of its line feed. */
  end: number;
}

/** The lines of a piece as cells, one by one; an empty line has none. */
export function* lineCells({ bytes, firstRow }: LinePiece): Generator<LineCells> {
  for (let at = 0, row = firstRow; at < bytes.length; row++) {
    const cells: string[] = [];
    const start = at;
    for (let from = at; ; from = ++at) {
      at = cellEnd(bytes, from);
      cells.push(unquoted(textOf(bytes, from, at)));
      if (bytes[at] !== COMMA) break;
    }
    yield { row, cells: at === start ? [] : cells, start, end: at };
    at++;
  }
}

function cellEnd(bytes: Uint8Array, from: number): number {
  let quoted = false;
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && (byte === COMMA || byte === LF)) break;
  }
  return at;
}

const unquoted = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
