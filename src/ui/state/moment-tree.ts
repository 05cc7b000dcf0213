import type { Moment } from '../../workers/api';

/** Moments of a history that may have branches: each stands behind the one it was made from. */
export interface MomentTree {
  readonly moments: readonly TreeMoment[];
  /** The present one; −1 where there is none. */
  readonly cursor: number;
}

export interface TreeMoment extends Moment {
  /** Place of the moment it was made from; null for the first. */
  parent: number | null;
}

export const LONGEST = 200;
export const NO_MOMENTS: MomentTree = { moments: [], cursor: -1 };

/** A stored history. Before it had branches it was a list in which each moment was made from the one before it. */
export function treeOf(stored: readonly Moment[], cursor: number): MomentTree {
  const moments = stored.map((moment, place): TreeMoment => ({ ...moment, parent: parentIn(moment, place) }));
  return { moments, cursor: Math.max(Math.min(cursor, moments.length - 1), moments.length > 0 ? 0 : -1) };
}

/** A parent always stands before its children, so there are no rings. */
function parentIn({ parent }: Moment, place: number): number | null {
  if (place === 0) return null;
  return Number.isInteger(parent) && parent! >= 0 && parent! < place ? parent! : place - 1;
}

/** The moment becomes the present one; what was undone stays as a branch. */
export function withMoment({ moments, cursor }: MomentTree, moment: Moment): MomentTree {
  const parent = cursor < 0 ? null : cursor;
  const { next: _next, ...made } = moment;
  return pruned(visited({ moments: [...moments, { ...made, parent }], cursor: moments.length }));
}

/** Another moment is the present one, and where redo leads from those it stands behind. */
export const goneTo = (tree: MomentTree, place: number): MomentTree =>
  tree.moments[place] ? visited({ ...tree, cursor: place }) : tree;

function visited({ moments, cursor }: MomentTree): MomentTree {
  const changed = [...moments];
  for (let child = cursor; ;) {
    const parent = changed[child]!.parent;
    if (parent === null) break;
    if (changed[parent]!.next !== child) changed[parent] = { ...changed[parent]!, next: child };
    child = parent;
  }
  return { moments: changed, cursor };
}

/** Where undo leads; null at the first. */
export const before = ({ moments, cursor }: MomentTree): number | null => moments[cursor]?.parent ?? null;

/** Where redo leads: the branch last visited, else the one last made; null at the end of a branch. */
export function behind({ moments, cursor }: MomentTree): number | null {
  const next = moments[cursor]?.next;
  if (next !== undefined && moments[next]?.parent === cursor) return next;
  const last = moments.map(({ parent }) => parent).lastIndexOf(cursor);
  return last < 0 ? null : last;
}

/** At most so many moments: the oldest ends of other branches go first, then the first moments of all. */
function pruned(tree: MomentTree): MomentTree {
  let left = tree;
  while (left.moments.length > LONGEST) left = without(left, toGiveUp(left));
  return left;
}

function toGiveUp({ moments, cursor }: MomentTree): number {
  const parents = new Set(moments.map(({ parent }) => parent));
  const end = moments.findIndex((_, place) => place !== cursor && !parents.has(place));
  return end < 0 ? 0 : end;
}

function without({ moments, cursor }: MomentTree, gone: number): MomentTree {
  const moved = (place: number) => (place > gone ? place - 1 : place);
  const left = moments.filter((_, place) => place !== gone);
  return {
    cursor: moved(cursor),
    moments: left.map(({ parent, next, ...moment }) => ({
      ...moment,
      parent: parent === null || parent === gone ? null : moved(parent),
      ...(next !== undefined && next !== gone && { next: moved(next) }),
    })),
  };
}
