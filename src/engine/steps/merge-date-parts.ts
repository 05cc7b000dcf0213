import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Example } from '../recipe/step';
import { float64 } from '../table/buffers';
import { DateColumn, isMissing, type Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnOf, withColumns } from '../table/table';
import { inBlocks } from './parts/blocks';
import { dayMs } from './parts/calendar';
import { textOf } from './parts/text-of';

const MOST_EXAMPLES = 20;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Adds a date (`as`) of the year, month and day in two or three columns of numbers or text; without `day` it is the first of
 * the month. Months are numbers or English names, of which three letters are enough; years have four digits. **Blanks**:
 * a row with one stays blank. Counts: `merged`, and `failed` rows that name no day; examples: the first 20 of these.
 */
export const mergeDateParts = defineStep({
  op: 'merge-date-parts',
  version: 1,
  params: v.strictObject({
    year: ColumnName,
    month: ColumnName,
    day: v.optional(ColumnName),
    as: ColumnName,
  }),
  reads: ({ year, month, day }) => [year, month, ...(day === undefined ? [] : [day])],
  needs: ({ year, month, day }) =>
    [year, month, ...(day === undefined ? [] : [day])].map((column) => [column, ['number', 'text']] as const),
  adds: ({ as }) => [as],
  makes: ({ as }) => [[as, 'date']],
  refuses: ({ year, month, day }) =>
    new Set([year, month, day]).size < 3
      ? { code: 'bad-params', details: { path: 'params.month', reason: 'same column' } }
      : null,
  describe: ({ year, month, day, as }) =>
    `Make ${as} of ${day === undefined ? `${year} and ${month}` : `${year}, ${month} and ${day}`}`,
  fit: () => null,
  apply: async (table, { year, month, day, as }, _fit, work) => {
    const parts = [year, month, ...(day === undefined ? [] : [day])].map((name) => columnOf(table, name));
    const [years, months, days] = parts as [Column, Column, Column?];
    const { sourceRows } = metaOf(table);
    const values = float64(table.numRows()).fill(NaN);
    const counts = { merged: 0, failed: 0 };
    const examples: Example[] = [];
    await inBlocks(values.length, 'converting', work, (from, to) => {
      for (let row = from; row < to; row++) {
        if (parts.some((part) => isMissing(part, row))) continue;
        const ms = momentAt(years, months, days, row);
        if (ms !== null) {
          values[row] = ms;
          counts.merged++;
          continue;
        }
        counts.failed++;
        if (examples.length >= MOST_EXAMPLES) continue;
        const value = parts.map((part) => textOf(part, row)).join(' ');
        examples.push({ column: as, row: (sourceRows?.[row] ?? row) + 1, value });
      }
    });
    return { table: withColumns(table, [[as, new DateColumn(values, false)]]), counts, examples };
  },
});

function momentAt(years: Column, months: Column, days: Column | undefined, row: number): number | null {
  const year = wholeAt(years, row);
  const day = days ? wholeAt(days, row) : 1;
  if (year === null || day === null || year < 1000 || year > 9999) return null;
  const month =
    wholeAt(months, row) ?? MONTHS.indexOf(textOf(months, row)!.trim().slice(0, 3).toLowerCase()) + 1;
  return dayMs(year, month, day);
}

/** The whole number in a cell, null where there is none. */
function wholeAt(column: Column, row: number): number | null {
  const value = column.kind === 'number' ? column.values[row]! : Number(textOf(column, row)!.trim() || NaN);
  return Number.isInteger(value) ? value : null;
}
