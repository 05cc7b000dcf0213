import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import type { Applied } from '../../recipe/step';
import { float64 } from '../../table/buffers';
import { metaOf, withMeta } from '../../table/meta';
import { withColumns } from '../../table/table';
import type { Work } from '../../work';
import { DAY, isoDay } from '../parts/calendar';
import { referenceDay } from '../parts/reference-day';
import { addUp, type Totals } from './add-up';
import { customerTable, recencyOf } from './customer-table';
import { keptColumns, keptMeaning } from './kept-columns';
import { latestDay } from './learn';
import { orderRows, type OrderRows } from './order-rows';
import type { RfmFit, RfmParams } from './params';

/** What `rfm` makes of a table, with what it was made from. */
export interface MadeCustomers extends Applied {
  used: RfmFit;
  rows: OrderRows;
  /** Codes of the customers, row by row of the table. */
  bought: readonly number[];
  /** Days since 1970: recency is counted to it. */
  reference: number;
}

/** Adds up orders per customer, as `rfm` does. @throws EngineError `bad-reference-date`, `no-rows-left` */
export async function madeCustomers(
  table: ColumnTable,
  params: RfmParams,
  fit: RfmFit,
  work: Work,
): Promise<MadeCustomers> {
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
  const made = purchasers(table, params.customer, totals, reference);
  const bought = totals.customers.filter((customer) => totals.orders[customer]! > 0);
  const kept = await takeAlong(table, params, rows, bought, work);
  return {
    table: kept.onto(made.table),
    counts: { ...made.counts, ...kept.counts },
    notes,
    used: { referenceDate: isoDay(reference), orderTotals: fit.orderTotals },
    rows,
    bought,
    reference,
  };
}

/** The columns that go along, with what is known of them; money is counted in what the amount or the price is. */
async function takeAlong(
  table: ColumnTable,
  { amount, price, keep = [], keepFrom }: RfmParams,
  rows: OrderRows,
  bought: readonly number[],
  work: Work,
) {
  const { columns, counts } = await keptColumns(table, { keep, keepFrom }, rows, bought, work);
  const onto = (made: ColumnTable): ColumnTable => {
    const { roles, units } = keptMeaning(table, keep, metaOf(made).roles);
    const money = metaOf(table).units.get(amount ?? price ?? '');
    if (money !== undefined) units.set('monetary', money);
    return withMeta(withColumns(made, columns), { roles, units });
  };
  return { counts, onto };
}

/** A day before every purchase would make all customers equally recent. @throws EngineError `bad-reference-date` */
export function refuseBefore(value: string, reference: number, { customers, firstDay }: Totals): void {
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
