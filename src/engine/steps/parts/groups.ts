import { uint32 } from '../../table/buffers';
import { MISSING, type Column } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from './blocks';

/** Rows by value: equal cells have equal codes below `size`; a blank has `MISSING`. Not every code need occur. */
export interface Groups {
  codes: Uint32Array;
  size: number;
}

/** Groups the rows of a column by value. Text is grouped by its own codes, at no cost. */
export async function groupsOf(column: Column, phase: string, work: Work): Promise<Groups> {
  if (column.kind === 'text') return { codes: column.codes, size: column.dictionary.size };
  if (column.kind === 'boolean') {
    return { codes: Uint32Array.from(column.values, (value) => (value === 2 ? MISSING : value)), size: 2 };
  }
  const codes = uint32(column.length);
  const seen = new SeenFloats();
  const { values } = column;
  await inBlocks(values.length, phase, work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      codes[row] = value === value ? seen.codeOf(value) : MISSING;
    }
  });
  return { codes, size: seen.size };
}

/** Codes of numbers in order of first appearance, by an open-addressed table at most half full. */
class SeenFloats {
  #values = new Float64Array(1024);
  #codes = new Uint32Array(1024).fill(MISSING);
  #mask = 1023;
  #size = 0;
  readonly #float = new Float64Array(1);
  readonly #bits = new Int32Array(this.#float.buffer);

  get size(): number {
    return this.#size;
  }

  codeOf(value: number): number {
    const place = this.#placeOf(value);
    const found = this.#codes[place]!;
    if (found !== MISSING) return found;
    const code = this.#size++;
    this.#values[place] = value;
    this.#codes[place] = code;
    if (this.#size * 2 > this.#mask) this.#grow();
    return code;
  }

  #placeOf(value: number): number {
    this.#float[0] = value + 0; // −0 becomes 0
    let place = spread(this.#bits[0]!, this.#bits[1]!) & this.#mask;
    while (this.#codes[place] !== MISSING && this.#values[place] !== value) place = (place + 1) & this.#mask;
    return place;
  }

  #grow(): void {
    const [values, codes] = [this.#values, this.#codes];
    const size = codes.length * 4;
    this.#values = new Float64Array(size);
    this.#codes = new Uint32Array(size).fill(MISSING);
    this.#mask = size - 1;
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === MISSING) continue;
      const place = this.#placeOf(values[i]!);
      this.#values[place] = values[i]!;
      this.#codes[place] = codes[i]!;
    }
  }
}

function spread(low: number, high: number): number {
  let h = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  h ^= h >>> 16;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 13);
}
