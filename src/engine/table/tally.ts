import { withBreaths } from '../pieces';
import { inBlocks } from '../steps/parts/blocks';
import { sortedInPieces } from '../stats/quantile';
import { risingInPieces } from '../stats/rising';
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
  const all = counter.all();
  const rising = await withBreaths(risingInPieces(all.values), work);
  const counts = new Uint32Array(all.counts.length);
  let present = 0;
  for (let i = 0; i < counts.length; i++) present += counts[i] = all.counts[rising.rows[i]!]!;
  return { present, missing: values.length - present, values: rising.values, counts };
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
/** From so many on slots are doubled rather than made four times as many. */
const LARGE = 1 << 18;

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Small whole numbers in a list, others in a hash table that grows. */
class Counter {
  readonly #small = new Uint32Array(2 * SMALL);
  /** A value and its count side by side, so that a look fetches one line of memory; the count 0: nobody there. */
  #slots = new Float64Array(2 * FIRST_SIZE);
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
      // Rows of one order stand together and have its date.
      if (value === last) {
        run++;
        continue;
      }
      if (value < SMALL && value >= -SMALL) {
        const index = (value | 0) + SMALL;
        if (index - SMALL === value) {
          if (small[index]!++ === 0) this.#smallHeld++;
          continue;
        }
      }
      if (run > 0) this.#hold(last, run);
      last = value;
      run = value === value ? 1 : 0;
    }
    if (run > 0) this.#hold(last, run);
  }

  /** All different values and how often each occurs, in no order. */
  all(): Pick<Tally, 'values' | 'counts'> {
    const [values, counts] = [new Float64Array(this.distinct), new Uint32Array(this.distinct)];
    let at = 0;
    for (let i = 0; i < this.#small.length; i++) {
      if (this.#small[i] === 0) continue;
      values[at] = i - SMALL;
      counts[at++] = this.#small[i]!;
    }
    for (let i = 0; i < this.#slots.length; i += 2) {
      if (this.#slots[i + 1] === 0) continue;
      values[at] = this.#slots[i]!;
      counts[at++] = this.#slots[i + 1]!;
    }
    return { values, counts };
  }

  #hold(value: number, times: number): void {
    const slots = this.#slots;
    const at = placeOf(value, slots);
    const before = slots[at + 1]!;
    slots[at] = value;
    slots[at + 1] = before + times;
    if (before === 0 && ++this.#held * 4 > slots.length) this.#grow();
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Float64Array(old.length * (old.length < LARGE ? 4 : 2));
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      const at = placeOf(old[i]!, slots);
      slots[at] = old[i]!;
      slots[at + 1] = old[i + 1]!;
    }
    this.#slots = slots;
  }
}

/** Where the value stands among the slots, or would. */
function placeOf(value: number, slots: Float64Array): number {
  const mask = slots.length - 2;
  scratch[0] = value;
  let h = Math.imul(words[0]!, 0x85ebca6b) ^ words[1]!;
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  let at = ((h ^ (h >>> 13)) << 1) & mask;
  while (slots[at + 1] !== 0 && slots[at] !== value) at = (at + 2) & mask;
  return at;
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
