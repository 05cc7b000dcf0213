import { EngineError } from '../../errors';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { isoDay } from '../parts/calendar';
import { dayAfter, givenDay } from '../parts/reference-day';
import { OrderNumbers } from './order-numbers';
import type { OrderRows } from './order-rows';
import type { RfmFit } from './params';

/** Of the orders with several rows, this share must have one amount throughout for amounts to be totals. */
const CONSTANT_SHARE = 0.99;

/**
 * Learns the reference date (the one given, else the day after the latest date that enters) and what an amount means.
 * @throws EngineError `bad-reference-date`; `no-rows-left` if no row has both customer and date.
 */
export async function learnRfm(rows: OrderRows, given: string | null, work: Work): Promise<RfmFit> {
  const latest = await latestDay(rows, work);
  const reference = given === null ? dayAfter(latest) : givenDay(given);
  return { referenceDate: isoDay(reference), orderTotals: await amountsAreTotals(rows, work) };
}

/** Latest day of the rows that enter. @throws EngineError `no-rows-left` */
export async function latestDay(rows: OrderRows, work: Work): Promise<number> {
  let latest = -Infinity;
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) if (rows.enters(row)) latest = Math.max(latest, rows.day(row));
  });
  if (latest === -Infinity) throw new EngineError('no-rows-left', { step: 'rfm' });
  return latest;
}

/** False where money is computed, where there is no order number, and where no order has several amounts. */
async function amountsAreTotals(rows: OrderRows, work: Work): Promise<boolean> {
  const { orders } = rows;
  if (!orders || !rows.hasAmount) return false;
  const numbers = new OrderNumbers(orders.size);
  const first: number[] = [];
  const state: number[] = []; // 1: one amount so far, 2: several and equal, 3: several and different
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = orders.codes[row]!;
      const money = rows.money(row);
      if (code === MISSING || money !== money || !rows.enters(row)) continue;
      const order = numbers.byNumber(rows.customers.codes[row]!, code);
      if (order === first.length) {
        first.push(money);
        state.push(1);
      } else if (state[order] !== 3) {
        state[order] = money === first[order] ? 2 : 3;
      }
    }
  });
  const constant = state.filter((each) => each === 2).length;
  const several = constant + state.filter((each) => each === 3).length;
  return several > 0 && constant / several >= CONSTANT_SHARE;
}
