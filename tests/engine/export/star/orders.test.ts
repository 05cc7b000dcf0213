import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customersOfStar } from '../../../../src/engine/export/star/customers';
import { calendar } from '../../../../src/engine/export/star/date-keys';
import { ordersOfStar } from '../../../../src/engine/export/star/orders';
import { rfm } from '../../../../src/engine/steps/rfm';
import type { TextColumn } from '../../../../src/engine/table/columns';
import { NumberColumn } from '../../../../src/engine/table/columns';
import { withMeta } from '../../../../src/engine/table/meta';
import { columnNames, columnOf, withColumns } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { cellsOf, table, textColumn } from '../../../support/tables';

const CHOICE = { customer: 'who', date: 'day', order: 'no', amount: 'paid', quantity: null, price: null };
const day = (at: number) => new Date(Date.UTC(2024, 0, 1 + at));

/** Customers as rfm makes them, each in a segment, and the star's tables of them. */
async function star(lines: ReturnType<typeof table>, contacts = false) {
  const orders = withMeta(lines, { grain: 'orders', key: 'who' });
  const fit = await rfm.fit(orders, CHOICE, unwatched, new Map());
  const { table: made } = await rfm.apply(orders, CHOICE, fit, unwatched, new Map());
  const ids = new NumberColumn(Float64Array.from({ length: made.numRows() }, (_, row) => (row % 2) + 1));
  const names: TextColumn = textColumn([...ids].map((id) => `S${id}`));
  const customers = withMeta(
    withColumns(made, [['segment_id', ids], ['segment', names]]),
    { labels: { id: 'segment_id', name: 'segment' } },
  ); // prettier-ignore
  const before = { table: orders, choice: CHOICE, orderTotals: fit.orderTotals };
  const fact = await ordersOfStar(before, customers, contacts, unwatched);
  const dimension = customersOfStar(customers, contacts);
  const dates = calendar(
    [fact, dimension].flatMap((one) => columnNames(one.table).map((name) => columnOf(one.table, name))),
  );
  return { fact: cellsOf(fact.table), customers: cellsOf(dimension.table), dates: cellsOf(dates.table) };
}

const line = fc.record({
  who: fc.constantFrom('a', 'b', 'c', null),
  no: fc.constantFrom('1', '2', '3', '4', null),
  at: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  paid: fc.constantFrom(-20, -5, 0, 10, 10, 30, null),
});

describe('the orders of a star', () => {
  it('add up to what each customer is worth, and every key resolves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const all = [
          { who: 'a', no: '1', at: 3, paid: 10 },
          { who: 'a', no: '1', at: 3, paid: 10 },
          ...lines,
        ];
        const { fact, customers, dates } = await star(
          table({
            who: all.map(({ who }) => who),
            no: all.map(({ no }) => no),
            day: all.map(({ at }) => (at === null ? null : day(at))),
            paid: all.map(({ paid }) => paid),
          }),
        );
        const sums = customers['customer_key']!.map((key) =>
          all.reduce(
            (sum, _, row) => sum + (fact['customer_key']![row] === key ? Number(fact['revenue']![row]) : 0),
            0,
          ),
        );
        expect(sums).toEqual(customers['monetary']);
        const [known, days] = [
          new Set([null, ...customers['customer_key']!]),
          new Set([null, ...dates['date_key']!]),
        ];
        expect(fact['customer_key']!.filter((key) => !known.has(key))).toEqual([]);
        expect(
          [...fact['day_key']!, ...customers['last_purchase_key']!].filter((key) => !days.has(key)),
        ).toEqual([]);
        expect(fact['order_key']).toEqual(all.map((_, row) => row + 1));
      }),
      { numRuns: 80 },
    );
  });

  it('leave out how to reach people, unless that is wanted', async () => {
    const orders = table({
      who: ['a', 'b'], no: ['1', '2'], day: [day(0), day(1)], paid: [1, 2],
      'Billing Phone': ['1', '2'], reply: ['x@y.io', 'z@y.io'], 'Last Name': ['Dee', 'Ba'], City: ['Ulm', 'Rom'],
    }); // prettier-ignore
    const named = async (contacts: boolean) => Object.keys((await star(orders, contacts)).fact);
    expect(await named(false)).toEqual([
      'order_key',
      'customer_key',
      'no',
      'day',
      'day_key',
      'paid',
      'City',
      'revenue',
    ]);
    expect(await named(true)).toContain('reply');
  });

  it('have only the days that occur where a date lies very far off', () => {
    const far = table({ when: [day(0), new Date(Date.UTC(9999, 11, 31)), null] });
    const { table: dates } = calendar([columnOf(far, 'when')]);
    expect(cellsOf(dates)['date_key']).toEqual([20240101, 99991231]);
  });
});
