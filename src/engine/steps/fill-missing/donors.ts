import { uint32 } from '../../table/buffers';
import { isMissing, MISSING, type Column } from '../../table/columns';
import type { Groups } from '../parts/groups';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';

/**
 * The column with each blank filled from the last row before it (`forward`) or the first after it (`backward`) that has a
 * value, within its group where there are groups; blanks without such a row stay, and so do those of rows in no group.
 */
export async function carried(
  column: Column,
  direction: 'forward' | 'backward',
  groups: Groups | null,
  work: Work,
): Promise<Column> {
  const rows = column.length;
  const donors = uint32(rows);
  const last = uint32(groups ? groups.size : 1).fill(MISSING);
  await inBlocks(rows, 'filling', work, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = direction === 'forward' ? at : rows - 1 - at;
      const group = groups ? groups.codes[row]! : 0;
      donors[row] = row;
      if (group === MISSING) continue;
      if (!isMissing(column, row)) last[group] = row;
      else if (last[group] !== MISSING) donors[row] = last[group]!;
    }
  });
  return column.take(donors);
}
