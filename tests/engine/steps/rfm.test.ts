import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../src/engine/errors';
import { rfm } from '../../../src/engine/steps/rfm';
import { metaOf } from '../../../src/engine/table/meta';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Cells = Parameters<typeof table>[0];
type Params = Parameters<typeof rfm.describe>[0];

const byAmount: Params = {
  customer: 'who',
  date: 'day',
  order: 'order',
  amount: 'paid',
  quantity: null,
  price: null,
};
const noOrder: Params = { ...byAmount, order: null };
const day = (text: string) => new Date(text);

/** Customer → [recency_days, frequency, monetary]. */
async function added(cells: Cells, params: Params = byAmount) {
  const { table: after, counts, notes, fit } = await learnAndApply(rfm, table(cells), params);
  const { recency_days: days, frequency, monetary, ...rest } = cellsOf(after);
  const rows = rest[params.customer]!.map(
    (who, i) => [String(who), [days![i], frequency![i], monetary![i]]] as const,
  );
  return { values: Object.fromEntries(rows), counts, notes, fit };
}

describe('rfm', () => {
  it('counts calendar days, not spans of 24 hours', async () => {
    const days = [day('2024-03-01T23:59:59Z'), day('2024-03-02T00:00:00Z'), day('2024-03-03T23:00:00Z')];
    const { values, fit } = await added({
      who: ['a', 'b', 'c'],
      day: days,
      order: ['1', '2', '3'],
      paid: [1, 1, 1],
    });
    expect(fit.referenceDate).toBe('2024-03-04');
    expect(values).toEqual({ a: [3, 1, 1], b: [2, 1, 1], c: [1, 1, 1] });
  });

  it('counts days before 1970 and over leap days', async () => {
    const { values } = await added({
      who: ['a', 'b'],
      day: [day('1968-02-28T22:00:00Z'), day('1968-03-01')],
      order: ['1', '2'],
      paid: [1, 1],
    });
    expect(values.a![0]).toBe(3);
  });

  it('takes 9999-12-31, which systems write for never, as any other day', async () => {
    const days = [day('9999-12-31'), day('2024-01-01')];
    const { values, fit } = await added({ who: ['a', 'b'], day: days, order: ['1', '2'], paid: [1, 1] });
    expect(fit.referenceDate).toBe('9999-12-31');
    expect(values.a![0]).toBe(1);
  });

  it('sums money without rounding errors, in any order of rows', async () => {
    const paid = [0.1, 1e15, 0.2, -1e15, 0.3];
    const cells = {
      who: paid.map(() => 'a'),
      day: paid.map(() => day('2024-01-01')),
      order: paid.map((_, i) => `${i}`),
      paid,
    };
    expect((await added(cells)).values.a![2]).toBe(0.6);
    const shuffled = take(table(cells), Uint32Array.from([3, 1, 4, 0, 2]));
    expect(cellsOf((await learnAndApply(rfm, shuffled, byAmount)).table).monetary).toEqual([0.6]);
  });

  it('takes a return by quantity off though its amount is positive', async () => {
    const { values, counts } = await added(
      { who: ['a', 'a'], day: Array(2).fill(day('2024-01-01')), order: ['1', '2'], paid: [9, 4], n: [1, -1] },
      { ...byAmount, quantity: 'n' },
    );
    expect(values).toEqual({ a: [1, 1, 5] });
    expect(counts).toMatchObject({ returnedRows: 1, returnedMoney: 4 });
  });

  it('takes the amount, not quantity × price, where both are there', async () => {
    const { values } = await added(
      { who: ['a'], day: [day('2024-01-01')], order: ['1'], paid: [9], n: [2], each: [5] },
      { ...byAmount, quantity: 'n', price: 'each' },
    );
    expect(values.a![2]).toBe(9);
  });

  describe('amounts that are order totals', () => {
    /** 100 orders of two rows, of which `varied` have two amounts. */
    const orders = (varied: number) => ({
      who: Array<string>(200).fill('a'),
      day: Array<Date>(200).fill(day('2024-01-01')),
      order: Array.from({ length: 200 }, (_, i) => `${i >> 1}`),
      paid: Array.from({ length: 200 }, (_, i) => (i >> 1 < varied && i % 2 === 1 ? 5 : 10)),
    });

    it('count once per order if 99 of 100 orders have one amount', async () => {
      const { values, notes, fit } = await added(orders(1));
      expect(notes).toEqual(['order-totals']);
      expect(fit.orderTotals).toBe(true);
      expect(values.a).toEqual([1, 100, 1000]);
    });

    it('are lines if 98 of 100 have', async () => {
      const { values, notes } = await added(orders(2));
      expect(notes).toEqual([]);
      expect(values.a).toEqual([1, 100, 1990]);
    });

    it('are lines where no order has several rows, or where money is computed', async () => {
      const single = {
        who: ['a', 'a'],
        day: Array(2).fill(day('2024-01-01')),
        order: ['1', '2'],
        paid: [3, 3],
      };
      expect((await added(single)).notes).toEqual([]);
      const computed = { ...orders(0), n: Array<number>(200).fill(1) };
      const params = { ...byAmount, amount: null, quantity: 'n', price: 'paid' };
      expect((await added(computed, params)).values.a).toEqual([1, 100, 2000]);
    });

    it('stay what was learnt when reused', async () => {
      const fit = { referenceDate: '2024-01-02', orderTotals: false };
      const { table: after, notes } = await rfm.apply(table(orders(0)), byAmount, fit, unwatched);
      expect([cellsOf(after).monetary, notes]).toEqual([[2000], []]);
    });
  });

  it('is the same after shuffling rows, but for the order of customers', async () => {
    const rows = 40;
    const cells = {
      who: Array.from({ length: rows }, (_, i) => `c${i % 7}`),
      day: Array.from({ length: rows }, (_, i) => day(`2024-01-${10 + (i % 19)}`)),
      order: Array.from({ length: rows }, (_, i) => (i % 11 === 0 ? null : `${i % 13}`)),
      paid: Array.from({ length: rows }, (_, i) => (i % 5 === 0 ? -1.1 : i * 0.7)),
    };
    const shuffled = take(
      table(cells),
      Uint32Array.from({ length: rows }, (_, i) => (i * 17 + 3) % rows),
    );
    const plain = await added(cells);
    expect((await added(cellsOf(shuffled) as Cells)).values).toEqual(plain.values);
    expect(Object.keys(plain.values)).toHaveLength(7);
  });

  it('keeps many orders of many customers apart, whatever their numbers', async () => {
    const rows = 30_000;
    const { values } = await added({
      who: Array.from({ length: rows }, (_, i) => i % 300),
      day: Array<Date>(rows).fill(day('2024-01-01')),
      order: Array.from({ length: rows }, (_, i) => Math.floor(i / 300) % 50),
      paid: Array.from({ length: rows }, (_, i) => i % 3),
    });
    expect(Object.values(values).every(([, orders]) => orders === 50)).toBe(true);
  });

  it('groups customers that are dates, yes and no, or numbers with a sign', async () => {
    const rest = { day: Array<Date>(3).fill(day('2024-01-01')), paid: [1, 2, 4] };
    expect((await added({ who: [0, -0, -1], ...rest }, noOrder)).values).toEqual({
      0: [1, 1, 3],
      '-1': [1, 1, 4],
    });
    expect((await added({ who: [true, null, true], ...rest }, noOrder)).values).toEqual({ true: [1, 1, 5] });
    const births = [day('1990-01-01'), day('1990-01-01'), day('1991-01-01')];
    expect(Object.values((await added({ who: births, ...rest }, noOrder)).values)).toEqual([
      [1, 1, 3],
      [1, 1, 4],
    ]);
  });

  it('makes a table of customers that knows its key and roles, and leaves its input unchanged', async () => {
    const cells = { who: ['a'], day: [day('2024-01-01T10:00Z')], order: ['1'], paid: [3] };
    const before = table(cells, { grain: 'orders', roles: new Map([['paid', 'amount']]) });
    const { table: after } = await learnAndApply(rfm, before, byAmount);
    expect(cellsOf(after)).toEqual({
      who: ['a'],
      recency_days: [1],
      frequency: [1],
      monetary: [3],
      last_purchase: [day('2024-01-01')],
    });
    expect(metaOf(after)).toEqual({
      units: new Map(),
      grain: 'customers',
      key: 'who',
      roles: new Map([
        ['who', 'customer'],
        ['recency_days', 'recency'],
        ['frequency', 'frequency'],
        ['monetary', 'monetary'],
      ]),
      origins: new Map(),
      sourceRows: null,
      labels: null,
    });
    tableEqual(before, table(cells));
  });

  it('leaves no customers where all only returned', async () => {
    const { values, counts } = await added({
      who: ['a'],
      day: [day('2024-01-01')],
      order: ['1'],
      paid: [-3],
    });
    expect([values, counts.returnsOnly, counts.customers]).toEqual([{}, 1, 0]);
  });

  it('refuses a table in which no row has both customer and date', async () => {
    const none = { code: 'no-rows-left', details: { step: 'rfm' } };
    const dates = [day('2024-01-01'), null];
    expect(await refusal(added({ who: [null, 'a'], day: dates, order: ['1', '2'], paid: [1, 1] }))).toEqual(
      none,
    );
    const empty = take(
      table({ who: ['a'], day: [day('2024-01-01')], order: ['1'], paid: [1] }),
      new Uint32Array(0),
    );
    expect(await refusal(learnAndApply(rfm, empty, byAmount))).toEqual(none);
  });

  it('refuses a day before every purchase, which would make all customers equally recent', async () => {
    const cells = {
      who: ['a', 'b'],
      day: [day('2024-03-02'), day('2024-03-05')],
      order: ['1', '2'],
      paid: [1, 2],
    };
    expect(await refusal(added(cells, { ...byAmount, referenceDate: '1990-01-01' }))).toEqual({
      code: 'bad-reference-date',
      details: { value: '1990-01-01', first: '2024-03-02' },
    });
  });

  it('refuses a date that is none, and columns of the wrong kind', async () => {
    const cells = { who: ['a'], day: [day('2024-01-01')], order: ['1'], paid: [1] };
    expect(await refusal(added(cells, { ...byAmount, referenceDate: '2024-02-30' }))).toEqual({
      code: 'bad-reference-date',
      details: { value: '2024-02-30' },
    });
    expect(await refusal(added(cells, { ...byAmount, date: 'order' }))).toMatchObject({
      code: 'wrong-kind',
      details: { column: 'order', needed: 'date' },
    });
    expect(await refusal(added(cells, { ...byAmount, amount: 'who' }))).toMatchObject({
      code: 'wrong-kind',
      details: { column: 'who', needed: 'number' },
    });
  });

  it('stops when it is asked to', async () => {
    const stopping = {
      ...unwatched,
      breathe: () => {
        throw new Stopped();
      },
    };
    const before = table({ who: ['a'], day: [day('2024-01-01')], order: ['1'], paid: [1] });
    await expect(rfm.fit(before, byAmount, stopping)).rejects.toThrow(Stopped);
  });

  it('says itself in one line and names what it reads and adds', () => {
    expect(rfm.describe(byAmount)).toBe('Add up orders per customer');
    const fit = { referenceDate: '2011-12-10', orderTotals: false };
    expect(rfm.describe(byAmount, fit)).toBe('Add up orders per customer, to 10 Dec 2011');
    expect(rfm.describe({ ...byAmount, referenceDate: '2012-01-01' }, fit)).toBe(
      'Add up orders per customer, to 1 Jan 2012',
    );
    expect(rfm.reads(byAmount)).toEqual(['who', 'day', 'order', 'paid']);
    expect(rfm.adds(byAmount)).toEqual(['who', 'recency_days', 'frequency', 'monetary', 'last_purchase']);
  });
});
