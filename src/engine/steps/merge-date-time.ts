import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Example } from '../recipe/step';
import { float64 } from '../table/buffers';
import { DateColumn } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnAs, columnOf, withColumns } from '../table/table';
import { clockReader } from './merge-date-time/clock-reader';
import { inBlocks } from './parts/blocks';
import { DAY, dayOf } from './parts/calendar';
import { textOf } from './parts/text-of';

const MOST_EXAMPLES = 20;

/**
 * Puts the times of day of one column to the days of another, in the place of the latter; the column of times stays.
 * `time` is text (`8:26`, `08:26:30`, `8:26 pm`; see `writtenClock`) or moments of which only the clock counts. A day
 * without a time, or with one that is not understood, keeps the clock it has: midnight, in a column of days. A row
 * without a day stays blank. Counts: `merged`, `withoutTime`, `failed` and `withoutDate` cells; examples: the first 20
 * times that were not understood.
 */
export const mergeDateTime = defineStep({
  op: 'merge-date-time',
  version: 1,
  params: v.strictObject({ date: ColumnName, time: ColumnName }),
  reads: ({ date, time }) => [date, time],
  needs: ({ date, time }) => [
    [date, ['date']],
    [time, ['text', 'date']],
  ],
  adds: () => [],
  makes: ({ date }) => [[date, 'date']],
  refuses: ({ date, time }) =>
    date === time ? { code: 'bad-params', details: { path: 'params.time', reason: 'same column' } } : null,
  describe: ({ date, time }) => `Put the times in ${time} to the days in ${date}`,
  fit: () => null,
  apply: async (table, { date, time }, _fit, work) => {
    const days = columnAs(table, date, 'date');
    const times = columnOf(table, time);
    const clock = clockReader(times, time);
    const { sourceRows } = metaOf(table);
    const values = float64(days.length);
    const counts = { merged: 0, withoutTime: 0, failed: 0, withoutDate: 0 };
    const examples: Example[] = [];
    await inBlocks(days.length, 'converting', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const day = (values[row] = days.values[row]!);
        const ms = clock(row);
        if (day !== day) {
          if (ms !== null) counts.withoutDate++;
        } else if (ms === null) counts.withoutTime++;
        else if (ms === ms) {
          values[row] = dayOf(day) * DAY + ms;
          counts.merged++;
        } else {
          counts.failed++;
          if (examples.length >= MOST_EXAMPLES) continue;
          examples.push({
            column: time,
            row: (sourceRows?.[row] ?? row) + 1,
            value: textOf(times, row) ?? '',
          });
        }
      }
    });
    const made = new DateColumn(values, days.hasTime || counts.merged > 0);
    return { table: withColumns(table, [[date, made]]), counts, examples };
  },
});
