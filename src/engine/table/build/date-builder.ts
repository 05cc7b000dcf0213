import { float64 } from '../buffers';
import { DateColumn } from '../columns';
import { absorbFloats } from './absorb-cells';
import type { BuilderSpec, TypedPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { Cells } from './cells';
import { TypedBuilder } from './column-builder';
import { DateCells, type DatesMet } from './date-cell';
import type { DateParser } from './date-parser';
import type { Marks } from './marks';

/**
 * Writes the moments of a block's records from `from` on to `values`, that of record r at `at + r`, as far as they are
 * plain; gives the record it came to, how many dates there were and what was met, null where it reads none of this block.
 */
export type QuickDates = (
  block: CellBlock,
  position: number,
  pattern: Pick<DateCells, 'order' | 'separator'>,
  from: number,
  values: Float64Array,
  at: number,
) => { to: number; good: number; met: DatesMet } | null;

/** Fills a column of dates that are all written in one pattern. */
export class DateBuilder extends TypedBuilder {
  /** Who reads plain dates; the others are read here. */
  quick: QuickDates | null = null;
  #values = new Cells(float64);

  constructor(
    known: Marks,
    readonly cells: DateParser,
  ) {
    super(known);
  }

  override get spec(): BuilderSpec | null {
    const { cells } = this;
    return cells instanceof DateCells
      ? { builder: 'date', order: cells.order, separator: cells.separator }
      : null;
  }

  override reserve(cells: number): void {
    this.#values.reserve(cells);
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const { array: values, at } = this.#values.room(rows);
    const { cells } = this;
    let quick = cells instanceof DateCells ? this.quick : null;
    let good = 0;
    let before = 0;
    let beforeEnd = 0;
    let value = NaN;
    for (let row = 0; row < rows; row++) {
      const read = quick && quick(block, position, cells as DateCells, row, values, at);
      if (read) {
        good += read.good;
        (cells as DateCells).absorb(read.met);
        row = read.to;
        if (row === rows) break;
      } else quick = null;
      const cell = offsets[row]! + position;
      values[at + row] = NaN;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      // Lines of one order follow each other.
      if (!sameBytes(bytes, before, beforeEnd, start, end)) value = cells.parse(bytes, start, end);
      before = start;
      beforeEnd = end;
      if (value === value) {
        values[at + row] = value;
        good++;
      } else this.odd(block, start, end, row);
    }
    this.good += good;
    if (this.bad > 0) this.#values.clear();
  }

  finish(): DateColumn {
    return new DateColumn(this.#values.take(), this.cells.hasTime);
  }

  override part(): TypedPart {
    return { ...super.part(), memory: this.cells instanceof DateCells ? this.cells.met : null };
  }

  override absorb(part: TypedPart, firstRow: number): boolean {
    if (this.cells instanceof DateCells) this.cells.absorb(part.memory as DatesMet);
    absorbFloats(this.#values, part, this.bad);
    return super.absorb(part, firstRow);
  }

  protected override cellsOfPart(): Float64Array {
    return this.#values.take();
  }
}

function sameBytes(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (bEnd - b !== aEnd - a) return false;
  // Dates that differ mostly differ at their end.
  for (let at = aEnd - 1, other = bEnd - 1; at >= a; at--, other--) {
    if (bytes[at] !== bytes[other]) return false;
  }
  return true;
}
