import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { duplicateRows } from '../table/duplicate-rows';
import { columnNames, keep } from '../table/table';
import { looseTable } from './parts/loose-table';
import { listed } from './parts/words';

/**
 * Drops rows that equal an earlier one in the columns given (all, if none are given); the first is kept.
 * Two blanks are equal; `loosely`, case and white space do not count. Counts: `dropped` rows.
 */
export const dropDuplicates = defineStep({
  op: 'drop-duplicates',
  version: 1,
  params: v.strictObject({
    columns: v.optional(ColumnNames),
    /** Upper and lower case and white space do not count. */
    loosely: v.optional(v.boolean()),
  }),
  reads: ({ columns }) => columns ?? [],
  adds: () => [],
  describe: ({ columns, loosely }) => {
    if (columns) return `Drop rows with ${loosely ? 'much ' : ''}the same ${listed(columns)}`;
    return loosely ? 'Drop copies, whatever their case and spaces' : 'Drop exact copies';
  },
  fit: () => null,
  apply: async (table, { columns = columnNames(table), loosely }, _fit, work) => {
    const compared = (loosely && (await looseTable(table, columns, work))) || table;
    const copies = await duplicateRows(compared, columns, work);
    const kept = keep(
      table,
      copies.map((copy) => 1 - copy),
    );
    return { table: kept, counts: { dropped: table.numRows() - kept.numRows() } };
  },
});
