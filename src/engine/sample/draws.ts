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

  /** Log-normal with median 1 and the given deviation of the logarithm, by Box and Muller. */
  spread(deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#next()));
    return Math.exp(deviation * radius * Math.cos(2 * Math.PI * this.#next()));
  }

  /** Poisson by multiplying uniforms (Knuth); for means up to about 30. */
  count(mean: number): number {
    const limit = Math.exp(-mean);
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
