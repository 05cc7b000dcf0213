import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { ExactSums } from '../rfm/exact-sums';
import { OrderNumbers } from '../rfm/order-numbers';
import type { OrderRows } from '../rfm/order-rows';
import { PairIndex } from '../rfm/pair-index';

/** What is known of customers' days with a purchase, by customer code; a customer without has 0 repeats and NaN else. */
export interface PurchaseDays {
  /** Distinct days with a purchase behind the first. */
  repeats: Uint32Array;
  /** Days since 1970. */
  first: Float64Array;
  last: Float64Array;
  /** Mean money of the repeated days; NaN without any. */
  mean: Float64Array;
}

/**
 * Days with a purchase up to `end`, the day seen last, and what was bought on them. Returns do not count, nor are they
 * taken off: the models are of purchases. A purchase without money is one of 0; an order's total counts once.
 */
export async function purchaseDays(
  rows: OrderRows,
  orderTotals: boolean,
  end: number,
  work: Work,
): Promise<PurchaseDays> {
  const days = await numbered(rows, end, work);
  const sums = await moneyOf(rows, orderTotals, days, work);
  const { size } = rows.customers;
  const first = new Float64Array(size).fill(NaN);
  const last = new Float64Array(size).fill(NaN);
  const repeats = new Uint32Array(size);
  const mean = new Float64Array(size).fill(NaN);
  days.owners.forEach((customer, i) => {
    const day = days.days[i]!;
    if (first[customer] === first[customer]) repeats[customer]!++;
    if (!(first[customer]! <= day)) first[customer] = day;
    if (!(last[customer]! >= day)) last[customer] = day;
  });
  const money = new ExactSums(size);
  days.owners.forEach((customer, i) => {
    if (days.days[i] !== first[customer]) money.add(customer, sums.at(i));
  });
  for (let customer = 0; customer < size; customer++)
    if (repeats[customer]! > 0) mean[customer] = money.at(customer) / repeats[customer]!;
  return { repeats, first, last, mean };
}

/** Pairs of customer and day, and which of them a row belongs to: `MISSING` for rows that do not count. */
interface NumberedDays {
  of: Uint32Array;
  owners: number[];
  days: number[];
}

async function numbered(rows: OrderRows, end: number, work: Work): Promise<NumberedDays> {
  const of = new Uint32Array(rows.count).fill(MISSING);
  const owners: number[] = [];
  const days: number[] = [];
  const index = new PairIndex();
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row) || rows.isReturn(row, rows.money(row))) continue;
      const day = rows.day(row);
      if (day > end) continue;
      const customer = rows.customers.codes[row]!;
      const at = index.numberOf(customer, day >>> 0, owners.length);
      if (at === owners.length) {
        owners.push(customer);
        days.push(day);
      }
      of[row] = at;
    }
  });
  return { of, owners, days };
}

async function moneyOf(
  rows: OrderRows,
  orderTotals: boolean,
  { of, owners }: NumberedDays,
  work: Work,
): Promise<ExactSums> {
  const sums = new ExactSums(owners.length);
  const { orders } = rows;
  const numbers = new OrderNumbers(orders?.size ?? 0);
  /** By order: its largest amount so far, and the day that counts for. */
  const largest: number[] = [];
  const dayOf: number[] = [];
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const at = of[row]!;
      const money = at === MISSING ? NaN : rows.money(row);
      if (money !== money) continue;
      const code = orderTotals && orders ? orders.codes[row]! : MISSING;
      if (code === MISSING) {
        sums.add(at, money);
        continue;
      }
      const order = numbers.byNumber(owners[at]!, code);
      if (order === largest.length) {
        largest.push(0);
        dayOf.push(at);
      }
      if (money <= largest[order]!) continue;
      sums.add(dayOf[order]!, money - largest[order]!);
      largest[order] = money;
    }
  });
  return sums;
}
