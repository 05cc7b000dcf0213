import { float64 } from '../buffers';
import { DateColumn } from '../columns';
import type { CellBlock } from './cell-block';
import { TypedBuilder } from './column-builder';
import type { DateParser } from './date-parser';
import { joinFloats } from './join-pieces';
import type { Marks } from './marks';

/** Fills a column of dates that are all written in one pattern. */
export class DateBuilder extends TypedBuilder {
  #pieces: Float64Array[] = [];

  constructor(
    known: Marks,
    readonly cells: DateParser,
  ) {
    super(known);
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const values = new Float64Array(rows);
    const { cells } = this;
    let good = 0;
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      values[row] = NaN;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = cells.parse(bytes, start, end);
      if (value === value) {
        values[row] = value;
        good++;
      } else this.odd(block, start, end, row);
    }
    this.good += good;
    if (this.bad === 0) this.#pieces.push(values);
    else this.#pieces = [];
  }

  finish(): DateColumn {
    return new DateColumn(joinFloats(this.#pieces, float64), this.cells.hasTime);
  }
}
