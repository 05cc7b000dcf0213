import type { ColumnTable } from 'arquero';
import type { TextColumn } from '../../table/columns';
import { columnOf, withColumns } from '../../table/table';
import type { Work } from '../../work';
import { rewritten } from './rewritten';

/** A text without what hardly tells two apart: case, and white space at its ends or in runs. */
export const loosely = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** The table with the texts of these columns written loosely; null where that makes no two texts equal. */
export async function looseTable(
  table: ColumnTable,
  columns: readonly string[],
  work: Work,
): Promise<ColumnTable | null> {
  const changed: (readonly [string, TextColumn])[] = [];
  for (const name of columns) {
    const column = columnOf(table, name);
    if (column.kind !== 'text') continue;
    const { column: loose } = await rewritten(column, loosely, work);
    if (loose.dictionary.size < column.dictionary.size) changed.push([name, loose]);
  }
  return changed.length === 0 ? null : withColumns(table, changed);
}
