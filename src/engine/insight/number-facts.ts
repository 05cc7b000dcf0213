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

  /** In variables of its own, which an engine keeps in registers. */
  add(values: Float64Array, from: number, to: number): void {
    let { count, sum, min, max, negatives, zeros, whole } = this;
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      count++;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
      if (value < 0) negatives++;
      else if (value === 0) zeros++;
      if (whole && value !== Math.floor(value)) whole = false;
    }
    Object.assign(this, { count, sum, min, max, negatives, zeros, whole });
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
    const mean = this.#mean;
    const { bins } = this;
    let [squares, cubes] = [this.#squares, this.#cubes];
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      const off = value - mean;
      squares += off * off;
      cubes += off * off * off;
      const bin = Math.floor((value - min) * perUnit);
      bins[bin < BINS ? bin : BINS - 1]!++;
    }
    this.#squares = squares;
    this.#cubes = cubes;
  }

  spread() {
    const { count, whole, negatives, zeros, min, max } = this.#sums;
    const deviation = Math.sqrt(this.#squares / count);
    const skewness = max > min ? this.#cubes / count / deviation ** 3 : 0;
    return { mean: this.#mean, deviation, skewness, whole, negatives, zeros };
  }
}
