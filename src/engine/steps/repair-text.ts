import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { rewriteColumns } from './parts/rewrite-columns';
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
  apply: (table, { columns, from }, _fit, work) =>
    rewriteColumns(table, columns, (text) => undoDecoding(text, from), work),
});
