import { defineStep } from '../recipe/step';
import { plainDay } from './parts/calendar';
import { MADE } from './rfm/customer-table';
import { learnRfm } from './rfm/learn';
import { madeCustomers } from './rfm/made-customers';
import { orderColumns, orderKinds, orderRefusal } from './rfm/order-columns';
import { orderRows } from './rfm/order-rows';
export type { RfmFit, RfmParams };
import { RfmFit, RfmParams } from './rfm/params';

/**
 * Adds up orders per customer: recency, frequency and money of each customer with at least one purchase, in order of
 * first appearance. A return is a row with quantity or amount below 0; every other row is a purchase, free ones too.
 * `recency_days`: whole calendar days from the last purchase to the reference date, at least 1.
 * `frequency`: distinct orders among purchases. `monetary`: money of purchases less that of returns, in the file's currency.
 * Columns of `keep` go along, each with the first value that a customer's rows have, or the newest (`keepFrom`); `several:COLUMN` counts customers
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
  reads: orderColumns,
  needs: orderKinds,
  adds: ({ customer, keep = [] }) => [customer, ...MADE, ...keep],
  makes: ({ customer, keep = [] }, before) => [
    ...[customer, ...keep].map((name) => [name, before.get(name) ?? 'text'] as const),
    ['last_purchase', 'date'],
  ],
  refuses: orderRefusal,
  describe: ({ referenceDate }, fit?: RfmFit) => {
    const to = referenceDate ?? fit?.referenceDate;
    return `Add up orders per customer${to ? `, to ${plainDay(to)}` : ''}`;
  },
  fit: async (table, params, work): Promise<RfmFit> =>
    learnRfm(await orderRows(table, params, work), params.referenceDate ?? null, work),
  apply: async (table, params, fit, work) => {
    const { table: made, counts, notes, used } = await madeCustomers(table, params, fit, work);
    return { table: made, counts, notes: notes ?? [], used };
  },
});
