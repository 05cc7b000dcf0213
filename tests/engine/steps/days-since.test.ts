import { describe, expect, it } from 'vitest';
import { daysSince } from '../../../src/engine/steps/days-since';
import { DateColumn } from '../../../src/engine/table/columns';
import { metaOf, originOf, type Role } from '../../../src/engine/table/meta';
import { makeTable } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const at = (iso: string) => new Date(`${iso}Z`);
const day = (iso: string) => at(`${iso}T00:00:00`);
const params = { column: 'last' };
const customers = () => table({ last: [day('2011-12-09'), day('2011-11-30'), null, day('2010-12-09')] });

describe('daysSince', () => {
  it('counts whole days to the day after the latest date, and keeps blanks', async () => {
    const { table: after, counts, notes, fit } = await learnAndApply(daysSince, customers(), params);
    // R: as.Date("2011-12-10") - as.Date(c("2011-12-09", "2011-11-30", "2010-12-09")) gives 1, 10 and 366 days.
    expect(cellsOf(after).last_days).toEqual([1, 10, null, 366]);
    expect({ counts, notes, fit }).toEqual({
      counts: { blank: 1, afterReference: 0 },
      notes: [],
      fit: { referenceDate: '2011-12-10' },
    });
  });

  it('leaves the table it was given as it was', async () => {
    const before = customers();
    await learnAndApply(daysSince, before, params);
    tableEqual(before, customers());
  });

  it('goes by calendar days, whatever the time of day', async () => {
    const times = table({
      last: [at('2024-02-29T23:59:59'), at('2024-03-01T00:00:00'), at('1969-12-31T12:00:00')],
    });
    const { table: after } = await learnAndApply(daysSince, times, params);
    // From 31 December 1969 to 2 March 2024: 19,784 days after 1 January 1970 (Unix day number of 2024-03-02), and one.
    expect(cellsOf(after).last_days).toEqual([2, 1, 19_785]);
  });

  it('counts to the day given; what is later counts as 1 day and is said', async () => {
    const given = { ...params, referenceDate: '2011-12-01' };
    const { table: after, counts, fit } = await learnAndApply(daysSince, customers(), given);
    expect(cellsOf(after).last_days).toEqual([1, 1, null, 357]);
    expect([counts.afterReference, fit]).toEqual([1, { referenceDate: '2011-12-01' }]);
  });

  it('counts to the learnt day again, or on to the end of later data and says so', async () => {
    const learnt = { referenceDate: '2011-12-20' };
    const again = await daysSince.apply(customers(), params, learnt, unwatched);
    expect(cellsOf(again.table).last_days).toEqual([11, 20, null, 376]);
    expect([again.notes, again.used]).toEqual([[], learnt]);
    const later = await daysSince.apply(customers(), params, { referenceDate: '2011-12-01' }, unwatched);
    expect(cellsOf(later.table).last_days).toEqual([1, 10, null, 366]);
    expect([later.notes, later.used]).toEqual([['reference-moved'], { referenceDate: '2011-12-10' }]);
  });

  it('does with one row, a constant column and an empty table what it does with any', async () => {
    const one = await learnAndApply(daysSince, table({ last: [day('2020-01-01')] }), params);
    expect(cellsOf(one.table).last_days).toEqual([1]);
    const constant = table({ last: [day('2020-01-01'), day('2020-01-01')] });
    expect(cellsOf((await learnAndApply(daysSince, constant, params)).table).last_days).toEqual([1, 1]);
    const empty = makeTable([['last', new DateColumn(new Float64Array(0), false)]]);
    const given = { ...params, referenceDate: '2020-01-01' };
    expect(cellsOf((await learnAndApply(daysSince, empty, given)).table).last_days).toEqual([]);
  });

  it('gives the days the role of recency, and takes it from the date', async () => {
    const rolesAfter = async (...roles: [string, Role][]) => {
      const before = table(
        { last: [day('2020-01-01')], joined: [day('2019-01-01')], recency: [3] },
        { roles: new Map(roles) },
      );
      const { table: after } = await learnAndApply(daysSince, before, params);
      expect(originOf(after, 'last_days')).toBe('last_days');
      return [...metaOf(after).roles];
    };
    expect(await rolesAfter(['last', 'recency'])).toEqual([['last_days', 'recency']]);
    expect(await rolesAfter()).toEqual([['last_days', 'recency']]);
    expect(await rolesAfter(['recency', 'recency'])).toEqual([['recency', 'recency']]);
  });

  it('refuses a column without a date, what is no date, and a day that is none', async () => {
    const blank = makeTable([['last', new DateColumn(Float64Array.of(NaN, NaN), false)]]);
    expect(await refusal(learnAndApply(daysSince, blank, params))).toEqual({
      code: 'too-few-values',
      details: { column: 'last', count: 0 },
    });
    expect(await refusal(learnAndApply(daysSince, table({ last: [5] }), params))).toEqual({
      code: 'wrong-kind',
      details: { column: 'last', kind: 'number', needed: 'date' },
    });
    const wrong = { ...params, referenceDate: '2011-02-30' };
    expect(daysSince.refuses!(wrong)).toEqual({
      code: 'bad-reference-date',
      details: { value: '2011-02-30' },
    });
    expect(await refusal(learnAndApply(daysSince, customers(), wrong))).toEqual({
      code: 'bad-reference-date',
      details: { value: '2011-02-30' },
    });
    expect(daysSince.refuses!({ ...params, referenceDate: null })).toBeNull();
  });

  it('says itself in one line and names what it reads, needs and adds', () => {
    const named = { column: 'Last Order Date' };
    expect(daysSince.describe(named)).toBe('Count days since Last Order Date');
    expect(daysSince.describe(named, { referenceDate: '2011-12-10' })).toBe(
      'Count days since Last Order Date, to 10 Dec 2011',
    );
    expect(
      daysSince.describe({ ...named, referenceDate: '2011-12-01' }, { referenceDate: '2011-12-10' }),
    ).toBe('Count days since Last Order Date, to 1 Dec 2011');
    expect([daysSince.reads(named), daysSince.needs!(named), daysSince.adds(named)]).toEqual([
      ['Last Order Date'],
      [['Last Order Date', ['date']]],
      ['Last Order Date_days'],
    ]);
  });
});
