import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import type { TextColumn } from '../table/columns';
import { columnAs, withColumns } from '../table/table';
import { listed } from './parts/words';
import { rewritten } from './parts/rewritten';

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
  apply: async (table, { columns }, _fit, work) => {
    let changed = 0;
    const made: (readonly [string, TextColumn])[] = [];
    for (const name of columns) {
      const trimmed = await rewritten(columnAs(table, name, 'text'), withoutZeros, work);
      changed += trimmed.changed;
      if (trimmed.changed > 0) made.push([name, trimmed.column]);
    }
    return { table: withColumns(table, made), counts: { changed } };
  },
});
