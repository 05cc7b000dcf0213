import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64, uint32 } from '../table/buffers';
import { DateColumn, MISSING, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { columnAs } from '../table/table';
import { inBlocks } from './parts/blocks';
import { DAY, dayOf } from './parts/calendar';
import { withDerived } from './parts/origins';

const dayColumn = (column: string): string => `${column}_day`;
const timeColumn = (column: string): string => `${column}_time`;

/**
 * Adds the day (`COLUMN_day`, a date) and the time of day (`COLUMN_time`, text as `08:26:30`) of a column of moments,
 * which stays. A blank stays blank in both; parts of a second are left out. Counts: `split` cells.
 */
export const splitDateTime = defineStep({
  op: 'split-date-time',
  version: 1,
  params: v.strictObject({ column: ColumnName }),
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['date']]],
  adds: ({ column }) => [dayColumn(column), timeColumn(column)],
  makes: ({ column }) => [
    [dayColumn(column), 'date'],
    [timeColumn(column), 'text'],
  ],
  describe: ({ column }) => `Split ${column} into day and time`,
  fit: () => null,
  apply: async (table, { column }, _fit, work) => {
    const { values } = columnAs(table, column, 'date');
    const days = float64(values.length);
    const codes = uint32(values.length);
    const clocks = new Map<number, number>();
    let split = 0;
    await inBlocks(values.length, 'converting', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const day = dayOf(values[row]!);
        days[row] = day * DAY;
        codes[row] = MISSING;
        if (day !== day) continue;
        split++;
        const seconds = Math.floor((values[row]! - day * DAY) / 1000);
        const known = clocks.get(seconds);
        codes[row] = known ?? clocks.size;
        if (known === undefined) clocks.set(seconds, clocks.size);
      }
    });
    const times = new TextColumn(codes, Dictionary.of([...clocks.keys()].map(clockText)));
    const made = withDerived(table, [
      { name: dayColumn(column), from: column, values: new DateColumn(days, false) },
      { name: timeColumn(column), from: column, values: times },
    ]);
    return { table: made, counts: { split } };
  },
});

const clockText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);
