import type { DateColumn, NumberColumn } from '../table/columns';
import { DistinctNumbers } from '../table/count-distinct';
import type { Work } from '../work';
import type { KindFacts } from './column-facts';
import { inBlocks } from '../steps/parts/blocks';

/** Bars of a histogram. */
export const BINS = 20;

/** Two passes over the numbers or dates of a column; blanks are skipped and counted. */
export async function numberFacts(column: NumberColumn | DateColumn, work: Work): Promise<KindFacts> {
  const { values } = column;
  const first = new Sums();
  const distinct = new DistinctNumbers();
  await inBlocks(values.length, 'looking', work, (from, to) => {
    first.add(values, from, to);
    distinct.add(values, from, to);
  });
  const second = new Shape(first);
  await inBlocks(values.length, 'looking', work, (from, to) => second.add(values, from, to));
  const any = first.count > 0;
  return {
    missing: values.length - first.count,
    distinct: distinct.count,
    histogram: second.bins,
    min: any ? first.min : null,
    max: any ? first.max : null,
    hasTime: column.kind === 'date' && column.hasTime,
    spread: column.kind === 'number' && any ? second.spread() : null,
    top: [],
  };
}

class Sums {
  count = 0;
  sum = 0;
  min = Infinity;
  max = -Infinity;
  negatives = 0;
  zeros = 0;
  whole = true;

  add(values: Float64Array, from: number, to: number): void {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      this.count++;
      this.sum += value;
      if (value < this.min) this.min = value;
      if (value > this.max) this.max = value;
      if (value < 0) this.negatives++;
      else if (value === 0) this.zeros++;
      if (this.whole && value !== Math.floor(value)) this.whole = false;
    }
  }
}

class Shape {
  readonly bins = new Array<number>(BINS).fill(0);
  readonly #sums: Sums;
  readonly #mean: number;
  #squares = 0;
  #cubes = 0;

  constructor(sums: Sums) {
    this.#sums = sums;
    this.#mean = sums.sum / sums.count;
  }

  add(values: Float64Array, from: number, to: number): void {
    const { min, max } = this.#sums;
    const perUnit = max > min ? BINS / (max - min) : 0;
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      const off = value - this.#mean;
      this.#squares += off * off;
      this.#cubes += off * off * off;
      const bin = Math.min(BINS - 1, Math.floor((value - min) * perUnit));
      this.bins[bin]!++;
    }
  }

  spread() {
    const { count, whole, negatives, zeros, min, max } = this.#sums;
    const deviation = Math.sqrt(this.#squares / count);
    const skewness = max > min ? this.#cubes / count / deviation ** 3 : 0;
    return { mean: this.#mean, deviation, skewness, whole, negatives, zeros };
  }
}
