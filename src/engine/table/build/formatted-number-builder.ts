import { float64 } from '../buffers';
import { NumberColumn } from '../columns';
import type { CellBlock } from './cell-block';
import { TypedBuilder } from './column-builder';
import { joinFloats } from './join-pieces';
import type { Marks } from './marks';
import type { NumberCells } from './number-cells';

/** Fills a column of numbers that are written in one format beyond plain digits. */
export class FormattedNumberBuilder extends TypedBuilder {
  #pieces: Float64Array[] = [];

  constructor(
    known: Marks,
    readonly cells: NumberCells,
  ) {
    super(known);
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const values = new Float64Array(rows).fill(NaN);
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = this.cells.parse(bytes, start, end);
      if (value === value) {
        values[row] = value;
        this.good++;
      } else this.odd(block, start, end, row);
    }
    if (this.bad === 0) this.#pieces.push(values);
    else this.#pieces = [];
  }

  finish(): NumberColumn {
    return new NumberColumn(joinFloats(this.#pieces, float64));
  }
}
