const FIRST_SIZE = 1024;
const SMALL_RANGE = 1 << 16;

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Counts distinct numbers exactly as they come; blanks (NaN) are skipped, −0 and 0 are one. */
export class DistinctNumbers {
  #held = new Float64Array(FIRST_SIZE).fill(NaN);
  #seen: Uint8Array | null = null;
  #count = 0;
  #heldCount = 0;

  get count(): number {
    return this.#count;
  }

  /** For whole numbers from 0 to less than 2^16 a plain list of marks serves; other numbers go to a hash table. */
  add(values: Float64Array, from: number, to: number): void {
    this.#seen ??= new Uint8Array(SMALL_RANGE);
    const seen = this.#seen;
    let last = NaN;
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      // Rows of one order stand together and have its date.
      if (value === last) continue;
      last = value;
      const index = value >>> 0;
      if (index === value && index < SMALL_RANGE) {
        this.#count += 1 - seen[index]!;
        seen[index] = 1;
      } else if (value === value) this.#hold(value);
    }
  }

  #hold(value: number): void {
    const mask = this.#held.length - 1;
    let slot = hashOf(value) & mask;
    for (let there = this.#held[slot]!; there === there; there = this.#held[slot]!) {
      if (there === value) return;
      slot = (slot + 1) & mask;
    }
    this.#held[slot] = value;
    this.#count++;
    if (++this.#heldCount * 2 > this.#held.length) this.#grow();
  }

  #grow(): void {
    const old = this.#held;
    this.#held = new Float64Array(old.length * 4).fill(NaN);
    const mask = this.#held.length - 1;
    for (const value of old) {
      if (value !== value) continue;
      let slot = hashOf(value) & mask;
      while (!Number.isNaN(this.#held[slot])) slot = (slot + 1) & mask;
      this.#held[slot] = value;
    }
  }
}

function hashOf(value: number): number {
  scratch[0] = value + 0;
  let h = Math.imul(words[0]!, 0x85ebca6b) ^ words[1]!;
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
}
