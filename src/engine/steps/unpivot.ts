import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { appendColumns } from '../table/append-columns';
import { uint32 } from '../table/buffers';
import { isMissing, TextColumn, type Column, type Kind } from '../table/columns';
import { columnsCalled } from '../table/columns-called';
import { Dictionary } from '../table/dictionary';
import { columnOf, keep, take, withColumns } from '../table/table';
import { asText } from './parts/text-of';
import { listed } from './parts/words';

/**
 * Wide to long: one row for each of `columns` in place of each row, the column's name in `name` and its cell in
 * `value`; all other columns stand on each. First all rows of the first column, then those of the next, as
 * `pandas.melt`. Cells of several kinds become text. Rows whose cell is blank stay unless `blanks` is `set-aside`.
 * Counts: `dropped` rows. @throws EngineError `missing-column`
 */
export const unpivot = defineStep({
  op: 'unpivot',
  version: 1,
  params: v.strictObject({
    columns: ColumnNames,
    name: ColumnName,
    value: ColumnName,
    blanks: v.optional(v.literal('set-aside')),
  }),
  reads: ({ columns }) => columns,
  drops: ({ columns }) => columns,
  adds: ({ name, value }) => [name, value],
  makes: ({ columns, name, value }, before) => [
    [name, 'text'],
    [value, kindOf(columns.flatMap((column) => before.get(column) ?? []))],
  ],
  refuses: ({ name, value }) => (name === value ? { code: 'name-taken', details: { column: value } } : null),
  describe: ({ columns, value }) =>
    `Put ${columns.length > 3 ? `${columns.length} columns` : listed(columns)} below one another as ${value}`,
  fit: () => null,
  apply: (table, { columns, name, value, blanks }) => {
    const rows = table.numRows();
    const parts = columns.map((column) => columnOf(table, column));
    const gone = new Set(columns);
    const others = columnsCalled(table, (column) => (gone.has(column) ? null : column));
    const repeated = uint32(rows * columns.length);
    const codes = uint32(rows * columns.length);
    for (let at = 0; at < repeated.length; at++) {
      repeated[at] = at % rows;
      codes[at] = Math.floor(at / rows);
    }
    const cells = stacked(parts);
    const long = withColumns(take(others, repeated), [
      [name, new TextColumn(codes, Dictionary.of(columns))],
      [value, cells],
    ]);
    if (blanks !== 'set-aside') return { table: long, counts: { dropped: 0 } };
    const kept = keep(
      long,
      Uint8Array.from({ length: cells.length }, (_, row) => Number(!isMissing(cells, row))),
    );
    return { table: kept, counts: { dropped: cells.length - kept.numRows() } };
  },
});

const kindOf = (kinds: readonly Kind[]): Kind => (new Set(kinds).size === 1 ? kinds[0]! : 'text');

function stacked(parts: readonly Column[]): Column {
  const kind = kindOf(parts.map((part) => part.kind));
  return appendColumns(
    kind,
    parts.map((part) => ({
      column: kind === 'text' && part.kind !== 'text' ? asText(part) : part,
      rows: part.length,
    })),
  );
}
