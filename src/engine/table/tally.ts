import { withBreaths } from '../pieces';
import { inBlocks } from '../steps/parts/blocks';
import { sortedInPieces } from '../stats/quantile';
import type { Work } from '../work';

/** How often each number occurs. */
export interface Tally {
  /** Cells that are not blank. */
  present: number;
  missing: number;
  /** The different values, rising; −0 and 0 are one. */
  values: Float64Array;
  /** How often each of them occurs. */
  counts: Uint32Array;
}

/** So many rows tell whether most values are different; then, and beyond so many different ones, sorting is faster. */
const TELLING_ROWS = 1 << 16;
const MOST_COUNTED = 1 << 19;

/** Counts the numbers or dates of a column exactly; blanks (NaN) are skipped and counted. */
export async function tallyOf(values: Float64Array, work: Work): Promise<Tally> {
  const counter = new Counter();
  let given = false;
  await inBlocks(values.length, 'looking', work, (from, to) => {
    if (given) return;
    counter.add(values, from, to);
    const { distinct } = counter;
    given = distinct > MOST_COUNTED || (to >= TELLING_ROWS && distinct * 2 > to);
  });
  if (given) return runsOf(values, work);
  const rising = await withBreaths(sortedInPieces(counter.values()), work);
  const counts = new Uint32Array(rising.length);
  let present = 0;
  for (let i = 0; i < rising.length; i++) present += counts[i] = counter.countOf(rising[i]!);
  return { present, missing: values.length - present, values: rising, counts };
}

/** The same by sorting them all. */
async function runsOf(values: Float64Array, work: Work): Promise<Tally> {
  const rising = await withBreaths(sortedInPieces(values), work);
  const counts = new Uint32Array(rising.length);
  const { length } = rising;
  let last = -1;
  await inBlocks(length, 'looking', work, (from, to) => {
    for (let i = from; i < to; i++) {
      // Written over the sorted ones themselves: the place is never ahead.
      if (last < 0 || rising[i] !== rising[last]) rising[++last] = rising[i]!;
      counts[last]!++;
    }
  });
  const distinct = last + 1;
  return {
    present: length,
    missing: values.length - length,
    values: rising.slice(0, distinct),
    counts: counts.slice(0, distinct),
  };
}

/** Whole numbers on either side of 0 for which a plain list serves. */
const SMALL = 1 << 15;
const FIRST_SIZE = 1024;

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Small whole numbers in a list, others in a hash table that grows. */
class Counter {
  readonly #small = new Uint32Array(2 * SMALL);
  #keys = new Float64Array(FIRST_SIZE);
  #counts = new Uint32Array(FIRST_SIZE);
  #held = 0;
  #smallHeld = 0;

  get distinct(): number {
    return this.#held + this.#smallHeld;
  }

  add(values: Float64Array, from: number, to: number): void {
    const small = this.#small;
    let last = NaN;
    let run = 0;
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      const index = (value + SMALL) >>> 0;
      if (index < 2 * SMALL && index - SMALL === value) {
        if (small[index]!++ === 0) this.#smallHeld++;
        continue;
      }
      // Rows of one order stand together and have its date.
      if (value === last) {
        run++;
        continue;
      }
      if (run > 0) this.#hold(last, run);
      last = value;
      run = value === value ? 1 : 0;
    }
    if (run > 0) this.#hold(last, run);
  }

  /** All different values, in no order. */
  values(): Float64Array {
    const all = new Float64Array(this.distinct);
    let at = 0;
    for (let i = 0; i < this.#small.length; i++) if (this.#small[i]! > 0) all[at++] = i - SMALL;
    for (let i = 0; i < this.#keys.length; i++) if (this.#counts[i]! > 0) all[at++] = this.#keys[i]!;
    return all;
  }

  countOf(value: number): number {
    const index = (value + SMALL) >>> 0;
    if (index < 2 * SMALL && index - SMALL === value) return this.#small[index]!;
    return this.#counts[this.#slotOf(value)]!;
  }

  #slotOf(value: number): number {
    const mask = this.#keys.length - 1;
    scratch[0] = value;
    let h = Math.imul(words[0]!, 0x85ebca6b) ^ words[1]!;
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    let slot = (h ^ (h >>> 13)) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  #hold(value: number, times: number): void {
    const slot = this.#slotOf(value);
    const isNew = this.#counts[slot] === 0;
    this.#keys[slot] = value;
    this.#counts[slot]! += times;
    if (isNew && ++this.#held * 2 > this.#keys.length) this.#grow();
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 4);
    this.#counts = new Uint32Array(keys.length * 4);
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue;
      const slot = this.#slotOf(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#counts[slot] = counts[i]!;
    }
  }
}

/** The most frequent values, most frequent first, smaller ones before greater where equal. */
export function mostFrequent({ values, counts }: Tally, most: number): { value: number; count: number }[] {
  const best: { value: number; count: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    const count = counts[i]!;
    if (best.length === most && count <= best[most - 1]!.count) continue;
    const at = best.findIndex((other) => other.count < count);
    best.splice(at < 0 ? best.length : at, 0, { value: values[i]!, count });
    best.length = Math.min(best.length, most);
  }
  return best;
}
