import type { Merge, Tree } from './ward';

/**
 * The tree of average linkage (UPGMA) over distances given as a full matrix of n × n; heights are mean distances. For
 * the few things of a picture: n³ time. Where several are equally near, those that come first.
 * @see Sokal and Michener 1958; R, hclust "average"; scipy, linkage "average".
 */
export function averageTree(distances: Float64Array, n: number): Tree {
  const apart = distances.slice();
  const alive = Array.from({ length: n }, (_, at) => ({ at, called: at, size: 1 }));
  const merges: Merge[] = [];
  while (alive.length > 1) {
    let [best, one, other] = [Infinity, 0, 1];
    for (let i = 0; i < alive.length; i++)
      for (let j = i + 1; j < alive.length; j++) {
        const distance = apart[alive[i]!.at * n + alive[j]!.at]!;
        if (distance < best) [best, one, other] = [distance, i, j];
      }
    const [a, b] = [alive[one]!, alive[other]!];
    for (const { at } of alive) {
      const mean = (a.size * apart[a.at * n + at]! + b.size * apart[b.at * n + at]!) / (a.size + b.size);
      apart[a.at * n + at] = apart[at * n + a.at] = mean;
    }
    const size = a.size + b.size;
    merges.push({ a: Math.min(a.called, b.called), b: Math.max(a.called, b.called), height: best, size });
    alive[one] = { at: a.at, called: n + merges.length - 1, size };
    alive.splice(other, 1);
  }
  return { n, merges };
}

/** The things of a tree in a row: each cluster stays together, turned so that its near ends meet. */
export function leafOrder({ n, merges }: Tree, distances: Float64Array): number[] {
  const rows = Array.from({ length: n }, (_, at) => [at]);
  for (const { a, b } of merges) rows.push(joined(rows[a]!, rows[b]!, distances, n));
  return rows.at(-1) ?? [];
}

function joined(one: number[], other: number[], distances: Float64Array, n: number): number[] {
  const turned = (row: readonly number[]) => [...row].reverse();
  const ways = [
    [one, other],
    [one, turned(other)],
    [turned(one), other],
    [turned(one), turned(other)],
  ] as const;
  const gap = ([left, right]: (typeof ways)[number]) => distances[left.at(-1)! * n + right[0]!]!;
  return ways.reduce((best, way) => (gap(way) < gap(best) ? way : best)).flat();
}
