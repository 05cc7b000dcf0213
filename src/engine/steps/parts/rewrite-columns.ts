import type { ColumnTable } from 'arquero';
import type { Applied } from '../../recipe/step';
import type { TextColumn } from '../../table/columns';
import { columnAs, withColumns } from '../../table/table';
import type { Work } from '../../work';
import { rewritten } from './rewritten';

/**
 * Writes each distinct text of some columns anew, in place; one that becomes empty is a blank. The table itself where
 * nothing changes. Counts: `changed` cells.
 */
export async function rewriteColumns(
  table: ColumnTable,
  columns: readonly string[],
  write: (text: string) => string,
  work: Work,
): Promise<Applied> {
  let changed = 0;
  const made: (readonly [string, TextColumn])[] = [];
  for (const name of columns) {
    const now = await rewritten(columnAs(table, name, 'text'), write, work);
    changed += now.changed;
    if (now.changed > 0) made.push([name, now.column]);
  }
  return { table: made.length > 0 ? withColumns(table, made) : table, counts: { changed } };
}
