import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { defineStep, type Applied, type Refusal } from '../recipe/step';
import { float64 } from '../table/buffers';
import { metaOf, withMeta } from '../table/meta';
import type { Work } from '../work';
import { withColumns } from '../table/table';
import { DAY, isoDay, parseDay, plainDay } from './parts/calendar';
import { referenceDay } from './parts/reference-day';
import { addUp, type Totals } from './rfm/add-up';
import { customerTable, MADE, recencyOf } from './rfm/customer-table';
import { latestDay, learnRfm } from './rfm/learn';
import { keptColumns, keptMeaning } from './rfm/kept-columns';
import { orderRows, type OrderRows } from './rfm/order-rows';
export type { RfmFit, RfmParams };
import { RfmFit, RfmParams } from './rfm/params';

/**
 * Adds up orders per customer: recency, frequency and money of each customer with at least one purchase, in order of
 * first appearance. A return is a row with quantity or amount below 0; every other row is a purchase, free ones too.
 * `recency_days`: whole calendar days from the last purchase to the reference date, at least 1.
 * `frequency`: distinct orders among purchases. `monetary`: money of purchases less that of returns, in the file's currency.
 * Columns of `keep` go along, each with the first value that a customer's rows have; `several:COLUMN` counts customers
 * that have more than one. Definitions: docs/RECIPE.md.
 */
export const rfm = defineStep({
  op: 'rfm',
  version: 1,
  params: RfmParams,
  learnt: RfmFit,
  grain: 'orders',
  gives: 'customers',
  replaces: true,
  reads: ({ customer, date, order, amount, quantity, price, keep = [] }) =>
    [customer, date, order, amount, quantity, price, ...keep].filter((name) => name !== null),
  needs: ({ date, amount, quantity, price }) => [
    [date, ['date'] as const],
    ...[amount, quantity, price]
      .filter((name) => name !== null)
      .map((name) => [name, ['number'] as const] as const),
  ],
  adds: ({ customer, keep = [] }) => [customer, ...MADE, ...keep],
  makes: ({ customer, keep = [] }, before) => [
    ...[customer, ...keep].map((name) => [name, before.get(name) ?? 'text'] as const),
    ['last_purchase', 'date'],
  ],
  refuses: refusal,
  describe: ({ referenceDate }, fit?: RfmFit) => {
    const to = referenceDate ?? fit?.referenceDate;
    return `Add up orders per customer${to ? `, to ${plainDay(to)}` : ''}`;
  },
  fit: async (table, params, work): Promise<RfmFit> =>
    learnRfm(await orderRows(table, params, work), params.referenceDate ?? null, work),
  apply: async (table, params, fit, work) => {
    const rows = await orderRows(table, params, work);
    const latest = await latestDay(rows, work);
    const { day: reference, moved } = referenceDay(params.referenceDate, fit.referenceDate, latest);
    const totals = await addUp(rows, fit.orderTotals, reference, work);
    if (params.referenceDate) refuseBefore(params.referenceDate, reference, totals);
    const notes = [
      ...(params.order === null ? ['days-as-orders'] : []),
      ...(fit.orderTotals ? ['order-totals'] : []),
      ...(moved ? ['reference-moved'] : []),
    ];
    const used: RfmFit = { ...fit, referenceDate: isoDay(reference) };
    const made = purchasers(table, params.customer, totals, reference);
    const kept = await takeAlong(table, params, rows, totals, work);
    return { table: kept.onto(made.table), counts: { ...made.counts, ...kept.counts }, notes, used };
  },
});

/** The columns that go along, with what is known of them; money is counted in what the amount or the price is. */
async function takeAlong(
  table: ColumnTable,
  { amount, price, keep = [] }: RfmParams,
  rows: OrderRows,
  { customers, orders }: Totals,
  work: Work,
) {
  const bought = customers.filter((customer) => orders[customer]! > 0);
  const { columns, counts } = await keptColumns(table, keep, rows, bought, work);
  const onto = (made: ColumnTable): ColumnTable => {
    const { roles, units } = keptMeaning(table, keep, metaOf(made).roles);
    const money = metaOf(table).units.get(amount ?? price ?? '');
    if (money !== undefined) units.set('monetary', money);
    return withMeta(withColumns(made, columns), { roles, units });
  };
  return { counts, onto };
}

function refusal({ amount, quantity, price, referenceDate }: RfmParams): Refusal | null {
  if (amount === null && (quantity === null || price === null)) return { code: 'no-money', details: {} };
  if (referenceDate == null || parseDay(referenceDate) !== null) return null;
  return { code: 'bad-reference-date', details: { value: referenceDate } };
}

/** A day before every purchase would make all customers equally recent. @throws EngineError `bad-reference-date` */
function refuseBefore(value: string, reference: number, { customers, firstDay }: Totals): void {
  const first = customers.reduce((least, customer) => Math.min(least, firstDay[customer]!), Infinity);
  if (first > reference && first < Infinity)
    throw new EngineError('bad-reference-date', { value, first: isoDay(first) });
}

/** One row per customer with a purchase; customers with returns only are counted. */
function purchasers(table: ColumnTable, key: string, totals: Totals, reference: number): Applied {
  const { customers, firstRows, lastDay, orders, money, counts, returnedMoney } = totals;
  const kept = customers.flatMap((customer, i) => (orders[customer]! > 0 ? [i] : []));
  const each = (value: (customer: number) => number): Float64Array => {
    const out = float64(kept.length);
    kept.forEach((i, row) => (out[row] = value(customers[i]!)));
    return out;
  };
  const made = customerTable(table, key, {
    firstRows: Uint32Array.from(kept, (i) => firstRows[i]!),
    recency: each((c) => recencyOf(lastDay[c]!, reference)),
    frequency: each((c) => orders[c]!),
    monetary: each((c) => money.at(c)),
    lastPurchase: each((c) => lastDay[c]! * DAY),
  });
  const returnsOnly = customers.length - kept.length;
  return { table: made, counts: { customers: kept.length, returnsOnly, returnedMoney, ...counts } };
}
