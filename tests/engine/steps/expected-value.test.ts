import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { aggregate } from '../../../src/engine/steps/aggregate';
import { customerValue } from '../../../src/engine/steps/customer-value';
import { expectedValue } from '../../../src/engine/steps/expected-value';
import type { Params } from '../../../src/engine/steps/expected-value/params';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import made from '../../expectations/customer-value/made.json';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';
import { keepsTheLaws } from './laws';

const params: Params = { repeats: 'x', last: 't_x', age: 'T', money: 'm' };
const ADDED = ['probability_alive', 'expected_orders', 'expected_order_value', 'expected_value'];

/** The orders that scipy was given, and the same told per customer. */
const LINES = made.lines as unknown as (readonly [customer: number, day: number, money: number])[];
const END = Math.max(...LINES.map(([, day]) => day));
const orders = table({
  who: LINES.map(([who]) => String(who)),
  day: LINES.map(([, day]) => new Date(Date.UTC(2024, 0, 1 + day))),
  paid: LINES.map(([, , money]) => money),
});

function summaryOf(unit: number) {
  const bought = new Map<number, Map<number, number>>();
  for (const [who, day, money] of LINES) {
    const days = bought.get(who) ?? new Map<number, number>();
    bought.set(who, days.set(day, (days.get(day) ?? 0) + money));
  }
  const told = [...bought].map(([who, byDay]) => {
    const days = [...byDay.keys()].sort((a, b) => a - b);
    const paid = days.slice(1).reduce((sum, day) => sum + byDay.get(day)!, 0);
    const [first, last] = [days[0]!, days.at(-1)!];
    const x = days.length - 1;
    return [who, x, (last - first) / unit, (END - first) / unit, x === 0 ? null : paid / x] as const;
  });
  return table({
    who: told.map(([who]) => String(who)),
    x: told.map(([, x]) => x),
    t_x: told.map(([, , last]) => last),
    T: told.map(([, , , age]) => age),
    m: told.map(([, , , , money]) => money),
  });
}

describe('expected-value', () => {
  keepsTheLaws(expectedValue, {
    params,
    cells: {
      x: Array.from({ length: 90 }, (_, i) => i % 4),
      t_x: Array.from({ length: 90 }, (_, i) => (i % 4 === 0 ? 0 : 5 + ((i * 7) % 40))),
      T: Array.from({ length: 90 }, (_, i) => (i === 5 ? null : 50 + (i % 9))),
      m: Array.from({ length: 90 }, (_, i) => (i % 4 === 0 ? null : 10 + ((i * 13) % 29))),
    },
    says: 'Tell what customers are worth over 365 days',
    reads: ['x', 't_x', 'T', 'm'],
    adds: ADDED,
  });

  it('expects of every customer what customer-value does of the orders', async () => {
    const from = await learnAndApply(customerValue, orders, {
      customer: 'who',
      date: 'day',
      order: null,
      amount: 'paid',
      quantity: null,
      price: null,
    });
    const before = cellsOf(from.table);
    const { table: after, fit, counts } = await learnAndApply(expectedValue, summaryOf(1), params);
    const cells = cellsOf(after);
    const at = new Map(before.who!.map((who, row) => [who, row]));
    for (const name of ADDED)
      cells.who!.forEach((who, row) => {
        const there = before[name]![at.get(who)!];
        expect(cells[name]![row] === null).toBe(there === null);
        expect(Number(cells[name]![row] ?? 0)).toBeCloseTo(Number(there ?? 0), 6);
      });
    expect(fit.orders!.logLikelihood).toBeCloseTo(made.orders.logLikelihood, 6);
    expect(counts).toMatchObject({
      unfit: 0,
      repeaters: made.repeaters,
      'repeats:0': fit.repeats[0]!.customers,
    });
  });

  it('goes on from customers made of the orders in the same recipe', async () => {
    const made = await learnAndApply(aggregate, orders, {
      customer: 'who',
      date: 'day',
      order: null,
      amount: 'paid',
      quantity: null,
      price: null,
      measures: [
        { measure: 'repeats', as: 'x' },
        { measure: 'repeat-span', as: 't_x' },
        { measure: 'seen-days', as: 'T' },
        { measure: 'repeat-value', as: 'm' },
      ],
    });
    const after = await learnAndApply(expectedValue, made.table, params);
    const said = await learnAndApply(expectedValue, summaryOf(1), params);
    expect(after.fit.orders!.logLikelihood).toBeCloseTo(said.fit.orders!.logLikelihood, 6);
    expect(after.fit.spend!.logLikelihood).toBeCloseTo(said.fit.spend!.logLikelihood, 6);
    const [one, other] = [cellsOf(after.table), cellsOf(said.table)];
    const at = new Map(one.who!.map((who, row) => [who, row]));
    for (const name of ADDED)
      other.who!.forEach((who, row) => {
        const here = one[name]![at.get(who)!];
        expect(here === null).toBe(other[name]![row] === null);
        expect(Number(here)).toBeCloseTo(Number(other[name]![row]), 6);
      });
  });

  it('says the same whatever times are counted in', async () => {
    const days = await learnAndApply(expectedValue, summaryOf(1), params);
    const weeks = await learnAndApply(expectedValue, summaryOf(7), { ...params, times: 'weeks' });
    expect(weeks.fit.orders!.alpha * 7).toBeCloseTo(days.fit.orders!.alpha, 3);
    expect(weeks.fit.longest).toBe(days.fit.longest);
    const [one, other] = [days, weeks].map(({ table: after }) => cellsOf(after).expected_value!);
    one!.forEach((value, row) => expect(Number(other![row]) / Number(value)).toBeCloseTo(1, 4));
  });

  it('learns nothing from figures that are no history, and leaves them blank', async () => {
    const good = cellsOf(summaryOf(1));
    const odd = {
      who: ['a', 'b', 'c', 'd'],
      x: [1.5, 2, 0, null],
      t_x: [1, 60, 4, 1],
      T: [9, 50, 9, 9],
      m: [1, 1, 1, 1],
    };
    const both = Object.fromEntries(
      Object.entries(odd).map(([name, cells]) => [name, [...good[name]!, ...cells]]),
    );
    const { fit, counts, table: after } = await learnAndApply(expectedValue, table(both), params);
    expect(fit).toEqual(await expectedValue.fit(summaryOf(1), params, unwatched));
    expect(counts.unfit).toBe(4);
    expect(cellsOf(after).expected_orders!.slice(-4)).toEqual([null, null, null, null]);
  });

  it('says nothing of money where none is named, and counts it in what it is counted in', async () => {
    const without = await learnAndApply(expectedValue, summaryOf(1), { ...params, money: null });
    expect(new Set(cellsOf(without.table).expected_value)).toEqual(new Set([null]));
    expect(without.notes).not.toContain('spend-not-settled');
    const euros = withMeta(summaryOf(1), { units: new Map([['m', '€']]) });
    const { table: after } = await learnAndApply(expectedValue, euros, params);
    expect([...metaOf(after).units]).toEqual([
      ['m', '€'],
      ['expected_order_value', '€'],
      ['expected_value', '€'],
    ]);
  });
});

describe.skipIf(!hasRealFiles)('on CDNOW (skipped where ../shared/data is absent)', () => {
  it('finds in the summarised file what the authors print, in weeks', async () => {
    const { table: file } = await readTable(
      realFile('transactions/cdnow_customers_summary_with_transactions.csv'),
      {},
      unwatched,
    );
    const { fit, table: after } = await learnAndApply(expectedValue, file, { ...params, money: 'zbar', times: 'weeks', horizon: 273 }); // prettier-ignore
    const { r, alpha, a, b, logLikelihood } = fit.orders!;
    expect([r.toFixed(3), alpha.toFixed(3), a.toFixed(3), b.toFixed(3)]).toEqual([
      '0.243',
      '4.414',
      '0.793',
      '2.426',
    ]);
    expect(logLikelihood).toBeCloseTo(-9582.43, 2);
    const { p, q, v } = fit.spend!;
    expect([p.toFixed(2), q.toFixed(2), v.toFixed(2)]).toEqual(['6.25', '3.74', '15.45']);
    const cells = cellsOf(after);
    // 39 weeks ahead; Fader and Hardie: 1.2259 orders, alive 0.7266, 24.6587 an order.
    expect(Number(cells.expected_orders![0])).toBeCloseTo(1.2259, 4);
    expect(Number(cells.probability_alive![0])).toBeCloseTo(0.7266, 4);
    expect(Number(cells.expected_order_value![0])).toBeCloseTo(24.6587, 1);
  });
});
