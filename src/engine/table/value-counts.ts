/** Counts how often each number occurs; NaN is skipped, −0 and 0 are one. Room is made once, for a known number of distinct values. */
export class ValueCounts {
  readonly #values: Float64Array;
  readonly #counts: Uint32Array;

  constructor(distinct: number) {
    let size = 16;
    while (size < distinct * 2) size *= 2;
    this.#values = new Float64Array(size);
    this.#counts = new Uint32Array(size);
  }

  add(values: Float64Array, from: number, to: number): void {
    const mask = this.#counts.length - 1;
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      let slot = hashOf(value) & mask;
      while (this.#counts[slot] !== 0 && this.#values[slot] !== value) slot = (slot + 1) & mask;
      this.#values[slot] = value;
      this.#counts[slot]!++;
    }
  }

  /** The most frequent values, most frequent first, smaller ones before greater where equal. */
  top(most: number): { value: number; count: number }[] {
    const best: { value: number; count: number }[] = [];
    for (let slot = 0; slot < this.#counts.length; slot++) {
      const one = { value: this.#values[slot]!, count: this.#counts[slot]! };
      if (one.count === 0) continue;
      const at = best.findIndex(
        ({ value, count }) => count < one.count || (count === one.count && value > one.value),
      );
      if (at < 0 && best.length === most) continue;
      best.splice(at < 0 ? best.length : at, 0, one);
      best.length = Math.min(best.length, most);
    }
    return best;
  }
}

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

function hashOf(value: number): number {
  scratch[0] = value + 0;
  let h = Math.imul(words[0]!, 0x85ebca6b) ^ words[1]!;
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
}
