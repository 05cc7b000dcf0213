import type { ColumnTable } from 'arquero';
import { columnNames, columnOf } from '../../table/table';
import { sharesCells } from './compare-cells';
import type { Followed } from './follow-rows';
import type { StepEffect } from './step-effect';

/** Which columns come, go, or have another name or place. One with the cells of a column that is gone is renamed. */
export function columnsChange(
  before: ColumnTable,
  after: ColumnTable,
  followed: Followed | null,
): StepEffect['columns'] {
  const [were, are] = [columnNames(before), columnNames(after)];
  const [had, has] = [new Set(were), new Set(are)];
  const gone = new Set(were.filter((name) => !has.has(name)));
  const renamed: [string, string][] = [];
  const added = are.filter((name) => {
    if (had.has(name)) return false;
    const from = followed && [...gone].find((one) => isSame(one, name, followed));
    if (!from) return true;
    gone.delete(from);
    renamed.push([from, name]);
    return false;
  });
  const to = new Map(renamed);
  const still = were.flatMap((name) => (has.has(name) ? name : (to.get(name) ?? [])));
  const there = new Set(still);
  const now = are.filter((name) => there.has(name));
  return { added, removed: [...gone], renamed, reordered: still.some((name, i) => name !== now[i]) };

  function isSame(one: string, other: string, { origin }: Followed): boolean {
    return sharesCells(columnOf(before, one), columnOf(after, other), origin);
  }
}
