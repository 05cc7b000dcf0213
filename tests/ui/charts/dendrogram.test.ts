import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { Branch, Dendrogram } from '../../../src/engine/index';
import { dendrogramHeight, dendrogramSpec } from '../../../src/ui/charts/dendrogram';
import { treeTable } from '../../../src/ui/screens/segments/tree-table';
import { TREE_WHY, treeNote, treeSentence, treeTitle } from '../../../src/ui/text/tree';
import { verdict } from '../../../src/ui/text/verdict';
import { told } from '../fixtures/segmentation-told';
import { theme } from '../fixtures/theme';

const leaf = (at: number, customers: number, segment: number): Branch => ({
  at,
  height: 0,
  customers,
  segment,
});
const leaves = [leaf(0, 300, 1), leaf(1, 200, 1), leaf(2, 700, 2), leaf(3, 800, 3)];
const best: Branch = { at: 0.5, height: 10, customers: 500, segment: 1 };
const others: Branch = { at: 2.5, height: 24, customers: 1500, segment: null };
const tree: Dendrogram = {
  customers: 4339,
  sample: 2000,
  kept: 0.964,
  leaves,
  merges: [
    { height: 10, first: leaves[0]!, second: leaves[1]! },
    { height: 24, first: leaves[2]!, second: leaves[3]! },
    { height: 60, first: best, second: others },
  ],
  segments: 3,
  cut: 17,
};
const said = {
  cut: 'cut',
  counts: 'customers',
  distance: String,
  count: String,
  name: (id: number) => `name ${id}`,
  part: (id: number, customers: number) => `${id}: ${customers}`,
};
type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const drawn = (of: Dendrogram, chosen: number | null = null, narrow = false) =>
  marksOf(dendrogramSpec(of, said, { chosen, width: narrow ? 358 : 864, narrow }, theme));

describe('dendrogramSpec', () => {
  it('draws every merge, each segment in its colour, what joins segments in ink', () => {
    const strokes = drawn(tree).flatMap(({ stroke, words }) => (words === undefined ? [stroke] : []));
    const times = (colour: string) => strokes.filter((stroke) => stroke === colour).length;
    // Two stems and a joint, and the stem of both together.
    expect(times('segment-a')).toBe(4);
    expect([times('segment-b'), times('segment-c')]).toEqual([1, 1]);
  });

  it('puts the numbers of customers, letters and names beside the leaves', () => {
    const texts = drawn(tree).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['300', '700', 'A', 'B', 'C', 'name 1', 'cut', 'customers']),
    );
    expect(drawn(tree, null, true).map(({ text }) => text)).not.toContain('name 1');
  });

  it('stays within its width and height', () => {
    for (const narrow of [false, true])
      for (const { x, x2, y } of drawn(tree, null, narrow)) {
        expect(Math.min(Number(x), Number(x2 ?? x))).toBeGreaterThanOrEqual(0);
        expect(Math.max(Number(x), Number(x2 ?? x))).toBeLessThanOrEqual(narrow ? 358 : 864);
        expect(Number(y)).toBeLessThanOrEqual(dendrogramHeight(tree));
      }
  });

  it('turns the others grey where one is chosen', () => {
    const strokes = drawn(tree, 2).map(({ stroke }) => stroke);
    expect(strokes).toEqual(expect.arrayContaining(['segment-b', 'context']));
    expect(strokes).not.toContain('segment-a');
  });

  it('has no line where it is not cut', () => {
    expect(drawn({ ...tree, cut: null, segments: 1 }).map(({ text }) => text)).not.toContain('cut');
  });
});

describe('words of the tree', () => {
  it('say on whom it was worked out, where not on all', () => {
    expect(treeSentence({ tree })).toBe(
      'Worked out on a sample of 2,000 of 4,339 customers; the others joined the nearest segment.',
    );
    expect(treeSentence({ tree: { ...tree, sample: 4339 } })).toBe('');
    expect(treeSentence({})).toBe('');
    expect(treeSentence({ tree, customers: 5000 })).toContain('of the 4,339 customers it was learnt from;');
    const { dek, why } = verdict({ ...told, tree });
    expect(dek).toContain(treeSentence({ ...told, tree }));
    expect(why).toContain(TREE_WHY);
    expect(verdict(told).why).not.toContain(TREE_WHY);
  });

  it('say how far apart the next cut would part customers', () => {
    expect(treeTitle({ tree })).toBe(
      'Cut into three; a further cut would part customers who stand 42\u00a0% as far apart',
    );
    expect(treeTitle({ tree: { ...tree, segments: 4 } })).toBe(
      'Cut into four; within a segment all are alike',
    );
    expect(treeTitle({ tree: { ...tree, segments: 1, cut: null } })).toBe(
      'The tree of the customers, not cut',
    );
  });

  it('say who is not where their branch is', () => {
    expect(treeNote({ tree })).toMatch(/96\u00a0% of the sample are in the segment of their branch/);
    expect(treeNote({ tree: { ...tree, kept: 1 } })).not.toMatch(/of their branch/);
    const changed = { ...tree, leaves: [{ ...leaves[0]!, segment: null }, ...leaves.slice(1)] };
    expect(treeNote({ tree: changed })).toMatch(/changed by hand since are grey/);
  });
});

describe('treeTable', () => {
  it('has a row for each cut from the top', () => {
    const { rows, shown } = treeTable({ ...told, tree });
    expect(rows.map(([into, height]) => [into, height])).toEqual([
      [2, 60],
      [3, 24],
      [4, 10],
    ]);
    expect(shown.map((cells) => cells.slice(2))).toEqual([
      ['500', '1,500', '·'],
      ['700', '800', '·'],
      ['300', '200', 'A Champions'],
    ]);
  });
});
