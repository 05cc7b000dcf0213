import { behind, type MomentTree } from './moment-tree';

/** A moment of a line, and the lines that were begun behind it and left for the one it stands in. */
export interface MomentPlace {
  place: number;
  left: readonly MomentLine[];
}
export type MomentLine = readonly MomentPlace[];

/** The history as it is drawn: the line that undo and redo go along, with those that were left beside it. */
export function momentLines(tree: MomentTree): MomentLine {
  if (tree.moments.length === 0) return [];
  const children = new Map<number, number[]>();
  for (const [place, { parent }] of tree.moments.entries())
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), place]);
  return lineFrom(0, tree, children);
}

function lineFrom(first: number, tree: MomentTree, children: ReadonlyMap<number, number[]>): MomentLine {
  const line: MomentPlace[] = [];
  for (let place: number | null = first; place !== null;) {
    const on: number | null = behind({ ...tree, cursor: place });
    const left = (children.get(place) ?? []).filter((child) => child !== on);
    line.push({ place, left: left.map((child) => lineFrom(child, tree, children)) });
    place = on;
  }
  return line;
}
