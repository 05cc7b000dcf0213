import { float64 } from '../buffers';
import { NumberColumn } from '../columns';
import { absorbFloats } from './absorb-cells';
import type { BuilderSpec, TypedPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { Cells } from './cells';
import { TypedBuilder } from './column-builder';
import type { Marks } from './marks';
import type { NumberCells } from './number-cells';

/** Fills a column of numbers that are written in one format beyond plain digits. */
export class FormattedNumberBuilder extends TypedBuilder {
  #values = new Cells(float64);

  constructor(
    known: Marks,
    readonly cells: NumberCells,
  ) {
    super(known);
  }

  override get spec(): BuilderSpec {
    return { builder: 'formatted-number', format: this.cells.format };
  }

  override reserve(cells: number): void {
    this.#values.reserve(cells);
  }

  add(block: CellBlock, position: number): void {
    const { bytes, starts, ends, offsets, rows } = block;
    const { array: values, at } = this.#values.room(rows);
    values.fill(NaN, at, at + rows);
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = this.cells.parse(bytes, start, end);
      if (value === value) {
        values[at + row] = value;
        this.good++;
      } else this.odd(block, start, end, row);
    }
    if (this.bad > 0) this.#values.clear();
  }

  finish(): NumberColumn {
    return new NumberColumn(this.#values.take());
  }

  override absorb(part: TypedPart, firstRow: number): boolean {
    absorbFloats(this.#values, part, this.bad);
    return super.absorb(part, firstRow);
  }

  protected override cellsOfPart(): Float64Array {
    return this.#values.take();
  }
}
