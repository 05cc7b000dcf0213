import type { Work } from '../../work';
import type { Rectangle } from './sheet-block';
import type { LinePiece } from './sheet-lines';

const COMMA = 0x2c;
const QUOTE = 0x22;
const LF = 0x0a;

/**
 * Cuts the lines of a sheet to one rectangle of it and makes them equally wide; rows outside become empty lines.
 * Pieces that are so already are handed on as they are; the others give way one by one.
 */
export async function fitLines(pieces: LinePiece[], to: Rectangle, work: Work): Promise<LinePiece[]> {
  const fitted: LinePiece[] = [];
  for (const piece of pieces) {
    const rest = work.breathe();
    if (rest) await rest;
    if (piece.firstRow >= to.toRow) break;
    fitted.push(
      isFit(piece, to) ? piece : { ...piece, bytes: fit(piece, to), width: to.toColumn - to.fromColumn },
    );
    if (fitted.at(-1) !== piece) piece.bytes = new Uint8Array(0);
  }
  return fitted;
}

const isFit = ({ firstRow, toRow, width }: LinePiece, to: Rectangle): boolean =>
  width === to.toColumn && to.fromColumn === 0 && to.fromRow <= firstRow && to.toRow >= toRow;

function fit({ bytes, firstRow }: LinePiece, to: Rectangle): Uint8Array {
  const out = new Out(bytes.length * 1.25 + 64);
  let row = firstRow;
  for (let at = 0; at < bytes.length; row++) {
    const end = lineEnd(bytes, at);
    if (end > at && row >= to.fromRow && row < to.toRow) fitLine(out, bytes, at, end, to);
    out.byte(LF);
    at = end + 1;
  }
  return out.take();
}

function fitLine(out: Out, bytes: Uint8Array, from: number, to: number, rectangle: Rectangle): void {
  const { fromColumn, toColumn } = rectangle;
  const start = out.length;
  let hasText = false;
  let column = 0;
  for (let at = from; column < toColumn; column++) {
    const end = at < to ? cellEnd(bytes, at, to) : at;
    if (column > fromColumn) out.byte(COMMA);
    if (column >= fromColumn && end > at) {
      out.bytes(bytes, at, end);
      hasText = true;
    }
    at = Math.min(end + 1, to);
  }
  if (!hasText) out.length = start;
}

/** The line feed outside quotes that ends the line. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let quoted = false;
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LF && !quoted) break;
  }
  return at;
}

function cellEnd(bytes: Uint8Array, from: number, limit: number): number {
  let quoted = false;
  let at = from;
  for (; at < limit; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === COMMA && !quoted) break;
  }
  return at;
}

/** Bytes that grow. */
class Out {
  length = 0;
  #bytes: Uint8Array;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  byte(byte: number): void {
    this.#room(1);
    this.#bytes[this.length++] = byte;
  }

  bytes(from: Uint8Array, start: number, end: number): void {
    this.#room(end - start);
    this.#bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}
