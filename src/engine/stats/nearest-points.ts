import type { Points } from './points';

/** Points of a leaf are looked through one by one. */
const LEAF = 16;

/**
 * The nearest of many points by a k-d tree: the exact ones, by squared distance, of those as near the lower index first.
 * @see Bentley 1975, Multidimensional binary search trees used for associative searching.
 */
export class NearestPoints {
  readonly #points: Points;
  readonly #order: Uint32Array;
  /** Of each inner node, in heap order, the column it splits by and where. */
  readonly #splitBy: number[] = [];
  readonly #splitAt: number[] = [];
  /** What `find` found last, nearest first. */
  readonly indices: Uint32Array;
  readonly squares: Float64Array;
  found = 0;

  /** @param most how many are asked for at most */
  constructor(points: Points, most: number) {
    this.#points = points;
    this.#order = Uint32Array.from({ length: points.n }, (_, at) => at);
    this.indices = new Uint32Array(most);
    this.squares = new Float64Array(most);
    this.#build(0, 0, points.n);
  }

  /** Fills `indices` and `squares` with the points nearest to a place. */
  find(place: ArrayLike<number>): void {
    this.found = 0;
    this.#search(0, 0, this.#points.n, place);
  }

  #build(node: number, from: number, to: number): void {
    if (to - from <= LEAF) return;
    const by = this.#widest(from, to);
    const column = this.#points.columns[by]!;
    this.#order.subarray(from, to).sort((a, b) => column[a]! - column[b]! || a - b);
    const middle = (from + to) >> 1;
    this.#splitBy[node] = by;
    this.#splitAt[node] = column[this.#order[middle]!]!;
    this.#build(2 * node + 1, from, middle);
    this.#build(2 * node + 2, middle, to);
  }

  #widest(from: number, to: number): number {
    let widest = 0;
    let reach = -1;
    for (const [at, column] of this.#points.columns.entries()) {
      let least = Infinity;
      let most = -Infinity;
      for (let i = from; i < to; i++) {
        const value = column[this.#order[i]!]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      if (most - least <= reach) continue;
      reach = most - least;
      widest = at;
    }
    return widest;
  }

  #search(node: number, from: number, to: number, place: ArrayLike<number>): void {
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) this.#offer(this.#order[i]!, place);
      return;
    }
    const middle = (from + to) >> 1;
    const beside = place[this.#splitBy[node]!]! - this.#splitAt[node]!;
    const above = beside >= 0;
    if (above) this.#search(2 * node + 2, middle, to, place);
    else this.#search(2 * node + 1, from, middle, place);
    // Points as far as the farthest found count too: the lower index goes first.
    if (this.found === this.squares.length && beside * beside > this.squares[this.found - 1]!) return;
    if (above) this.#search(2 * node + 1, from, middle, place);
    else this.#search(2 * node + 2, middle, to, place);
  }

  #offer(index: number, place: ArrayLike<number>): void {
    let square = 0;
    const { columns } = this.#points;
    for (let at = 0; at < columns.length; at++) {
      const beside = columns[at]![index]! - place[at]!;
      square += beside * beside;
    }
    const { indices, squares } = this;
    const goesBefore = (other: number) =>
      square < squares[other]! || (square === squares[other] && index < indices[other]!);
    if (this.found === squares.length && !goesBefore(this.found - 1)) return;
    let at = this.found < squares.length ? this.found++ : this.found - 1;
    for (; at > 0 && goesBefore(at - 1); at--) {
      squares[at] = squares[at - 1]!;
      indices[at] = indices[at - 1]!;
    }
    squares[at] = square;
    indices[at] = index;
  }
}
