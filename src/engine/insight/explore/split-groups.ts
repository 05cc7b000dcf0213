import { inBlocks } from '../../steps/parts/blocks';
import type { Column } from '../../table/columns';
import type { Work } from '../../work';
import { measuredColumn } from './measured-column';
import type { Category } from './pair/pair-view';

/** Groups that are told apart; where there are more, the last of them is all others. */
const MOST_GROUPS = 7;

/**
 * The groups that a column splits the rows into: its most frequent values, at most seven, or six and all others (null).
 * Numbers stand in rising order, as they are written. Blanks are in no group.
 * @throws Stopped
 */
export async function splitGroups(name: string, column: Column, work: Work): Promise<Category> {
  if (column.kind === 'text' || column.kind === 'boolean')
    return (await measuredColumn(name, column, work, { most: MOST_GROUPS })) as Category;
  const { values } = column;
  const counts = new Map<number, number>();
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value === value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  });
  const frequent = [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([value]) => value);
  const all = frequent.length <= MOST_GROUPS;
  const kept = frequent.slice(0, all ? MOST_GROUPS : MOST_GROUPS - 1).sort((a, b) => a - b);
  const levels = [...kept.map(String), ...(all ? [] : [null])];
  const place = new Map(kept.map((value, at) => [value, at]));
  const codes = new Uint8Array(values.length);
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      codes[row] = value === value ? (place.get(value) ?? kept.length) : levels.length;
    }
  });
  return { name, kind: 'category', codes, levels };
}
