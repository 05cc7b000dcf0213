import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { duplicateRows } from '../table/duplicate-rows';
import { columnNames, keep } from '../table/table';
import { keptOfEqual } from './drop-duplicates/kept-of-equal';
import { looseTable } from './parts/loose-table';
import { listed } from './parts/words';

const Params = v.strictObject({
  columns: v.optional(ColumnNames),
  /** Upper and lower case and white space do not count. */
  loosely: v.optional(v.boolean()),
  /** Which of equal rows stays; the first, if not said. */
  keep: v.optional(v.picklist(['first', 'last', 'most-recent', 'most-complete'])),
  /** The column of dates by which a row is the most recent. */
  date: v.optional(ColumnName),
});

const KEPT = {
  first: '',
  last: ', keep the last',
  'most-recent': ', keep the most recent',
  'most-complete': ', keep the most complete',
};

/**
 * Drops rows that equal another one in the columns given (all, if none are given). Of equal rows the first stays, or the
 * last, the one with the latest date (a blank is earlier than any), or the one with the fewest blanks in the whole
 * table; the first where several are equal in that. The row that stays keeps its place.
 * Two blanks are equal; `loosely`, case and white space do not count. Counts: `dropped` rows.
 */
export const dropDuplicates = defineStep({
  op: 'drop-duplicates',
  version: 1,
  params: Params,
  reads: ({ columns, date }) => [...new Set([...(columns ?? []), ...(date === undefined ? [] : [date])])],
  needs: ({ date }) => (date === undefined ? [] : [[date, ['date']]]),
  adds: () => [],
  naming: (params, columns) => (params.columns ? params : { ...params, columns: [...columns] }),
  needsAll: true,
  refuses: ({ keep: kept, date }) =>
    (kept === 'most-recent') === (date === undefined)
      ? { code: 'bad-params', details: { path: 'params.date', reason: 'a date goes with most-recent' } }
      : null,
  describe: ({ columns, loosely, keep: kept = 'first' }) => {
    const which = columns
      ? `Drop rows with ${loosely ? 'much ' : ''}the same ${listed(columns)}`
      : loosely
        ? 'Drop copies, whatever their case and spaces'
        : 'Drop exact copies';
    return which + KEPT[kept];
  },
  fit: () => null,
  apply: async (table, { columns = columnNames(table), loosely, keep: kept = 'first', date }, _fit, work) => {
    const compared = (loosely && (await looseTable(table, columns, work))) || table;
    const marks =
      kept === 'first'
        ? (await duplicateRows(compared, columns, work)).map((copy) => 1 - copy)
        : await keptOfEqual(table, compared, columns, { kept, date }, work);
    const left = keep(table, marks);
    return { table: left, counts: { dropped: table.numRows() - left.numRows() } };
  },
});
