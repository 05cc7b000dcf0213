import type { Merge, Tree } from './ward';

/** The tree above a cut: the groups there are its leaves. */
export interface TreeTop {
  /** Points in each leaf. */
  sizes: number[];
  /** Merges of leaves by height; leaves are 0 to m − 1, the cluster that merge i makes is m + i. */
  merges: Merge[];
}

/**
 * For each point its group where the tree is cut into k, 0 to k − 1 in the order of their first points.
 * @param k from 1 to n, at most 255
 * @see R, cutree.
 */
export function cutTree({ n, merges }: Tree, k: number): Uint8Array {
  const above = new Int32Array(n + merges.length).fill(-1);
  merges.slice(0, n - k).forEach(({ a, b }, i) => (above[a] = above[b] = n + i));
  // Merges stand behind what they are made of, so the top of each is known before it is asked for.
  const tops = new Int32Array(above.length);
  for (let node = above.length - 1; node >= 0; node--)
    tops[node] = above[node]! < 0 ? node : tops[above[node]!]!;
  const groups = new Map<number, number>();
  return Uint8Array.from({ length: n }, (_, point) => {
    const top = tops[point]!;
    if (!groups.has(top)) groups.set(top, groups.size);
    return groups.get(top)!;
  });
}

/** What the tree is above the cut into m groups. @param m from 1 to n, at most 255 */
export function topOfTree(tree: Tree, m: number): TreeTop {
  const { n, merges } = tree;
  const leaves = cutTree(tree, m);
  const sizes = new Array<number>(m).fill(0);
  for (const leaf of leaves) sizes[leaf]!++;
  const called = new Map<number, number>();
  leaves.forEach((leaf, point) => called.set(point, leaf));
  merges.forEach(({ a }, i) => called.set(n + i, i < n - m ? called.get(a)! : m + i - (n - m)));
  const upper = merges.slice(n - m).map(({ a, b, height, size }) => {
    const pair = [called.get(a)!, called.get(b)!] as const;
    return { a: Math.min(...pair), b: Math.max(...pair), height, size };
  });
  return { sizes, merges: upper };
}

/**
 * Within-cluster sum of squares for each k from 1 to `most`: half the squared heights of the merges below the cut. Ward's
 * heights only.
 */
export function squaresWithin({ n, merges }: Tree, most: number): number[] {
  const within = [0];
  for (const { height } of merges) within.push(within.at(-1)! + (height * height) / 2);
  return Array.from({ length: Math.min(most, n) }, (_, i) => within[n - 1 - i]!);
}
