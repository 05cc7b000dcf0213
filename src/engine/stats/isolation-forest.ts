import { canonicalOrderOf } from './canonical-order';
import { exp, log } from './logarithm';
import type { Points } from './points';
import { generator, seedFrom } from './random';
import type { Work } from '../work';

const TREES = 100;
const SAMPLE = 256;
const EULER = 0.5772156649015329;
/** In place of a column: nothing is split here. */
const LEAF = -1;

/** A tree in preorder: of each node the column it splits by and where, or −1 and how many points it holds. */
export interface IsolationTree {
  columns: number[];
  values: number[];
}

/** `sample`: how many points each tree was grown from. */
export interface IsolationForest {
  sample: number;
  trees: IsolationTree[];
}

/**
 * 100 trees, each grown from 256 points (all, where there are fewer) by splitting a random column that varies at a random
 * place until a point is alone or the depth is log2 of the sample. Points are drawn in an order that depends on their
 * values and the seed, so that the forest does not depend on the order of rows.
 * @throws Stopped
 * @see Liu, Ting and Zhou 2008, Isolation Forest.
 */
export async function growForest(points: Points, seed: number, work: Work): Promise<IsolationForest> {
  const order = await canonicalOrderOf(points, seed, work);
  const sample = Math.min(SAMPLE, points.n);
  const trees: IsolationTree[] = [];
  for (let at = 0; at < TREES; at++) {
    const rest = work.breathe({ phase: 'growing-trees', done: at, total: TREES, unit: 'rounds' });
    if (rest) await rest;
    const random = generator(seedFrom(seed, at));
    trees.push(new Growing(points, random, depthFor(sample)).grow(drawn(order, sample, random)));
  }
  return { sample, trees };
}

/** log2 of the sample, rounded up. */
function depthFor(sample: number): number {
  let depth = 0;
  while (1 << depth < sample) depth++;
  return depth;
}

/** `count` different entries of `order`: Floyd's algorithm, so that no copy of a million rows is made for a tree. */
function drawn(order: Uint32Array, count: number, random: () => number): Uint32Array {
  const places = new Set<number>();
  for (let last = order.length - count; last < order.length; last++) {
    const place = Math.floor(random() * (last + 1));
    places.add(places.has(place) ? last : place);
  }
  return Uint32Array.from(places, (place) => order[place]!);
}

class Growing {
  readonly #tree: IsolationTree = { columns: [], values: [] };
  readonly #points: Points;
  readonly #random: () => number;
  readonly #deepest: number;

  constructor(points: Points, random: () => number, deepest: number) {
    this.#points = points;
    this.#random = random;
    this.#deepest = deepest;
  }

  grow(rows: Uint32Array): IsolationTree {
    this.#node(rows, 0);
    return this.#tree;
  }

  #node(rows: Uint32Array, depth: number): void {
    const ranges = depth < this.#deepest && rows.length > 1 ? this.#varying(rows) : [];
    if (ranges.length === 0) {
      this.#add(LEAF, rows.length);
      return;
    }
    const { at, least, most } = ranges[Math.floor(this.#random() * ranges.length)]!;
    const place = least + this.#random() * (most - least);
    // Rounding may put the place at the upper end, where nothing would lie above it.
    const split = place < most ? place : least;
    this.#add(at, split);
    const column = this.#points.columns[at]!;
    this.#node(
      rows.filter((row) => column[row]! <= split),
      depth + 1,
    );
    this.#node(
      rows.filter((row) => column[row]! > split),
      depth + 1,
    );
  }

  #add(column: number, value: number): void {
    this.#tree.columns.push(column);
    this.#tree.values.push(value);
  }

  #varying(rows: Uint32Array): { at: number; least: number; most: number }[] {
    return this.#points.columns.flatMap((column, at) => {
      let least = Infinity;
      let most = -Infinity;
      for (const row of rows) {
        const value = column[row]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      return least < most ? [{ at, least, most }] : [];
    });
  }
}

/** Scores rows of the columns given, from `from` on, as many as `scores` has room for. */
export type ScoreRows = (columns: readonly Float64Array[], from: number, scores: Float64Array) => void;

/** So many rows go down a tree side by side. */
const ABREAST = 4;

/**
 * How far points are from ordinary: 2 to the power −E(h) ÷ c, from 0 to 1. Well above 0.5 one is easily parted from the
 * others. All rows asked for go down one tree before the next; a few hundred at a time stay at hand.
 */
export function forestScores({ sample, trees }: IsolationForest): ScoreRows {
  const grown = trees.map(walkable);
  const usual = pathOfSearch(sample);
  return (columns, from, scores) => {
    const lengths = new Float64Array(Math.ceil(scores.length / ABREAST) * ABREAST);
    const rows = new Float64Array(lengths.length * columns.length);
    for (const [at, column] of columns.entries()) {
      for (let i = 0; i < scores.length; i++) rows[i * columns.length + at] = column[from + i]!;
    }
    for (const tree of grown) addPaths(tree, rows, columns.length, lengths);
    for (let i = 0; i < scores.length; i++) {
      scores[i] = usual > 0 ? exp((-Math.LN2 * lengths[i]!) / (trees.length * usual)) : 0.5;
    }
  };
}

/** A tree to go down without asking whether a node is a leaf: a leaf is its own child. */
interface Walkable {
  columns: Uint32Array;
  values: Float64Array;
  /** Of each node the child for values up to the split, then the one for those above. */
  children: Uint32Array;
  /** The length of the path that ends at a leaf. */
  ends: Float64Array;
  deepest: number;
}

function walkable({ columns, values }: IsolationTree): Walkable {
  const children = new Uint32Array(columns.length * 2);
  const ends = new Float64Array(columns.length);
  let deepest = 0;
  const measure = (at: number, depth: number): number => {
    if (columns[at] === LEAF || columns[at] === undefined) {
      ends[at] = depth + pathOfSearch(values[at]!);
      children.fill(at, 2 * at, 2 * at + 2);
      deepest = Math.max(deepest, depth);
      return at + 1;
    }
    children[2 * at] = at + 1;
    const above = measure(at + 1, depth + 1);
    children[2 * at + 1] = above;
    return measure(above, depth + 1);
  };
  measure(0, 0);
  const by = Uint32Array.from(columns, (column) => Math.max(column, 0));
  return { columns: by, values: Float64Array.from(values), children, ends, deepest };
}

/** Adds each row's path in a tree. Rows side by side need not wait for each other's node. */
function addPaths(tree: Walkable, rows: Float64Array, width: number, lengths: Float64Array): void {
  const { columns, values, children, ends, deepest } = tree;
  for (let i = 0; i < lengths.length; i += ABREAST) {
    const [a, b, c, d] = [i * width, (i + 1) * width, (i + 2) * width, (i + 3) * width];
    let w = 0;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let level = 0; level < deepest; level++) {
      w = children[2 * w + Number(rows[a + columns[w]!]! > values[w]!)]!;
      x = children[2 * x + Number(rows[b + columns[x]!]! > values[x]!)]!;
      y = children[2 * y + Number(rows[c + columns[y]!]! > values[y]!)]!;
      z = children[2 * z + Number(rows[d + columns[z]!]! > values[z]!)]!;
    }
    lengths[i]! += ends[w]!;
    lengths[i + 1]! += ends[x]!;
    lengths[i + 2]! += ends[y]!;
    lengths[i + 3]! += ends[z]!;
  }
}

/** Mean length of an unsuccessful search in a binary tree of so many points: c(n) of the paper. */
function pathOfSearch(n: number): number {
  if (n <= 1) return 0;
  if (n === 2) return 1;
  return 2 * (log(n - 1) + EULER) - (2 * (n - 1)) / n;
}
