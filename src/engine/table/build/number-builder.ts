import { float64 } from '../buffers';
import { absorbFloats } from './absorb-cells';
import { NumberColumn } from '../columns';
import type { BuilderSpec, TypedPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { textOf } from './cell-bytes';
import { Cells } from './cells';
import { TypedBuilder } from './column-builder';
import type { Marks } from './marks';
import { digitsReason, numberCell, type DigitsReason } from './number-cell';

/**
 * Writes the numbers of a block's records from `from` on to `values`, that of record r at `at + r`, as far as they are
 * plain; gives the record it came to and how many numbers there were, null where it reads none of this block.
 */
export type QuickNumbers = (
  block: CellBlock,
  position: number,
  decimal: number,
  from: number,
  values: Float64Array,
  at: number,
) => { to: number; good: number } | null;

/** Fills a column of numbers. */
export class NumberBuilder extends TypedBuilder {
  /** How many of the cells in the way are digits that name something. */
  readonly reasons = new Map<DigitsReason, number>();
  /** Who reads plain numbers; the others are read here. */
  quick: QuickNumbers | null = null;
  #cells = new Cells(float64);
  readonly #decimal: number;

  constructor(
    known: Marks,
    readonly decimal: '.' | ',',
  ) {
    super(known);
    this.#decimal = decimal.charCodeAt(0);
  }

  override get spec(): BuilderSpec {
    return { builder: 'number', decimal: this.decimal };
  }

  override reserve(cells: number): void {
    this.#cells.reserve(cells);
  }

  /** How many cells are digits that name something. */
  get named(): number {
    let count = 0;
    for (const times of this.reasons.values()) count += times;
    return count;
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const { array: values, at } = this.#cells.room(rows);
    const decimal = this.#decimal;
    let good = 0;
    let { quick } = this;
    for (let row = 0; row < rows; row++) {
      const read = quick && quick(block, position, decimal, row, values, at);
      if (read) {
        good += read.good;
        row = read.to;
        if (row === rows) break;
      } else quick = null;
      const cell = offsets[row]! + position;
      values[at + row] = NaN;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = numberCell(bytes, start, end, decimal);
      if (value === value) {
        values[at + row] = value;
        good++;
      } else this.odd(block, start, end, row);
    }
    this.good += good;
    if (this.bad > 0) this.#cells.clear();
  }

  finish(): NumberColumn {
    return new NumberColumn(this.#cells.take());
  }

  override part(): TypedPart {
    return { ...super.part(), memory: [...this.reasons] };
  }

  override absorb(part: TypedPart, firstRow: number): boolean {
    for (const [reason, times] of part.memory as [DigitsReason, number][])
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + times);
    absorbFloats(this.#cells, part, this.bad);
    return super.absorb(part, firstRow);
  }

  protected override cellsOfPart(): Float64Array {
    return this.#cells.take();
  }

  protected override note(bytes: Uint8Array, start: number, end: number): void {
    // Digits that name something begin with a digit, a sign, a bracket or a blank.
    if (bytes[start]! > 0x39) return;
    const reason = digitsReason(textOf(bytes, start, end));
    if (reason) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }
}
