import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { unmarkMissing } from '../table/columns';
import { columnOf, keep } from '../table/table';
import { inBlocks } from './parts/blocks';
import { listed } from './parts/words';

/**
 * Sets aside every row that has a blank in one of the columns.
 * Counts: `dropped` rows, and `missing:COLUMN` blanks for each column (a row may be in several).
 */
export const dropMissing = defineStep({
  op: 'drop-missing',
  version: 1,
  params: v.strictObject({
    columns: ColumnNames,
    /** What the rows lack, in words: "a customer". The columns' names, if not said. */
    label: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  }),
  reads: ({ columns }) => columns,
  adds: () => [],
  describe: ({ columns, label }) => `Set aside rows without ${label ?? listed(columns)}`,
  fit: () => null,
  apply: async (table, { columns }, _fit, work) => {
    const rows = table.numRows();
    const marks = new Uint8Array(rows).fill(1);
    const counts: [string, number][] = [];
    for (const name of columns) {
      const column = columnOf(table, name);
      let missing = 0;
      await inBlocks(rows, 'blanks', work, (from, to) => {
        missing += unmarkMissing(column, marks, from, to);
      });
      counts.push([`missing:${name}`, missing]);
    }
    const kept = keep(table, marks);
    return { table: kept, counts: Object.fromEntries([['dropped', rows - kept.numRows()], ...counts]) };
  },
});
