import { describe, expect, it } from 'vitest';
import {
  before,
  behind,
  goneTo,
  LONGEST,
  NO_MOMENTS,
  treeOf,
  withMoment,
  type MomentTree,
} from '../../../src/ui/state/moment-tree';
import { recipeOf } from '../../engine/recipe/recipes';

/** A moment whose recipe bears a name. */
const moment = (name: string) => ({ recipe: recipeOf([], [name]), choice: {} });
const nameAt = ({ moments }: MomentTree, place: number | null) =>
  place === null ? null : moments[place]!.recipe.sources[0]!.columns[0]!.name;
const grown = (...names: string[]): MomentTree =>
  names.reduce(
    (tree, name) => (name === '<' ? goneTo(tree, before(tree)!) : withMoment(tree, moment(name))),
    NO_MOMENTS,
  );
const here = (tree: MomentTree) => nameAt(tree, tree.cursor);

describe('a history with branches', () => {
  const tree = grown('a', 'b', 'c', '<', 'd');

  it('keeps what was undone when another thing is done', () => {
    expect(tree.moments.map((_, place) => nameAt(tree, place))).toEqual(['a', 'b', 'c', 'd']);
    expect(tree.moments.map(({ parent }) => parent)).toEqual([null, 0, 1, 1]);
    expect([here(tree), nameAt(tree, before(tree)), behind(tree)]).toEqual(['d', 'b', null]);
  });

  it('redoes what was visited last', () => {
    const atB = goneTo(tree, 1);
    expect(nameAt(atB, behind(atB))).toBe('d');
    const byC = goneTo(goneTo(tree, 2), 0);
    expect(nameAt(byC, behind(byC))).toBe('b');
    const atBAgain = goneTo(byC, behind(byC)!);
    expect(nameAt(atBAgain, behind(atBAgain))).toBe('c');
  });

  it('has no way back from the first and none forth from the last', () => {
    expect(before(grown('a'))).toBeNull();
    expect(behind(grown('a'))).toBeNull();
    expect([before(NO_MOMENTS), behind(NO_MOMENTS)]).toEqual([null, null]);
    expect(goneTo(tree, 17)).toBe(tree);
  });

  it('is the same after it was stored and read', () => {
    const stored = JSON.parse(JSON.stringify(tree)) as MomentTree;
    expect(treeOf(stored.moments, stored.cursor)).toEqual(tree);
  });
});

describe('a history stored as a list', () => {
  it('is a tree without branches, and redo leads along it', () => {
    const tree = treeOf(['a', 'b', 'c'].map(moment), 1);
    expect(tree.moments.map(({ parent }) => parent)).toEqual([null, 0, 1]);
    expect([here(tree), before(tree), behind(tree)]).toEqual(['b', 0, 2]);
  });

  it('is made sense of where it makes none', () => {
    const odd = [
      { ...moment('a'), parent: 2 },
      { ...moment('b'), parent: 5 },
      { ...moment('c'), parent: 2, next: 9 },
    ];
    const tree = treeOf(odd, 7);
    expect(tree.moments.map(({ parent }) => parent)).toEqual([null, 0, 1]);
    expect([here(tree), behind(tree)]).toEqual(['c', null]);
    expect(treeOf([], 3)).toEqual(NO_MOMENTS);
  });
});

describe('a long history', () => {
  const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `m${from + i}`);

  it('gives up the oldest ends of other branches first', () => {
    const tree = grown('a', 'x', 'y', '<', '<', 'z', '<', ...many(0, LONGEST - 3));
    const left = tree.moments.map((_, place) => nameAt(tree, place));
    expect(tree.moments).toHaveLength(LONGEST);
    expect(left.slice(0, 4)).toEqual(['a', 'x', 'z', 'm0']);
    expect(here(tree)).toBe(`m${LONGEST - 4}`);
    const more = withMoment(withMoment(tree, moment('n')), moment('o'));
    expect(more.moments.slice(0, 2).map((_, place) => nameAt(more, place))).toEqual(['a', 'm0']);
  });

  it('then its first moments', () => {
    let tree = grown(...many(0, LONGEST + 2));
    expect(tree.moments).toHaveLength(LONGEST);
    let count = 1;
    for (let to = before(tree); to !== null; to = before(tree)) {
      tree = goneTo(tree, to);
      count++;
    }
    expect([count, here(tree)]).toEqual([LONGEST, 'm2']);
  });
});
