import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { unmarkMissing } from '../table/columns';
import { columnOf, keep } from '../table/table';
import { inBlocks } from './parts/blocks';
import { listed, percent } from './parts/words';

/**
 * Sets aside every row that has a blank in one of the columns or, with `above`, in more than that share of them.
 * Counts: `dropped` rows, and `missing:COLUMN` blanks for each column (a row may be in several).
 */
export const dropMissing = defineStep({
  op: 'drop-missing',
  version: 1,
  params: v.strictObject({
    columns: ColumnNames,
    /** What the rows lack, in words: "a customer". The columns' names, if not said. */
    label: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
    /** So large a share of the columns may be blank. */
    above: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.99))),
  }),
  reads: ({ columns }) => columns,
  adds: () => [],
  describe: ({ columns, label, above = 0 }) =>
    above > 0
      ? `Set aside rows with more than ${percent(above)} of ${label ?? `${columns.length} columns`} blank`
      : `Set aside rows without ${label ?? listed(columns)}`,
  fit: () => null,
  apply: async (table, { columns, above = 0 }, _fit, work) => {
    const rows = table.numRows();
    const blanks = new Uint16Array(above > 0 ? rows : 0);
    const whole = new Uint8Array(rows).fill(1);
    const counts: [string, number][] = [];
    for (const name of columns) {
      const column = columnOf(table, name);
      let missing = 0;
      await inBlocks(rows, 'blanks', work, (from, to) => {
        missing += unmarkMissing(column, whole, from, to);
        if (above === 0) return;
        for (let row = from; row < to; row++) {
          blanks[row]! += 1 - whole[row]!;
          whole[row] = 1;
        }
      });
      counts.push([`missing:${name}`, missing]);
    }
    // A share times a number of columns may come out just below a whole number: 0.29 × 100.
    const most = Math.floor(above * columns.length + 1e-9);
    const marks = above > 0 ? whole.map((_, row) => Number(blanks[row]! <= most)) : whole;
    const kept = keep(table, marks);
    return { table: kept, counts: Object.fromEntries([['dropped', rows - kept.numRows()], ...counts]) };
  },
});
