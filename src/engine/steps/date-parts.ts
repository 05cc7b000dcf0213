import { EngineError } from '../errors';
import { defineStep, type Refusal } from '../recipe/step';
import { float64, uint32 } from '../table/buffers';
import { MISSING, NumberColumn, TextColumn, type Column, type DateColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { DatePartsFit, needsReference, Params, partColumn, type Part } from './date-parts/params';
import { noMoment, takeApart } from './date-parts/moment';
import { partOf, SEASONS } from './date-parts/part-of';
import { inBlocks } from './parts/blocks';
import { dayOf, isoDay, parseDay, plainDay } from './parts/calendar';
import { dayAfter, givenDay, referenceDay } from './parts/reference-day';
import { listed } from './parts/words';

const MOST_NAMED = 3;
const WORDS: Partial<Record<Part, string>> = {
  week: 'ISO week',
  'iso-year': 'ISO year',
  day: 'day of the month',
  'fiscal-year': 'fiscal year',
  'fiscal-quarter': 'fiscal quarter',
  'days-since': 'days since',
  'days-until': 'days until',
};

/**
 * Adds parts of a date as columns of their own (`COLUMN_year`, `COLUMN_weekday` …): numbers, but for the season, which is
 * text. Weeks and weekdays are those of ISO 8601 (1 Monday), `weekend` is 0 or 1, seasons are meteorological, a fiscal
 * year is named after the year it ends in. Days and age are counted to a reference date as `days-since` has it. All of
 * the wall clock in the file. **Blanks** stay blank. Counts: `blank` cells and, where days or age are counted,
 * `afterReference` dates later than the day counted to: negative days, and no age.
 * @throws EngineError `too-few-values` where the reference date is to be learnt of a blank column; `bad-reference-date`
 * @see pandas, Series.dt: same numbers, but weekday + 1.
 */
export const dateParts = defineStep({
  op: 'date-parts',
  version: 1,
  params: Params,
  learnt: DatePartsFit,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['date']]],
  adds: ({ column, parts }) => parts.map((part) => partColumn(column, part)),
  makes: ({ column, parts }) =>
    parts.includes('season') ? [[partColumn(column, 'season'), 'text'] as const] : [],
  refuses: ({ parts, referenceDate }): Refusal | null => {
    if (referenceDate != null && parseDay(referenceDate) === null)
      return { code: 'bad-reference-date', details: { value: referenceDate } };
    const reason = 'age needs a reference date';
    return parts.includes('age') && referenceDate == null
      ? { code: 'bad-params', details: { path: 'params.referenceDate', reason } }
      : null;
  },
  describe: (params, fit?: DatePartsFit) => {
    const { column, parts, referenceDate } = params;
    const to = needsReference(params) ? (referenceDate ?? fit?.referenceDate) : undefined;
    const what =
      parts.length > MOST_NAMED ? `${parts.length} parts` : listed(parts.map((part) => WORDS[part] ?? part));
    return `Take ${what} of ${column}${to ? `, to ${plainDay(to)}` : ''}`;
  },
  fit: async (table, params, work): Promise<DatePartsFit> => {
    if (!needsReference(params)) return null;
    const { column, referenceDate } = params;
    if (referenceDate != null) return { referenceDate: isoDay(givenDay(referenceDate)) };
    const latest = await latestDay(columnAs(table, column, 'date'), work);
    if (latest === -Infinity) throw new EngineError('too-few-values', { column, count: 0 });
    return { referenceDate: isoDay(dayAfter(latest)) };
  },
  apply: async (table, params, fit, work) => {
    const { column, parts } = params;
    const dates = columnAs(table, column, 'date');
    const counted = needsReference(params);
    if (counted && fit === null) throw new EngineError('not-learnt', { column });
    const latest = counted ? await latestDay(dates, work) : -Infinity;
    const { day, moved } = counted
      ? referenceDay(params.referenceDate, fit!.referenceDate, latest)
      : { day: NaN, moved: false };
    const { made, blank, afterReference } = await partsOf(dates, params, day, work);
    const columns = parts.map((part, i) => [partColumn(column, part), made[i]!] as const);
    return {
      table: withColumns(table, columns),
      counts: { blank, ...(counted && { afterReference }) },
      notes: moved ? ['reference-moved'] : [],
      used: counted ? { referenceDate: isoDay(day) } : null,
    };
  },
});

async function latestDay({ values }: DateColumn, work: Work): Promise<number> {
  let latest = -Infinity;
  await inBlocks(values.length, 'counting-days', work, (from, to) => {
    for (let row = from; row < to; row++) if (values[row]! > latest) latest = values[row]!;
  });
  return dayOf(latest);
}

async function partsOf({ values }: DateColumn, params: Params, reference: number, work: Work) {
  const { parts } = params;
  const cells = parts.map((part) => (part === 'season' ? uint32 : float64)(values.length));
  const takes = parts.map((part) => partOf(part, params, reference));
  const moment = noMoment();
  let [blank, afterReference] = [0, 0];
  await inBlocks(values.length, 'counting-days', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const ms = values[row]!;
      if (ms === ms) takeApart(ms, moment);
      else blank++;
      if (ms === ms && moment.day > reference) afterReference++;
      for (let i = 0; i < takes.length; i++)
        cells[i]![row] = ms === ms ? takes[i]!(moment) : parts[i] === 'season' ? MISSING : NaN;
    }
  });
  const made = cells.map((one): Column => {
    return one instanceof Float64Array ? new NumberColumn(one) : new TextColumn(one, Dictionary.of(SEASONS));
  });
  return { made, blank, afterReference };
}
