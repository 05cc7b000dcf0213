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

/**
 * How far a point is from ordinary: 2 to the power −E(h) ÷ c, from 0 to 1. Well above 0.5 it is easily parted from the
 * others. `scoreOf(row)` takes the values of a row from the columns given.
 */
export function forestScore({
  sample,
  trees,
}: IsolationForest): (columns: readonly Float64Array[], row: number) => number {
  const grown = trees.map(walkable);
  const usual = pathOfSearch(sample);
  return (columns, row) => {
    let length = 0;
    for (const tree of grown) length += pathIn(tree, columns, row);
    return usual > 0 ? exp((-Math.LN2 * length) / (trees.length * usual)) : 0.5;
  };
}

/** A tree with the place of each node's second child, and of leaves the length of the path that ends there. */
interface Walkable {
  columns: Int32Array;
  values: Float64Array;
  above: Uint32Array;
}

function walkable({ columns, values }: IsolationTree): Walkable {
  const above = new Uint32Array(columns.length);
  const lengths = Float64Array.from(values);
  const measure = (at: number, depth: number): number => {
    if (columns[at] === LEAF || columns[at] === undefined) {
      lengths[at] = depth + pathOfSearch(values[at]!);
      return at + 1;
    }
    above[at] = measure(at + 1, depth + 1);
    return measure(above[at]!, depth + 1);
  };
  measure(0, 0);
  return { columns: Int32Array.from(columns), values: lengths, above };
}

function pathIn({ columns, values, above }: Walkable, of: readonly Float64Array[], row: number): number {
  let at = 0;
  for (let column = columns[0]!; column !== LEAF; column = columns[at]!) {
    at = of[column]![row]! <= values[at]! ? at + 1 : above[at]!;
  }
  return values[at]!;
}

/** Mean length of an unsuccessful search in a binary tree of so many points: c(n) of the paper. */
function pathOfSearch(n: number): number {
  if (n <= 1) return 0;
  if (n === 2) return 1;
  return 2 * (log(n - 1) + EULER) - (2 * (n - 1)) / n;
}
