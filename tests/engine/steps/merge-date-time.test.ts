import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/engine/recipe/registry';
import { mergeDateTime } from '../../../src/engine/steps/merge-date-time';
import { metaOf } from '../../../src/engine/table/meta';
import { columnAs, take } from '../../../src/engine/table/table';
import { read } from '../../support/files';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const at = (iso: string) => new Date(`${iso}Z`);
const PARAMS = { date: 'day', time: 'time' };
const apart = () =>
  table({
    day: [at('2024-03-01'), at('2024-03-02'), at('2024-03-03'), at('2024-03-04'), null],
    time: ['8:26', '12:05 am', null, 'noon', '10:00:30'],
  });
const expectation = (file: string) =>
  readFileSync(new URL(`../../expectations/date-time/${file}`, import.meta.url), 'utf8');

describe('mergeDateTime', () => {
  it('puts times to days in their place; what has no time or none that is understood stays at midnight', async () => {
    const before = apart();
    const { table: after, counts, examples, fit } = await learnAndApply(mergeDateTime, before, PARAMS);
    expect(cellsOf(after)).toEqual({
      day: [at('2024-03-01T08:26:00'), at('2024-03-02T00:05:00'), at('2024-03-03'), at('2024-03-04'), null],
      time: ['8:26', '12:05 am', null, 'noon', '10:00:30'],
    });
    expect(counts).toEqual({ merged: 2, withoutTime: 1, failed: 1, withoutDate: 1 });
    expect(examples).toEqual([{ column: 'time', row: 4, value: 'noon' }]);
    expect(fit).toBeNull();
    expect(columnAs(after, 'day', 'date').hasTime).toBe(true);
    tableEqual(before, apart());
    expect(metaOf(after)).toEqual(metaOf(before));
  });

  it('takes the clock of moments, and another clock in the place of the one there was', async () => {
    const moments = table({
      day: [at('2024-03-01'), at('2024-03-02T09:00:00'), at('2024-03-03T09:00:00')],
      time: [at('1899-12-30T14:05:00'), at('1970-01-01T00:00:00'), null],
    });
    const { table: after, counts } = await learnAndApply(mergeDateTime, moments, PARAMS);
    expect(cellsOf(after).day).toEqual([
      at('2024-03-01T14:05:00'),
      at('2024-03-02'),
      at('2024-03-03T09:00:00'),
    ]);
    expect(counts).toEqual({ merged: 2, withoutTime: 1, failed: 0, withoutDate: 0 });
  });

  it('leaves an empty table, one row and a column without any time as they are', async () => {
    const rows = (...kept: number[]) => take(apart(), Uint32Array.from(kept));
    const empty = await learnAndApply(mergeDateTime, rows(), PARAMS);
    expect(cellsOf(empty.table)).toEqual({ day: [], time: [] });
    expect(empty.counts).toEqual({ merged: 0, withoutTime: 0, failed: 0, withoutDate: 0 });
    const one = await learnAndApply(mergeDateTime, rows(3), PARAMS);
    expect(cellsOf(one.table)).toEqual(cellsOf(rows(3)));
    expect(columnAs(one.table, 'day', 'date').hasTime).toBe(false);
    const constant = await learnAndApply(mergeDateTime, rows(0, 0), PARAMS);
    expect(cellsOf(constant.table).day).toEqual([at('2024-03-01T08:26:00'), at('2024-03-01T08:26:00')]);
  });

  it('equals pandas on days and times spelt in three ways', async () => {
    const { table: orders } = await read(expectation('orders.csv'));
    const { table: after, counts } = await learnAndApply(mergeDateTime, orders, {
      date: 'Order Date',
      time: 'Order Time',
    });
    const made = [...columnAs(after, 'Order Date', 'date')].map(
      (cell) => cell?.toISOString().slice(0, 19) ?? null,
    );
    expect(made).toEqual(JSON.parse(expectation('moments.json')));
    expect(counts).toEqual({ merged: 212, withoutTime: 21, failed: 0, withoutDate: 6 });
  });

  it('refuses numbers and one column twice, and says itself, what it reads and what it makes', async () => {
    const numbers = table({ day: [at('2024-03-01')], time: [826] });
    expect(await refusal(learnAndApply(mergeDateTime, numbers, PARAMS))).toEqual({
      code: 'wrong-kind',
      details: { column: 'time', kind: 'number', needed: 'text' },
    });
    expect(mergeDateTime.refuses!({ date: 'day', time: 'day' })).toEqual({
      code: 'bad-params',
      details: { path: 'params.time', reason: 'same column' },
    });
    expect(mergeDateTime.refuses!(PARAMS)).toBeNull();
    expect(mergeDateTime.describe(PARAMS)).toBe('Put the times in time to the days in day');
    expect([mergeDateTime.reads(PARAMS), mergeDateTime.adds(PARAMS)]).toEqual([['day', 'time'], []]);
    expect(mergeDateTime.needs!(PARAMS)).toEqual([
      ['day', ['date']],
      ['time', ['text', 'date']],
    ]);
    expect(registry.get('merge-date-time')).toBe(mergeDateTime);
  });
});
