import type { SegmentFit } from '../steps/segment';
import type { TreeFit } from '../steps/segment/tree-fit';

/** One end of a merge: what is joined, and from where its branch comes. */
export interface Branch {
  /** Its place among the leaves, 0 for the first; between two for what was joined before. */
  at: number;
  height: number;
  customers: number;
  /** The segment all of it is in; null where it is in several, or in one that was changed by hand. */
  segment: number | null;
}

/** The top of the tree that segments were cut from, laid out. */
export interface Dendrogram {
  /** Customers that were grouped, and those of them that the tree was grown on. */
  customers: number;
  sample: number;
  /** Share of the sample that is in the segment the tree has it in; others are nearer to the middle of another. */
  kept: number;
  /** In the order they are drawn, those of the most valuable segment first where the tree allows it. */
  leaves: readonly Branch[];
  /** By height: a distance between scaled customers, as R's hclust with "ward.D2" has it. */
  merges: readonly { height: number; first: Branch; second: Branch }[];
  /** Into how many it was cut, and where: between two merges; null for one. */
  segments: number;
  cut: number | null;
}

/**
 * @param placeOf where a segment that was found stands now, null where it is no more
 */
export function dendrogramOf(
  { k, runs, outliers }: SegmentFit,
  tree: TreeFit,
  placeOf: (id: number) => number | null,
): Dendrogram {
  const apart = outliers?.id ?? null;
  const segments = apart === null ? k : k - 1;
  const found = runs.find((run) => run.k === segments)?.tree;
  const { sizes, merges } = tree;
  const below = found?.leaves ?? sizes.map(() => 1);
  const now = (id: number) => placeOf(apart !== null && id >= apart ? id + 1 : id);
  const nodes = nodesOf(tree, below);
  const order = nodes.at(-1)!.leaves;
  const branches: Branch[] = [];
  nodes.forEach(({ customers, segment, parts, height }, i) =>
    branches.push({
      at: parts === null ? order.indexOf(i) : (branches[parts[0]]!.at + branches[parts[1]]!.at) / 2,
      height,
      customers,
      segment: segment === null ? null : now(segment),
    }),
  );
  const upper = merges.length - segments + 1;
  return {
    customers: tree.customers,
    sample: tree.sample,
    kept: found?.kept ?? 1,
    leaves: order.map((leaf) => branches[leaf]!),
    merges: nodes.slice(sizes.length).map(({ height, parts }) => {
      const [first, second] = parts!;
      return { height, first: branches[first]!, second: branches[second]! };
    }),
    segments,
    cut: segments < 2 ? null : ((merges[upper - 1]?.height ?? 0) + merges[upper]!.height) / 2,
  };
}

interface Node {
  height: number;
  customers: number;
  /** As it was found; null where it is in several. */
  segment: number | null;
  /** The best segment in it. */
  best: number;
  /** What it joins, in the order they are drawn; null for a leaf. */
  parts: readonly [number, number] | null;
  /** The leaves below, in the order they are drawn. */
  leaves: readonly number[];
}

/** Leaves and merges, each behind what it is made of. */
function nodesOf({ sizes, merges }: TreeFit, below: readonly number[]): Node[] {
  const nodes: Node[] = sizes.map((customers, leaf) => {
    const segment = below[leaf]!;
    return { height: 0, customers, segment, best: segment, parts: null, leaves: [leaf] };
  });
  for (const { a, b, height } of merges) {
    const [one, other] = [nodes[a]!, nodes[b]!];
    const turned = (other.best - one.best || one.customers - other.customers) < 0;
    const [first, second] = turned ? [other, one] : [one, other];
    nodes.push({
      height,
      customers: one.customers + other.customers,
      segment: one.segment === other.segment ? one.segment : null,
      best: Math.min(one.best, other.best),
      parts: turned ? [b, a] : [a, b],
      leaves: [...first.leaves, ...second.leaves],
    });
  }
  return nodes;
}
