import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import type { TextColumn } from '../table/columns';
import { columnAs, withColumns } from '../table/table';
import { rewritten } from './parts/rewritten';
import { MISTAKEN_FOR, undoDecoding } from './parts/undo-decoding';
import { listed } from './parts/words';

/**
 * Repairs text that was decoded wrongly before it came into the file: UTF-8 read as `from`, as "Ã©" for "é". A cell
 * changes only if its characters are bytes of that encoding and these bytes are UTF-8; all others and blanks stay.
 * Counts: `changed` cells.
 */
export const repairText = defineStep({
  op: 'repair-text',
  version: 1,
  params: v.strictObject({ columns: ColumnNames, from: v.picklist(MISTAKEN_FOR) }),
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['text']] as const),
  adds: () => [],
  makes: ({ columns }) => columns.map((column) => [column, 'text'] as const),
  describe: ({ columns, from }) => `Repair letters of ${listed(columns)} that were read as ${from}`,
  fit: () => null,
  apply: async (table, { columns, from }, _fit, work) => {
    let changed = 0;
    const made: (readonly [string, TextColumn])[] = [];
    for (const name of columns) {
      const repaired = await rewritten(
        columnAs(table, name, 'text'),
        (text) => undoDecoding(text, from),
        work,
      );
      changed += repaired.changed;
      if (repaired.changed > 0) made.push([name, repaired.column]);
    }
    return { table: withColumns(table, made), counts: { changed } };
  },
});
