import { float64 } from '../buffers';
import { NumberColumn } from '../columns';
import type { CellBlock } from './cell-block';
import { textOf } from './cell-bytes';
import { TypedBuilder } from './column-builder';
import { joinFloats } from './join-pieces';
import type { Marks } from './marks';
import { digitsReason, numberCell, type DigitsReason } from './number-cell';

/** Fills a column of numbers. */
export class NumberBuilder extends TypedBuilder {
  /** How many of the cells in the way are digits that name something. */
  readonly reasons = new Map<DigitsReason, number>();
  #pieces: Float64Array[] = [];
  readonly #decimal: number;

  constructor(known: Marks, decimal: '.' | ',') {
    super(known);
    this.#decimal = decimal.charCodeAt(0);
  }

  /** How many cells are digits that name something. */
  get named(): number {
    let count = 0;
    for (const times of this.reasons.values()) count += times;
    return count;
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const values = new Float64Array(rows);
    const decimal = this.#decimal;
    let good = 0;
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      values[row] = NaN;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = numberCell(bytes, start, end, decimal);
      if (value === value) {
        values[row] = value;
        good++;
      } else this.odd(block, start, end, row);
    }
    this.good += good;
    if (this.bad === 0) this.#pieces.push(values);
    else this.#pieces = [];
  }

  finish(): NumberColumn {
    return new NumberColumn(joinFloats(this.#pieces, float64));
  }

  protected override note(bytes: Uint8Array, start: number, end: number): void {
    // Digits that name something begin with a digit, a sign, a bracket or a blank.
    if (bytes[start]! > 0x39) return;
    const reason = digitsReason(textOf(bytes, start, end));
    if (reason) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }
}
