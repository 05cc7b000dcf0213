import { inBlocks } from '../../steps/parts/blocks';
import { OrderNumbers } from '../../steps/rfm/order-numbers';
import type { OrderRows } from '../../steps/rfm/order-rows';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';

/**
 * What each row adds to its customer, as `rfm` counts: returns below 0; where amounts are order totals the largest of an
 * order once, as of what was returned of it. NaN where a row adds nothing. Null where rows say nothing of money. Rows of nobody keep
 * their money.
 */
export async function countedMoney(
  rows: OrderRows,
  orderTotals: boolean,
  work: Work,
): Promise<Float64Array | null> {
  if (!rows.hasMoney) return null;
  const money = new Float64Array(rows.count).fill(NaN);
  const { customers, orders } = rows;
  const numbers = new OrderNumbers(orders?.size ?? 0);
  /** By order the row that counts, of purchases and of returns. */
  const counting: [number[], number[]] = [[], []];
  await inBlocks(rows.count, 'writing', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const named = customers.codes[row] !== MISSING;
      const raw = rows.money(row);
      if (raw !== raw || (named && !rows.enters(row))) continue;
      const isReturn = rows.isReturn(row, raw);
      money[row] = isReturn ? 0 - Math.abs(raw) : Math.abs(raw);
      const code = orders ? orders.codes[row]! : MISSING;
      if (!orderTotals || !named || code === MISSING) continue;
      const largest = counting[isReturn ? 1 : 0];
      const order = numbers.byNumber(customers.codes[row]!, code);
      const before = largest[order];
      const smaller = before !== undefined && Math.abs(money[before]!) >= Math.abs(raw) ? row : before;
      if (smaller !== row) largest[order] = row;
      if (smaller !== undefined) money[smaller] = NaN;
    }
  });
  return money;
}
