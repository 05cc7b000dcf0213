import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { listed } from './parts/words';
import { rewriteColumns } from './parts/rewrite-columns';

const WHOLE_WITH_ZEROS = /^\s*([+-]?\d+)[.,]0+\s*$/;

/** "17850.0" as "17850"; any other text as it is. */
export const withoutZeros = (text: string): string => WHOLE_WITH_ZEROS.exec(text)?.[1] ?? text;

/**
 * Takes `.0` off whole numbers that are kept as text, as identifiers are: a program took them for decimals once.
 * Other cells and blanks stay. Counts: `changed` cells.
 */
export const trimDecimals = defineStep({
  op: 'trim-decimals',
  version: 1,
  params: v.strictObject({ columns: ColumnNames }),
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['text']] as const),
  adds: () => [],
  makes: ({ columns }) => columns.map((column) => [column, 'text'] as const),
  describe: ({ columns }) => `Write ${listed(columns)} without .0`,
  fit: () => null,
  apply: (table, { columns }, _fit, work) => rewriteColumns(table, columns, withoutZeros, work),
});
