import { exp, log } from '../stats/logarithm';
import { generator } from '../stats/random';

/** Random draws from one seed: the same seed gives the same draws in the same order, on every host. */
export class Draws {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = generator(seed);
  }

  /** Uniform from `from` up to but not including `to`. */
  between(from: number, to: number): number {
    return from + (to - from) * this.#next();
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** One of the items; `weights` need not add up to 1. */
  pick<T>(items: readonly T[], weights?: readonly number[]): T {
    if (!weights) return items[this.whole(0, items.length - 1)]!;
    let left = this.between(
      0,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
    return items[weights.findIndex((weight) => (left -= weight) < 0)] ?? items.at(-1)!;
  }

  /** Log-normal with median 1 and the given deviation of the logarithm, by Marsaglia's polar method. */
  spread(deviation: number): number {
    for (;;) {
      const x = 2 * this.#next() - 1;
      const y = 2 * this.#next() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return exp(deviation * x * Math.sqrt((-2 * log(square)) / square));
    }
  }

  /** Poisson by multiplying uniforms (Knuth); for means up to about 30. */
  count(mean: number): number {
    const limit = exp(-mean);
    let product = this.#next();
    let count = 0;
    while (product > limit) {
      product *= this.#next();
      count++;
    }
    return count;
  }

  /** The items in a random order, by Fisher and Yates. */
  shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = this.whole(0, at);
      [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
    }
    return mixed;
  }
}
