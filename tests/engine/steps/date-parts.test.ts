import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { dateParts } from '../../../src/engine/steps/date-parts';
import { isoWeek, noMoment, takeApart, weekday } from '../../../src/engine/steps/date-parts/moment';
import { partColumn, SUFFIX, type Params, type Part } from '../../../src/engine/steps/date-parts/params';
import { DAY } from '../../../src/engine/steps/parts/calendar';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

type Sums = Record<string, Record<string, number>>;
// pandas 1.5 and dateutil: tests/expectations/date-parts/date-parts.py
const PANDAS = JSON.parse(
  readFileSync(new URL('../../expectations/date-parts/date-parts.json', import.meta.url), 'utf8'),
) as {
  reference: string;
  days: number[];
  parts: Record<string, (number | null)[]>;
  files: Record<string, Sums>;
};

const at = (iso: string) => new Date(`${iso}${iso.includes('T') ? 'Z' : ''}`);
const of = (parts: Part[], more: Partial<Params> = {}): Params => ({ column: 'd', parts, ...more });
async function done(params: Params, dates: (Date | null)[]) {
  const made = await learnAndApply(dateParts, table({ d: dates }), params);
  const { d: _, ...columns } = cellsOf(made.table);
  return { ...made, columns };
}
const first = async (params: Params, ...days: string[]) =>
  (await done(params, days.map(at))).columns[partColumn('d', params.parts[0]!)];

describe('date-parts', () => {
  keepsTheLaws(dateParts, {
    params: of(['year', 'season', 'days-since']),
    cells: { d: [at('2024-12-31'), null, at('2025-01-01'), at('1999-07-04')] },
    says: 'Take year, season and days since of d',
    reads: ['d'],
    adds: ['d_year', 'd_season', 'd_days_since'],
    refusesNothing: 'too-few-values',
  });

  it.each(Object.keys(PANDAS.parts) as Part[])('gives what pandas gives over year ends: %s', async (part) => {
    const dates = PANDAS.days.map((day) => new Date(day * DAY));
    const params = of([part], { fiscalStart: 4, referenceDate: PANDAS.reference });
    expect((await done(params, dates)).columns[partColumn('d', part)]).toEqual(PANDAS.parts[part]);
  });

  it('knows the weeks around 1 January', async () => {
    // ISO 8601, as in its own examples and Wikipedia, ISO week date.
    const days = ['2005-01-01', '2005-01-02', '2005-12-31', '2007-01-01', '2008-12-29', '2010-01-03'];
    expect(await first(of(['week']), ...days)).toEqual([53, 53, 52, 1, 1, 53]);
    expect(await first(of(['iso-year']), ...days)).toEqual([2004, 2004, 2005, 2007, 2009, 2009]);
    expect(await first(of(['weekday']), ...days)).toEqual([6, 7, 6, 1, 1, 7]);
  });

  it('agrees with the host on every day there is', () =>
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_932_896 }), (day) => {
        const moment = noMoment();
        takeApart(day * DAY + 3_600_000 * 5, moment);
        const date = new Date(day * DAY);
        expect([moment.year, moment.month, moment.dayOfMonth, moment.hour]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          5,
        ]);
        expect(weekday(day) % 7).toBe(date.getUTCDay());
        expect(isoWeek(day + 7 * 53).year).toBeGreaterThanOrEqual(isoWeek(day).year);
      }),
      { numRuns: 300, seed: 2 },
    ));

  it('takes the wall clock of the file', async () => {
    expect(await first(of(['hour']), '2024-03-31T02:30:00', '2024-01-01T23:59:59')).toEqual([2, 23]);
  });

  it('names seasons by months, on both halves of the earth', async () => {
    const days = ['2024-12-01', '2024-02-29', '2024-03-01', '2024-06-01', '2024-11-30'];
    expect(await first(of(['season']), ...days)).toEqual(['winter', 'winter', 'spring', 'summer', 'autumn']);
    expect(await first(of(['season'], { hemisphere: 'south' }), ...days)).toEqual([
      'summer',
      'summer',
      'autumn',
      'winter',
      'spring',
    ]);
  });

  it('counts days to the day after the latest date, or a day that is said', async () => {
    const days = ['2024-02-28', '2024-03-01'].map(at);
    const learnt = await done(of(['days-since', 'days-until']), days);
    expect(learnt.columns).toEqual({ d_days_since: [3, 1], d_days_until: [-3, -1] });
    expect(learnt.fit).toEqual({ referenceDate: '2024-03-02' });
    const said = await done(of(['days-since'], { referenceDate: '2024-02-29' }), days);
    expect([said.columns.d_days_since, said.counts]).toEqual([[1, -1], { blank: 0, afterReference: 1 }]);
    expect(dateParts.describe(of(['days-since']), learnt.fit)).toBe('Take days since of d, to 2 Mar 2024');
  });

  it('gives no age to who is not born yet', async () => {
    const born = ['2000-02-29', '2000-03-01', '2025-01-01'].map(at);
    const { columns, counts } = await done(of(['age'], { referenceDate: '2023-02-28' }), [...born, null]);
    expect([columns.d_age, counts]).toEqual([[22, 22, null, null], { blank: 1, afterReference: 1 }]);
  });

  it('counts on to the day that was learnt, and further where a later file ends later', async () => {
    const fit = { referenceDate: '2024-03-02' };
    const again = async (...days: string[]) => {
      const { table: after, ...rest } = await dateParts.apply(
        table({ d: days.map(at) }),
        of(['days-since']),
        fit,
        unwatched,
      );
      return { days: cellsOf(after).d_days_since, notes: rest.notes, used: rest.used };
    };
    expect(await again('2024-03-01')).toEqual({ days: [1], notes: [], used: fit });
    expect(await again('2024-05-01')).toEqual({
      days: [1],
      notes: ['reference-moved'],
      used: { referenceDate: '2024-05-02' },
    });
  });

  it('refuses text, parts that stand twice, an age to no day, and a day that is none', async () => {
    expect((await refusal(learnAndApply(dateParts, table({ d: ['x'] }), of(['year'])))).code).toBe(
      'wrong-kind',
    );
    expect(v.is(dateParts.params, of(['year', 'year']))).toBe(false);
    expect(v.is(dateParts.params, of([]))).toBe(false);
    expect(v.is(dateParts.params, of(['year'], { fiscalStart: 13 }))).toBe(false);
    expect(dateParts.refuses!(of(['age']))?.code).toBe('bad-params');
    expect(dateParts.refuses!(of(['age'], { referenceDate: '2024-02-30' }))?.code).toBe('bad-reference-date');
    expect(dateParts.refuses!(of(['year']))).toBeNull();
    const notLearnt = Promise.resolve().then(() =>
      dateParts.apply(table({ d: [at('2024-01-01')] }), of(['days-since']), null, unwatched),
    );
    expect((await refusal(notLearnt)).code).toBe('not-learnt');
  });

  it('names what it makes by the column', () => {
    const parts = Object.keys(SUFFIX) as Part[];
    expect(dateParts.adds(of(parts))).toEqual(parts.map((part) => `d_${SUFFIX[part]}`));
    expect(dateParts.describe(of(parts, { referenceDate: '2024-01-01' }))).toBe(
      'Take 15 parts of d, to 1 Jan 2024',
    );
  });
});

describe.skipIf(!hasRealFiles)('parts of the dates of real files, as pandas has them', () => {
  it.each(Object.keys(PANDAS.files))('%s', async (file) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    for (const [column, sums] of Object.entries(PANDAS.files[file]!)) {
      const parts = Object.keys(sums) as Part[];
      const params: Params = { column, parts, fiscalStart: 4, referenceDate: PANDAS.reference };
      const cells = cellsOf((await learnAndApply(dateParts, read, params)).table);
      const found = parts.map((part) => [
        part,
        cells[partColumn(column, part)]!.reduce<number>((sum, cell) => sum + Number(cell), 0),
      ]);
      expect(Object.fromEntries(found)).toEqual(sums);
    }
  });
});
