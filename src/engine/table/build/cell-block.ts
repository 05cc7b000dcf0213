import type { MarkList } from './mark-list';

const QUOTE_PAIR = 2;

/**
 * Some records of a delimited file as spans of bytes, without a string or an object per cell.
 * Cell `i` is `bytes[starts[i] … ends[i])`; record `r` has the cells `offsets[r] … offsets[r + 1])`.
 * Blocks are filled again and again: nobody may keep one, or its bytes, beyond the call it was given to.
 */
export class CellBlock {
  /** UTF-8. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where delimiters and line ends stand in `bytes`, if they were listed. */
  marks: MarkList | null = null;
  starts: Int32Array;
  ends: Int32Array;
  offsets: Int32Array;
  /** Records in the block. */
  rows = 0;
  /** Rows of data in the blocks before this one. */
  firstRow = 0;
  /** Whether this block holds the record that names the columns, and nothing else. */
  isHeader = false;
  /** The record that ends with the file because a quote in it never closes; -1 for none. */
  unclosed = -1;
  /** Records that were mended, and how they stand in the file. */
  mended: readonly { row: number; text: string }[] = [];
  /** Records that were taken out because they repeat the names, numbered as rows of the file from 1. */
  repeated: readonly number[] = [];
  /** Comment lines passed over since the block was made. */
  comments = 0;
  /** Cells whose doubled quotes have not been made single yet. */
  readonly doubled: number[] = [];

  constructor(
    public maxRows: number,
    maxCells: number,
  ) {
    this.starts = new Int32Array(maxCells);
    this.ends = new Int32Array(maxCells);
    this.offsets = new Int32Array(maxRows + 1);
  }

  /** How many cells all records have together. */
  get cells(): number {
    return this.offsets[this.rows]!;
  }

  clear(): void {
    this.rows = 0;
    this.unclosed = -1;
    this.doubled.length = 0;
  }

  /** Makes room for more cells; those already there are kept. */
  grow(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(starts.length);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  /** Turns `""` into `"` inside the cells that need it, in place; `\"` too where there is an escape. */
  resolveDoubled(quote: number, escape = -1, delimiter = -1): void {
    for (const cell of this.doubled) {
      const [start, end] = [this.starts[cell]!, this.ends[cell]!];
      this.ends[cell] =
        escape < 0 ? this.#single(start, end, quote) : this.#unescaped(start, end, quote, escape, delimiter);
    }
    this.doubled.length = 0;
  }

  #unescaped(start: number, end: number, quote: number, escape: number, delimiter: number): number {
    const { bytes } = this;
    let to = start;
    for (let from = start; from < end; from++) {
      const next = from + 1 < end ? bytes[from + 1]! : -1;
      const marks = next === quote || next === escape || next === delimiter;
      if ((bytes[from] === escape && marks) || (bytes[from] === quote && next === quote)) from++;
      bytes[to++] = bytes[from]!;
    }
    return to;
  }

  #single(start: number, end: number, quote: number): number {
    const { bytes } = this;
    let to = start;
    let from = start;
    while (from < end) {
      const byte = bytes[from]!;
      bytes[to++] = byte;
      from += byte === quote && from + 1 < end && bytes[from + 1] === quote ? QUOTE_PAIR : 1;
    }
    return to;
  }
}
