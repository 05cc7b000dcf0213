import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn } from '../../table/columns';
import { columnOf, withColumns } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from './blocks';
import { looseCodes, tellsApart } from './loose-codes';

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
    if (tellsApart(column.dictionary)) continue;
    const loose = await looseCodes(column.dictionary, work);
    if (loose.dictionary.size === column.dictionary.size) continue;
    const { codes } = column;
    const made = uint32(codes.length);
    await inBlocks(codes.length, 'rewriting', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const code = codes[row]!;
        made[row] = code === MISSING ? MISSING : loose.codes[code]!;
      }
    });
    changed.push([name, new TextColumn(made, loose.dictionary)]);
  }
  return changed.length === 0 ? null : withColumns(table, changed);
}
