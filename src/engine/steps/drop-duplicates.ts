import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { duplicateRows } from '../table/duplicate-rows';
import { columnNames, keep } from '../table/table';
import { listed } from './parts/words';

/**
 * Drops rows that equal an earlier one in the columns given (all, if none are given); the first is kept.
 * Two blanks are equal. Counts: `dropped` rows.
 */
export const dropDuplicates = defineStep({
  op: 'drop-duplicates',
  version: 1,
  params: v.strictObject({ columns: v.optional(ColumnNames) }),
  reads: ({ columns }) => columns ?? [],
  adds: () => [],
  describe: ({ columns }) => (columns ? `Drop rows with the same ${listed(columns)}` : 'Drop exact copies'),
  fit: () => null,
  apply: async (table, { columns = columnNames(table) }, _fit, work) => {
    const copies = await duplicateRows(table, columns, work);
    const kept = keep(
      table,
      copies.map((copy) => 1 - copy),
    );
    return { table: kept, counts: { dropped: table.numRows() - kept.numRows() } };
  },
});
