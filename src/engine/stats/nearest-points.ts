import type { Points } from './points';

/** Points of a leaf are looked through one by one. */
const LEAF = 16;
/** What rounding may have added to the distance of a part of the tree. */
const ROUNDED = 1 - 1e-12;

/**
 * The nearest of many points by a k-d tree: the exact ones, by squared distance, of those as near the lower index first.
 * @see Bentley 1975, Multidimensional binary search trees used for associative searching; Arya and Mount 1993, Algorithms
 * for fast vector quantization, for the distance to a part of the tree.
 */
export class NearestPoints {
  readonly #n: number;
  readonly #width: number;
  /** Points as they stand in the leaves, value after value. */
  readonly #values: Float64Array;
  readonly #order: Uint32Array;
  /** Of each inner node, in heap order, the column it splits by and where. */
  readonly #splitBy: Uint32Array;
  readonly #splitAt: Float64Array;
  /** Of the part searched the squared distance in each column. */
  readonly #apart: Float64Array;
  /** What `find` found last, nearest first. */
  readonly indices: Uint32Array;
  readonly squares: Float64Array;
  found = 0;

  /** @param most how many are asked for at most */
  constructor(points: Points, most: number) {
    const { n, columns } = points;
    this.#n = n;
    this.#width = columns.length;
    this.#order = Uint32Array.from({ length: n }, (_, at) => at);
    this.#apart = new Float64Array(columns.length);
    this.indices = new Uint32Array(most);
    this.squares = new Float64Array(most);
    const nodes = nodesFor(n);
    this.#splitBy = new Uint32Array(nodes);
    this.#splitAt = new Float64Array(nodes);
    this.#build(columns, 0, 0, n);
    this.#values = new Float64Array(n * this.#width);
    for (const [at, column] of columns.entries()) {
      for (let i = 0; i < n; i++) this.#values[i * this.#width + at] = column[this.#order[i]!]!;
    }
  }

  /** Fills `indices` and `squares` with the points nearest to a place. */
  find(place: Float64Array): void {
    this.found = 0;
    this.#apart.fill(0);
    this.#search(0, 0, this.#n, 0, place);
  }

  #build(columns: readonly Float64Array[], node: number, from: number, to: number): void {
    if (to - from <= LEAF) return;
    const by = widest(columns, this.#order.subarray(from, to));
    const column = columns[by]!;
    this.#order.subarray(from, to).sort((a, b) => column[a]! - column[b]! || a - b);
    const middle = (from + to) >> 1;
    this.#splitBy[node] = by;
    this.#splitAt[node] = column[this.#order[middle]!]!;
    this.#build(columns, 2 * node + 1, from, middle);
    this.#build(columns, 2 * node + 2, middle, to);
  }

  /** @param square how far the part is at least, squared */
  #search(node: number, from: number, to: number, square: number, place: Float64Array): void {
    if (to - from <= LEAF) {
      this.#look(from, to, place);
      return;
    }
    const middle = (from + to) >> 1;
    const by = this.#splitBy[node]!;
    const beside = place[by]! - this.#splitAt[node]!;
    const above = beside >= 0;
    if (above) this.#search(2 * node + 2, middle, to, square, place);
    else this.#search(2 * node + 1, from, middle, square, place);
    const before = this.#apart[by]!;
    const other = square - before + beside * beside;
    // Points as far as the farthest found count too: the lower index goes first.
    if (this.found === this.squares.length && other * ROUNDED > this.squares[this.found - 1]!) return;
    this.#apart[by] = beside * beside;
    if (above) this.#search(2 * node + 1, from, middle, other, place);
    else this.#search(2 * node + 2, middle, to, other, place);
    this.#apart[by] = before;
  }

  #look(from: number, to: number, place: Float64Array): void {
    const values = this.#values;
    const width = this.#width;
    const { squares } = this;
    const most = squares.length;
    for (let i = from; i < to; i++) {
      let square = 0;
      for (let at = 0, value = i * width; at < width; at++, value++) {
        const beside = values[value]! - place[at]!;
        square += beside * beside;
      }
      if (this.found < most || square <= squares[most - 1]!) this.#offer(this.#order[i]!, square);
    }
  }

  #offer(index: number, square: number): void {
    const { indices, squares } = this;
    let at = this.found;
    if (at < squares.length) this.found++;
    else if (square === squares[at - 1]! && index > indices[at - 1]!) return;
    else at--;
    for (; at > 0; at--) {
      const next = squares[at - 1]!;
      if (next < square || (next === square && indices[at - 1]! < index)) break;
      squares[at] = next;
      indices[at] = indices[at - 1]!;
    }
    squares[at] = square;
    indices[at] = index;
  }
}

/** Nodes of a tree whose leaves hold at most so many. */
function nodesFor(n: number): number {
  let nodes = 1;
  for (let largest = n; largest > LEAF; largest = (largest + 1) >> 1) nodes = 2 * nodes + 1;
  return nodes;
}

/** The column in which points are farthest apart. */
function widest(columns: readonly Float64Array[], rows: Uint32Array): number {
  let widest = 0;
  let reach = -1;
  for (const [at, column] of columns.entries()) {
    let least = Infinity;
    let most = -Infinity;
    for (const row of rows) {
      const value = column[row]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least <= reach) continue;
    reach = most - least;
    widest = at;
  }
  return widest;
}
