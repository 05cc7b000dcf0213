import type { Progress, Work } from '../work';
import type { Points } from './points';

/** Two clusters that become one. Points are 0 to n − 1, the cluster that merge i makes is n + i. */
export interface Merge {
  /** The two, the lower number first. */
  a: number;
  b: number;
  /** √(2 |A| |B| ÷ (|A| + |B|)) times the distance of their centroids: for two points, their distance. */
  height: number;
  /** Points in both. */
  size: number;
}

/** n points and the n − 1 merges that make them one, by height, which never falls. */
export interface Tree {
  n: number;
  merges: readonly Merge[];
}

/** Looks for a nearest cluster between two breaths. */
const LOOKS = 64;

/**
 * The tree of Ward's minimum variance: always the two clusters become one whose union adds least to the sum of squares
 * within. By chains of nearest neighbours over centroids and sizes: n² time, n memory. Where several are equally near,
 * the one that came before in the chain, else the one with the first point; so points should be in canonical order.
 * No merges for fewer than two points.
 * @see Murtagh 1983; Müllner 2011. Heights as R, hclust "ward.D2", and scipy, linkage "ward".
 */
export async function wardTree(points: Points, work: Work, progress: Progress): Promise<Tree> {
  const clusters = new Clusters(points);
  const found: Merge[] = [];
  const chain: number[] = [];
  for (let looks = 0; clusters.alive > 1; looks++) {
    if (looks % LOOKS === 0) {
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    if (chain.length === 0) chain.push(clusters.first);
    const last = chain.at(-1)!;
    const before = chain.at(-2) ?? -1;
    const next = clusters.nearest(last, before);
    if (next !== before) chain.push(next);
    else {
      chain.length -= 2;
      found.push(clusters.join(Math.min(last, next), Math.max(last, next)));
    }
  }
  return { n: points.n, merges: inOrder(found, points.n) };
}

/** Clusters that are still apart, each called by its first point. */
class Clusters {
  readonly #d: number;
  /** Centroids end to end. */
  readonly #at: Float64Array;
  readonly #sizes: Float64Array;
  readonly #heights: Float64Array;
  /** Those still apart, rising. */
  readonly #apart: Uint32Array;
  alive: number;

  constructor({ columns, n, d }: Points) {
    this.#d = d;
    this.#at = new Float64Array(n * d);
    columns.forEach((column, j) => {
      for (let i = 0; i < n; i++) this.#at[i * d + j] = column[i]!;
    });
    this.#sizes = new Float64Array(n).fill(1);
    this.#heights = new Float64Array(n);
    this.#apart = Uint32Array.from({ length: n }, (_, i) => i);
    this.alive = n;
  }

  get first(): number {
    return this.#apart[0]!;
  }

  /** The one whose union with `from` adds least; `before` where no other adds less. */
  nearest(from: number, before: number): number {
    const [apart, sizes] = [this.#apart, this.#sizes];
    const size = sizes[from]!;
    let best = before;
    let least = before < 0 ? Infinity : this.#added(from, before, size, sizes[before]!);
    for (let i = 0; i < this.alive; i++) {
      const other = apart[i]!;
      if (other === from) continue;
      const added = this.#added(from, other, size, sizes[other]!);
      if (added < least) {
        least = added;
        best = other;
      }
    }
    return best;
  }

  /** What a union adds to the sum of squares. */
  #added(a: number, b: number, sizeA: number, sizeB: number): number {
    const [at, d] = [this.#at, this.#d];
    let square = 0;
    for (let j = 0, i = a * d, o = b * d; j < d; j++) {
      const apart = at[i + j]! - at[o + j]!;
      square += apart * apart;
    }
    return (square * sizeA * sizeB) / (sizeA + sizeB);
  }

  /** Makes the two one, called by the first of them. */
  join(a: number, b: number): Merge {
    const [at, sizes, d] = [this.#at, this.#sizes, this.#d];
    const [sizeA, sizeB] = [sizes[a]!, sizes[b]!];
    // Rounding must not put a union below what it is made of.
    const height = Math.max(
      Math.sqrt(2 * this.#added(a, b, sizeA, sizeB)),
      this.#heights[a]!,
      this.#heights[b]!,
    );
    for (let j = 0; j < d; j++)
      at[a * d + j] = (at[a * d + j]! * sizeA + at[b * d + j]! * sizeB) / (sizeA + sizeB);
    const size = sizeA + sizeB;
    sizes[a] = size;
    this.#heights[a] = height;
    const gone = this.#apart.subarray(0, this.alive).indexOf(b);
    this.#apart.copyWithin(gone, gone + 1, this.alive);
    this.alive--;
    return { a, b, height, size };
  }
}

/** Merges by height with clusters called by the merge that made them; a merge never comes before those it is made of. */
function inOrder(found: readonly Merge[], n: number): Merge[] {
  const called = Uint32Array.from({ length: n }, (_, point) => point);
  return [...found]
    .sort((one, other) => one.height - other.height)
    .map(({ a, b, height, size }, i) => {
      const pair = [called[a]!, called[b]!] as const;
      called[a] = n + i;
      return { a: Math.min(...pair), b: Math.max(...pair), height, size };
    });
}
