import { EngineError } from '../../errors';
import { NotUnderstood } from './not-understood';
import type { SheetBlock } from './sheet-block';
import { ERROR, SheetBlocks, TEXT, VALUE } from './sheet-blocks';
import type { CellSink, Merge } from './workbook';

/** Some lines of a sheet as comma-separated UTF-8. */
export interface LinePiece {
  bytes: Uint8Array;
  /** Row of the first line, from 0. */
  firstRow: number;
  /** The row behind the last. */
  toRow: number;
  /** Cells in each line that is not empty; -1 where they differ. */
  width: number;
}

/** A sheet as text, as far as it is kept, and what is where on it. */
export interface WrittenSheet {
  pieces: LinePiece[];
  whole: SheetBlock;
  /** The tables on the sheet where there are several. */
  tables: readonly SheetBlock[];
  merges: readonly Merge[];
}

const PIECE_BYTES = 1 << 20;
/** Text that a tab can hold beside the table made of it. */
const MOST_BYTES = 1_000_000_000;
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
const COMMA = 0x2c;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;

/**
 * Takes the filled cells of a sheet in their order and writes them as delimited text: one line for each row from the
 * first on, an empty line for a row without anything. Lines are as wide as the widest so far; `fitLines` makes them
 * alike. Without `keep` only the first piece is kept, for a look at it.
 * @throws EngineError `file-too-large`; NotUnderstood where rows or cells are out of order
 */
export class SheetLines implements CellSink {
  readonly #blocks = new SheetBlocks();
  readonly #pieces: LinePiece[] = [];
  readonly #merges: Merge[] = [];
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(PIECE_BYTES * 1.25);
  #length = 0;
  #total = 0;
  #lineStart = 0;
  #row = -1;
  #hidden = false;
  /** Rows written, empty ones included. */
  #lines = 0;
  #firstRow = 0;
  /** The column of the last cell in this row; -1 before the first. */
  #column = -1;
  #separators = 0;
  #hasText = false;
  #width = 0;
  #pieceWidth = 0;

  constructor(
    readonly file: string,
    readonly keep: boolean,
  ) {}

  /** Whether a whole piece is written: enough for a look. */
  get hasPiece(): boolean {
    return this.#pieces.length > 0;
  }

  get rows(): number {
    return this.#row + 1;
  }

  row(row: number, hidden: boolean): void {
    this.#endRow();
    if (row <= this.#row || row >= MOST_ROWS) throw new NotUnderstood('row out of order');
    this.#row = row;
    this.#hidden = hidden;
  }

  text(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    this.#cell(column, TEXT);
    this.#hasText = true;
    this.#room((end - start) * 2 + 2);
    const to = this.#bytes;
    let length = this.#length;
    let special = bytes[start]! <= BLANK || bytes[end - 1]! <= BLANK;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      to[length++] = byte;
      if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) special = true;
    }
    this.#length = special ? writeQuoted(to, this.#length, bytes, start, end) : length;
  }

  ready(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    this.#cell(column, TEXT);
    this.#copy(bytes, start, end);
  }

  digits(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#cell(column, VALUE);
    this.#copy(bytes, start, end);
  }

  value(column: number, text: string): void {
    this.#cell(column, VALUE);
    this.#hasText = true;
    this.#room(text.length);
    for (let at = 0; at < text.length; at++) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  words(column: number, text: string): void {
    const bytes = this.#encoder.encode(text);
    this.text(column, bytes, 0, bytes.length);
  }

  error(column: number): void {
    this.#cell(column, ERROR);
  }

  merge(merge: Merge): void {
    this.#merges.push(merge);
  }

  finish(): WrittenSheet {
    this.#endRow();
    this.#cut();
    this.#bytes = new Uint8Array(0);
    const tables = this.#blocks.finish();
    return { pieces: this.#pieces, whole: this.#blocks.whole, tables, merges: this.#merges };
  }

  /** Goes to a cell: empty lines of the rows before, and separators. */
  #cell(column: number, kind: number): void {
    if (column <= this.#column || column >= MOST_COLUMNS) throw new NotUnderstood('cell out of order');
    if (this.#column < 0) this.#beginLine();
    this.#column = column;
    this.#blocks.cell(column, kind);
    const more = column - this.#separators;
    this.#room(more);
    for (let at = 0; at < more; at++) this.#bytes[this.#length++] = COMMA;
    this.#separators = column;
  }

  #beginLine(): void {
    this.#blocks.row(this.#row, this.#hidden);
    const gap = this.#row - this.#lines;
    this.#room(gap);
    for (let at = 0; at < gap; at++) this.#bytes[this.#length++] = LF;
    this.#lines = this.#row;
    this.#lineStart = this.#length;
    this.#separators = 0;
    this.#hasText = false;
  }

  #endRow(): void {
    if (this.#column < 0) return;
    if (this.#column >= this.#width) this.#width = this.#column + 1;
    this.#column = -1;
    this.#lines = this.#row + 1;
    if (this.#hasText) {
      const more = this.#width - 1 - this.#separators;
      this.#room(more + 1);
      for (let at = 0; at < more; at++) this.#bytes[this.#length++] = COMMA;
      if (this.#pieceWidth === 0) this.#pieceWidth = this.#width;
      else if (this.#pieceWidth !== this.#width) this.#pieceWidth = -1;
    } else this.#length = this.#lineStart;
    this.#room(1);
    this.#bytes[this.#length++] = LF;
    if (this.#length >= PIECE_BYTES) this.#cut();
  }

  #cut(): void {
    if (this.#length === 0) return;
    this.#total += this.#length;
    if (this.keep && this.#total > MOST_BYTES)
      throw new EngineError('file-too-large', { file: this.file, bytes: this.#total, limit: MOST_BYTES });
    if (this.keep || this.#pieces.length === 0)
      this.#pieces.push({
        bytes: this.#bytes.slice(0, this.#length),
        firstRow: this.#firstRow,
        toRow: this.#lines,
        width: this.#pieceWidth,
      });
    this.#length = 0;
    this.#firstRow = this.#lines;
    this.#pieceWidth = 0;
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    this.#hasText = true;
    this.#room(end - start);
    const to = this.#bytes;
    let length = this.#length;
    for (let at = start; at < end; at++) to[length++] = bytes[at]!;
    this.#length = length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Writes a cell between quotes, doubled inside, as RFC 4180 has it; gives the place behind. */
export function writeQuoted(
  to: Uint8Array,
  at: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let length = at;
  to[length++] = QUOTE;
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    if (byte === QUOTE) to[length++] = QUOTE;
    to[length++] = byte;
  }
  to[length++] = QUOTE;
  return length;
}

/** Whether a cell must stand between quotes: it holds a separator, a quote or a line end, or has blanks at its ends. */
export function needsQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > start && (bytes[start]! <= BLANK || bytes[end - 1]! <= BLANK)) return true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) return true;
  }
  return false;
}
