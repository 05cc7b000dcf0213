import type { CellBlock } from '../table/build/cell-block';
import { isBlank } from '../table/build/cell-bytes';
import type { ReadReport } from './read-report';

/** What some rows told, as plain data; `firstRow` counts from 1 at these rows' first. */
export interface RaggedPart {
  count: number;
  firstRow: number;
  firstCells: number;
  extra: number;
}

const MOST_SHOWN = 20;

/** Counts the rows that do not have as many cells as there are columns, and how many extra columns hold something. */
export class RaggedRows {
  #count = 0;
  #firstRow = 0;
  #firstCells = 0;
  #mended = 0;
  readonly #shown: { row: number; text: string }[] = [];
  /** Columns beyond the expected ones in which a cell is not blank. */
  extra = 0;

  constructor(readonly expected: number) {}

  add(block: CellBlock): void {
    for (const { row, text } of block.mended) {
      if (this.#mended++ < MOST_SHOWN) this.#shown.push({ row: block.firstRow + row + 1, text });
    }
    const { offsets, rows, expected } = { offsets: block.offsets, rows: block.rows, expected: this.expected };
    for (let row = 0; row < rows; row++) {
      const cells = offsets[row + 1]! - offsets[row]!;
      if (cells === expected) continue;
      if (this.#count++ === 0) {
        this.#firstRow = block.firstRow + row + 1;
        this.#firstCells = cells;
      }
      for (let extra = cells - expected; extra > this.extra; extra--) {
        const cell = offsets[row]! + expected + extra - 1;
        if (!isBlank(block.bytes, block.starts[cell]!, block.ends[cell]!)) this.extra = extra;
      }
    }
  }

  get part(): RaggedPart {
    return {
      count: this.#count,
      firstRow: this.#firstRow,
      firstCells: this.#firstCells,
      extra: this.extra,
    };
  }

  /** Takes what the rows from `firstRow` (0-based) told, which were counted elsewhere. */
  absorb(part: RaggedPart, firstRow: number): void {
    if (this.#count === 0 && part.count > 0) {
      this.#firstRow = firstRow + part.firstRow;
      this.#firstCells = part.firstCells;
    }
    this.#count += part.count;
    this.extra = Math.max(this.extra, part.extra);
  }

  /** The rows that had another number of cells until they were mended. */
  get mended(): ReadReport['mended'] {
    return this.#mended === 0 ? null : { count: this.#mended, first: this.#shown };
  }

  get report(): ReadReport['ragged'] {
    if (this.#count === 0) return null;
    return {
      count: this.#count,
      firstRow: this.#firstRow,
      firstCells: this.#firstCells,
      expected: this.expected,
    };
  }
}
