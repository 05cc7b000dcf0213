import type { Group } from './groups';

/** More spellings of one group than a person looks through; the others follow what is said of the group. */
export const MOST_LINES = 30;
export const LINE = 28;
/** Head, what survives, edges. */
const AROUND = 84;

export const linesShown = ({ lines }: Group): number => Math.min(lines.length, MOST_LINES);

/** Where each group begins in a list, in pixels, and where the last one ends. */
export function topsOf(groups: readonly Group[]): number[] {
  const tops = [0];
  for (const group of groups) {
    const more = group.lines.length > MOST_LINES ? 1 : 0;
    tops.push(tops.at(-1)! + AROUND + LINE * (linesShown(group) + more));
  }
  return tops;
}
