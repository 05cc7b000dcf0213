import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { columnWithRole, metaOf, withMeta } from '../table/meta';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { inBlocks } from './parts/blocks';
import { dayOf, isoDay, parseDay, plainDay } from './parts/calendar';
import { dayAfter, givenDay, referenceDay } from './parts/reference-day';

/** What the data taught: the day, `YYYY-MM-DD`, to which days are counted. */
export const DaysSinceFit = v.object({ referenceDate: v.pipe(v.string(), v.isoDate()) });
export type DaysSinceFit = v.InferOutput<typeof DaysSinceFit>;

/** The column that `days-since` makes of a date. */
export const daysColumn = (column: string): string => `${column}_days`;

/**
 * Adds `COLUMN_days`: whole calendar days from a date to the reference date, at least 1; a blank stays blank.
 * The days take the role `recency` from the date, or have it where no column has. Counts: `blank` cells, and
 * `afterReference` dates later than the day counted to.
 */
export const daysSince = defineStep({
  op: 'days-since',
  version: 1,
  params: v.strictObject({
    column: ColumnName,
    /** `YYYY-MM-DD`; absent or null: the day after the latest date. */
    referenceDate: v.optional(v.nullable(v.string())),
  }),
  learnt: DaysSinceFit,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['date']]],
  adds: ({ column }) => [daysColumn(column)],
  refuses: ({ referenceDate }) =>
    referenceDate == null || parseDay(referenceDate) !== null
      ? null
      : { code: 'bad-reference-date', details: { value: referenceDate } },
  describe: ({ column, referenceDate }, fit?: DaysSinceFit) => {
    const to = referenceDate ?? fit?.referenceDate;
    return `Count days since ${column}${to ? `, to ${plainDay(to)}` : ''}`;
  },
  fit: async (table, { column, referenceDate }, work): Promise<DaysSinceFit> => {
    if (referenceDate != null) return { referenceDate: isoDay(givenDay(referenceDate)) };
    const latest = await latestDay(columnAs(table, column, 'date').values, work);
    if (latest === -Infinity) throw new EngineError('too-few-values', { column, count: 0 });
    return { referenceDate: isoDay(dayAfter(latest)) };
  },
  apply: async (table, { column, referenceDate }, fit, work) => {
    const { values } = columnAs(table, column, 'date');
    const latest = await latestDay(values, work);
    const { day, moved } = referenceDay(referenceDate, fit.referenceDate, latest);
    const { days, ...counts } = await daysTo(day, values, work);
    const counted = withColumns(table, [[daysColumn(column), days]]);
    const used: DaysSinceFit = { referenceDate: isoDay(day) };
    return { table: withRecency(counted, column), counts, notes: moved ? ['reference-moved'] : [], used };
  },
});

/** The latest calendar day, −Infinity where all cells are blank. */
async function latestDay(values: Float64Array, work: Work): Promise<number> {
  let latest = -Infinity;
  await inBlocks(values.length, 'counting-days', work, (from, to) => {
    for (let row = from; row < to; row++) if (values[row]! > latest) latest = values[row]!;
  });
  return dayOf(latest);
}

async function daysTo(reference: number, values: Float64Array, work: Work) {
  const days = float64(values.length);
  let blank = 0;
  let afterReference = 0;
  await inBlocks(values.length, 'counting-days', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const day = dayOf(values[row]!);
      if (day !== day) blank++;
      if (day > reference) afterReference++;
      days[row] = Math.max(1, reference - day); // NaN stays NaN
    }
  });
  return { days, blank, afterReference };
}

function withRecency(table: ColumnTable, column: string): ColumnTable {
  const has = columnWithRole(table, 'recency');
  if (has !== null && has !== column) return table;
  const roles = new Map(metaOf(table).roles);
  if (has === column) roles.delete(column);
  return withMeta(table, { roles: roles.set(daysColumn(column), 'recency') });
}
