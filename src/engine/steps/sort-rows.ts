import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { ranks } from '../table/ranks';
import { columnOf, take } from '../table/table';
import { sortedRows } from './sort-rows/merge-sort';

/**
 * Orders the rows by columns, the first counting most; equal rows stay as they stood, blanks come last either way.
 * Text is ordered by its characters' codes, capitals before small letters. Counts: none.
 * @throws EngineError `missing-column`
 */
export const sortRows = defineStep({
  op: 'sort-rows',
  version: 1,
  params: v.strictObject({
    by: v.pipe(
      v.array(v.strictObject({ column: ColumnName, order: v.picklist(['rising', 'falling']) })),
      v.minLength(1),
      v.check((by) => new Set(by.map(({ column }) => column)).size === by.length, 'a column stands twice'),
    ),
  }),
  reads: ({ by }) => by.map(({ column }) => column),
  adds: () => [],
  describe: ({ by }) =>
    `Sort by ${by.map(({ column, order }) => (order === 'falling' ? `${column}, highest first` : column)).join(', then ')}`,
  fit: () => null,
  apply: async (table, { by }, _fit, work) => {
    const rows = table.numRows();
    const keys = by.map(({ column, order }) => {
      const rank = ranks(columnOf(table, column));
      const key = float64(rows);
      for (let row = 0; row < rows; row++) key[row] = order === 'falling' ? -rank(row) : rank(row);
      return key;
    });
    const compare = (a: number, b: number): number => {
      for (const key of keys) {
        const [x, y] = [key[a]!, key[b]!];
        if (x < y) return -1;
        if (x > y) return 1;
        if (x !== y && (x === x || y === y)) return x === x ? -1 : 1;
      }
      return 0;
    };
    const order = await sortedRows(rows, compare, work);
    const stays = order.every((row, at) => row === at);
    return { table: stays ? table : take(table, order), counts: {} };
  },
});
