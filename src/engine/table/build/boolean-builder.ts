import { uint8 } from '../buffers';
import { BooleanColumn } from '../columns';
import type { CellBlock } from './cell-block';
import { textOf } from './cell-bytes';
import { TypedBuilder } from './column-builder';
import { joinBytes } from './join-pieces';

const PAIRS: readonly (readonly [no: string, yes: string])[] = [
  ['no', 'yes'],
  ['n', 'y'],
  ['false', 'true'],
  ['f', 't'],
];
const LONGEST = 5;
const MISSING = 2;

/** Fills a column of yes and no; each must be written in one way only, and both must occur. */
export class BooleanBuilder extends TypedBuilder {
  #spelling: [no: string | null, yes: string | null] = [null, null];
  #pair: readonly [string, string] | null = null;
  #pieces: Uint8Array[] = [];

  /** Whether both yes and no were met. */
  get complete(): boolean {
    return this.#spelling[0] !== null && this.#spelling[1] !== null;
  }

  add(block: CellBlock, position: number): void {
    const { starts, ends, offsets, rows } = block;
    const values = new Uint8Array(rows).fill(MISSING);
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = end - start > LONGEST ? -1 : this.#value(textOf(block.bytes, start, end));
      if (value >= 0) {
        values[row] = value;
        this.good++;
      } else this.odd(block, start, end, row);
    }
    if (this.bad === 0) this.#pieces.push(values);
    else this.#pieces = [];
  }

  finish(): BooleanColumn {
    const [no, yes] = this.#spelling;
    return new BooleanColumn(joinBytes(this.#pieces, uint8), [no ?? '', yes ?? '']);
  }

  /** 0 or 1; -1 for a text that is neither, or not as written before. */
  #value(text: string): number {
    if (text === this.#spelling[0]) return 0;
    if (text === this.#spelling[1]) return 1;
    const plain = text.toLowerCase();
    this.#pair ??= PAIRS.find((pair) => pair.includes(plain)) ?? null;
    const value = this.#pair?.indexOf(plain) ?? -1;
    if (value < 0 || this.#spelling[value] !== null) return -1;
    this.#spelling[value] = text;
    return value;
  }
}
