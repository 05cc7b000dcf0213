import { describe, expect, it } from 'vitest';
import { dendrogramOf } from '../../../src/engine/insight/dendrogram';
import type { RunFit, SegmentFit } from '../../../src/engine/steps/segment';

const TREE = {
  customers: 20,
  sample: 10,
  sizes: [1, 4, 2, 3],
  merges: [
    { a: 1, b: 3, height: 2 },
    { a: 0, b: 2, height: 3 },
    { a: 4, b: 5, height: 8 },
  ],
};
const fitOf = (k: number, leaves: number[]): SegmentFit =>
  ({ k, runs: [{ k, tree: { leaves, kept: 0.9 } } as RunFit], tree: TREE }) as unknown as SegmentFit;
const same = (id: number) => id;

describe('dendrogramOf', () => {
  it('lays out leaves best segment first, and joins them in the middle', () => {
    const tree = dendrogramOf(fitOf(2, [1, 2, 1, 2]), TREE, same);
    expect(tree.leaves.map(({ customers, segment }) => [customers, segment])).toEqual([
      [2, 1],
      [1, 1],
      [4, 2],
      [3, 2],
    ]);
    expect(tree.leaves.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
    const root = tree.merges.at(-1)!;
    expect([root.first.at, root.second.at, root.height]).toEqual([0.5, 2.5, 8]);
    expect([root.first.segment, root.second.segment, root.second.customers]).toEqual([1, 2, 7]);
    expect(tree).toMatchObject({ customers: 20, sample: 10, kept: 0.9, segments: 2 });
  });

  it('is cut between two merges, and not for one segment', () => {
    expect(dendrogramOf(fitOf(2, [1, 2, 1, 2]), TREE, same).cut).toBe(5.5);
    expect(dendrogramOf(fitOf(4, [1, 2, 3, 4]), TREE, same).cut).toBe(1);
    expect(dendrogramOf(fitOf(1, [1, 1, 1, 1]), TREE, same).cut).toBeNull();
  });

  it('has segments as they stand now, none where they were changed by hand', () => {
    const tree = dendrogramOf(fitOf(3, [3, 2, 1, 2]), TREE, (id) => [2, null, 1][id - 1]!);
    expect(tree.leaves.map(({ segment }) => segment)).toEqual([2, 1, null, null]);
    expect(tree.merges[0]).toMatchObject({ first: { segment: null }, second: { segment: null } });
  });

  it('leaves the segment of those out of the ordinary out of the tree', () => {
    const fit = { ...fitOf(2, [1, 2, 1, 2]), k: 3, outliers: { id: 1 } } as unknown as SegmentFit;
    const { leaves, segments } = dendrogramOf(fit, TREE, same);
    expect(segments).toBe(2);
    expect(leaves.map(({ segment }) => segment)).toEqual([2, 2, 3, 3]);
  });
});
