import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { customerValue } from '../../../src/engine/steps/customer-value';
import { rfm } from '../../../src/engine/steps/rfm';
import { isoDay } from '../../../src/engine/steps/parts/calendar';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { columnAs } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import made from '../../expectations/customer-value/made.json';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Params = Parameters<typeof customerValue.describe>[0];
const params: Params = {
  customer: 'who',
  date: 'day',
  order: null,
  amount: 'paid',
  quantity: null,
  price: null,
};
const dayAt = (day: number) => new Date(Date.UTC(2024, 0, 1 + day));
type Line = readonly [customer: number, day: number, money: number];
const linesOf = (lines: readonly Line[]) =>
  table({
    who: lines.map(([customer]) => String(customer)),
    day: lines.map(([, day]) => dayAt(day)),
    paid: lines.map(([, , money]) => money),
  });
const LINES = made.lines as unknown as Line[];
const orders = linesOf(LINES);
const END = isoDay(dayAt(Math.max(...LINES.map(([, day]) => day)) + 1).getTime() / 86_400_000);
const shown = (value: number) => Number(value.toPrecision(5));

/** `customers` customers, of whom so many buy again; the model cannot say more of fewer than 30. */
const few = (customers: number, repeaters: number, money = 10) =>
  linesOf(
    Array.from({ length: customers }, (_, i): Line[] => [
      [i, i % 7, money],
      ...(i < repeaters ? [[i, 10 + (i % 50), money] as const] : []),
    ]).flat(),
  );

describe('customer-value', () => {
  it('learns what scipy finds most likely, however the rows are ordered', async () => {
    const fit = await customerValue.fit(orders, params, unwatched);
    for (const key of ['r', 'alpha', 'a', 'b'] as const)
      expect(shown(fit.orders![key])).toBe(shown(made.orders[key]));
    for (const key of ['p', 'q', 'v'] as const) expect(shown(fit.spend![key])).toBe(shown(made.spend[key]));
    expect(fit.orders!.logLikelihood).toBeCloseTo(made.orders.logLikelihood, 6);
    expect(fit.spend!.logLikelihood).toBeCloseTo(made.spend.logLikelihood, 6);
    expect(fit.correlation).toBeCloseTo(made.correlation, 9);
    expect([fit.customers, fit.repeaters]).toEqual([made.customers.length, made.repeaters]);
    fit.repeats.slice(0, 7).forEach(({ expected }, i) => expect(expected).toBeCloseTo(made.repeats[i]!, 2));
    expect(fit.repeats.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(
      made.customers.length,
      6,
    );
    const backwards = linesOf([...LINES].reverse());
    expect(await customerValue.fit(backwards, params, unwatched)).toEqual(fit);
  });

  it('expects of every customer what the papers say', async () => {
    const { table: after, notes } = await learnAndApply(customerValue, orders, params);
    const cells = cellsOf(after);
    cells.who!.forEach((who, row) => {
      const [alive, count, money, value] = made.customers[Number(who)]!;
      expect(cells.probability_alive![row] === null).toBe(alive === null);
      expect(Number(cells.probability_alive![row] ?? 0)).toBeCloseTo(alive ?? 0, 5);
      expect(Number(cells.expected_orders![row]) / count! - 1).toBeCloseTo(0, 4);
      expect(Number(cells.expected_order_value![row]) / money! - 1).toBeCloseTo(0, 4);
      expect(Number(cells.expected_value![row]) / value! - 1).toBeCloseTo(0, 4);
    });
    expect(notes).toEqual(['days-as-orders']);
  });

  it('has the columns of rfm in front, as rfm makes them, and what goes along behind', async () => {
    const kept = { ...params, keep: ['town'] };
    const towns = table({ ...cellsOf(few(40, 35)), town: Array.from({ length: 75 }, (_, i) => `t${i % 3}`) });
    const { table: after, counts } = await learnAndApply(customerValue, towns, kept);
    const { table: plain } = await learnAndApply(rfm, towns, kept);
    const names = after.columnNames();
    expect(names).toEqual([
      ...plain.columnNames().slice(0, 5),
      'probability_alive',
      'expected_orders',
      'expected_order_value',
      'expected_value',
      'town',
    ]);
    expect(names).toEqual(customerValue.adds(kept));
    for (const name of plain.columnNames()) expect(cellsOf(after)[name]).toEqual(cellsOf(plain)[name]);
    expect(counts).toMatchObject({ customers: 40, repeaters: 35 });
    expect([metaOf(after).grain, metaOf(after).key, metaOf(after).roles.get('monetary')]).toEqual([
      'customers',
      'who',
      'monetary',
    ]);
  });

  it('counts money in what the amount is counted in', async () => {
    const euros = withMeta(orders, { units: new Map([['paid', '€']]) });
    const { table: after } = await learnAndApply(customerValue, euros, params);
    expect([...metaOf(after).units]).toEqual([
      ['monetary', '€'],
      ['expected_order_value', '€'],
      ['expected_value', '€'],
    ]);
  });

  it('says so where too few bought again, and gives no figures', async () => {
    const { table: after, fit, notes } = await learnAndApply(customerValue, few(100, 29), params);
    expect([fit.orders, fit.spend]).toEqual([null, null]);
    expect(notes).toContain('too-few-repeaters');
    const { probability_alive: alive, expected_orders: count, expected_value: value } = cellsOf(after);
    expect(new Set([...alive!, ...count!, ...value!])).toEqual(new Set([null]));
  });

  it('gives orders without money where spend has no model, and says so', async () => {
    const {
      table: after,
      notes,
      fit,
    } = await learnAndApply(customerValue, linesOf(LINES.map(([who, day]) => [who, day, 0])), params);
    expect([fit.orders === null, fit.spend]).toEqual([false, null]);
    expect(notes).toContain('spend-not-settled');
    const { expected_orders: count, expected_value: value, expected_order_value: money } = cellsOf(after);
    expect(count!.every((one) => Number(one) >= 0 && one !== null)).toBe(true);
    expect(new Set([...value!, ...money!])).toEqual(new Set([null]));
  });

  it('leaves money out where spend has no mean', async () => {
    const fit = await customerValue.fit(orders, params, unwatched);
    const wild = { ...fit, spend: { ...fit.spend!, q: 0.9 }, correlation: -0.4 };
    const { notes, table: after } = await customerValue.apply(orders, params, wild, unwatched);
    expect(notes).toEqual(['days-as-orders', 'no-mean-spend', 'spend-goes-with-orders']);
    expect(new Set(cellsOf(after).expected_value)).toEqual(new Set([null]));
  });

  it('doubts parameters the data do not pin down, counts that do not fit, and looking far ahead', async () => {
    const fit = await customerValue.fit(orders, params, unwatched);
    const repeats = fit.repeats.map((line) => ({ ...line, expected: 50 }));
    const odd = { ...fit, orders: { ...fit.orders!, errors: null }, repeats };
    const { notes } = await customerValue.apply(orders, { ...params, horizon: 3650 }, odd, unwatched);
    expect(notes).toEqual(['days-as-orders', 'unsure-parameters', 'counts-do-not-fit', 'far-ahead']);
  });

  it('uses on later orders what it learnt, to a later day', async () => {
    const { fit } = await learnAndApply(customerValue, orders, params);
    const later = linesOf([...LINES, [9999, 500, 20]]);
    const { used, table: after, notes } = await customerValue.apply(later, params, fit, unwatched);
    expect(used).toMatchObject({ orders: fit.orders, spend: fit.spend, referenceDate: '2025-05-16' });
    expect(notes).toContain('reference-moved');
    const { who, probability_alive: alive, expected_orders: count } = cellsOf(after);
    const at = who!.indexOf('9999');
    expect(alive![at]).toBeNull();
    // Seen for no time at all: what a customer at the very start is expected to do.
    expect(Number(count![at])).toBeGreaterThan(1);
  });

  it('does not see purchases behind the reference date', async () => {
    const early = { ...params, referenceDate: '2024-06-01' };
    const seen = linesOf(LINES.filter(([, day]) => day < 152));
    const fit = await customerValue.fit(orders, early, unwatched);
    expect(fit).toEqual(await customerValue.fit(seen, early, unwatched));
    const { table: after } = await customerValue.apply(orders, early, fit, unwatched);
    const { recency_days: days, expected_orders: count } = cellsOf(after);
    expect(days!.length).toBe(made.customers.length);
    expect(count!.filter((one) => one === null).length).toBe(made.customers.length - fit.customers);
  });

  it('takes off no returns and counts an order total once', async () => {
    const twice = linesOf([
      ...LINES,
      ...LINES.slice(0, 50).map(([who, , money]): Line => [who, 419, -money]),
    ]);
    const withReturns = await customerValue.fit(twice, { ...params, referenceDate: END }, unwatched);
    const without = await customerValue.fit(orders, { ...params, referenceDate: END }, unwatched);
    expect([withReturns.orders, withReturns.spend]).toEqual([without.orders, without.spend]);
    const numbered = (lines: readonly Line[]) =>
      table({ ...cellsOf(linesOf(lines)), order: lines.map(([who, day]) => `${who}-${day}`) });
    const lines = few(80, 60);
    const once = LINES.filter(
      ([who, day], i, all) => all.findIndex(([other, then]) => other === who && then === day) === i,
    );
    const totals = { ...params, order: 'order' };
    const [single, repeated] = [
      await customerValue.fit(numbered(once), totals, unwatched),
      await customerValue.fit(numbered([...once, ...once]), totals, unwatched),
    ];
    expect([single.orderTotals, repeated.orderTotals, lines.numRows()]).toEqual([false, true, 140]);
    expect(repeated.spend).toEqual(single.spend);
  });

  it('refuses what rfm refuses, and leaves its table as it was', async () => {
    const before = linesOf([[1, 1, 5]]);
    const none = table({ who: [null, 'a'], day: [dayAt(1), null], paid: [1, 2] });
    expect((await refusal(learnAndApply(customerValue, none, params))).code).toBe('no-rows-left');
    expect(customerValue.refuses!({ ...params, amount: null })).toEqual({ code: 'no-money', details: {} });
    const late = learnAndApply(customerValue, before, { ...params, referenceDate: '2020-01-01' });
    expect((await refusal(late)).code).toBe('bad-reference-date');
    await learnAndApply(customerValue, before, params);
    tableEqual(before, linesOf([[1, 1, 5]]));
  });

  it('says itself in one line', () => {
    expect(customerValue.describe(params)).toBe('Add up orders per customer, with their value over 365 days');
    expect(customerValue.reads(params)).toEqual(['who', 'day', 'paid']);
  });
});

describe.skipIf(!hasRealFiles)('customer-value on CDNOW (skipped where ../shared/data is absent)', () => {
  it('finds from the orders of the first 39 weeks what scipy finds, in days', async () => {
    const read = await readTable(realFile('transactions/CDNOW_sample.txt'), {}, unwatched);
    const [, customer, date, , amount] = read.table.columnNames() as [string, string, string, string, string];
    const early = { ...params, customer, date, amount, referenceDate: '1997-10-01' };
    const fit = await customerValue.fit(read.table, early, unwatched);
    const { r, alpha, a, b } = fit.orders!;
    // known_results.json, in weeks: 0.24259453, 4.4136021, 0.79292209, 2.42590719.
    expect([r.toFixed(6), (alpha / 7).toFixed(5), a.toFixed(5), b.toFixed(4)]).toEqual([
      '0.242595',
      '4.41360',
      '0.79292',
      '2.4259',
    ]);
    expect(columnAs(read.table, date, 'date').length).toBe(6919);
    expect(fit.customers).toBe(2357);
  });
});
