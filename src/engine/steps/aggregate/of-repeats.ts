import { float64 } from '../../table/buffers';
import { ExactSums } from '../rfm/exact-sums';
import type { CustomerRows } from './customer-rows';

/** What `expected-value` learns from, of purchases before the reference date; NaN for who had none by then. */
async function ofHistory(
  rows: CustomerRows,
  value: (first: number, last: number, days: number) => number,
): Promise<Float64Array> {
  const { days, starts } = await rows.purchaseDays();
  return float64(rows.count).map((_, customer) => {
    const from = starts[customer]!;
    let to = starts[customer + 1]!;
    while (to > from && days[to - 1]! >= rows.reference) to--;
    return to === from ? NaN : value(days[from]!, days[to - 1]!, to - from);
  });
}

/** Days with a purchase behind the first (x). */
export const repeatsOf = (rows: CustomerRows): Promise<Float64Array> =>
  ofHistory(rows, (_, __, days) => days - 1);

/** Days from the first purchase to the last (t_x). */
export const repeatSpan = (rows: CustomerRows): Promise<Float64Array> =>
  ofHistory(rows, (first, last) => last - first);

/** Days from the first purchase to the day before the reference date (T). */
export const seenDays = (rows: CustomerRows): Promise<Float64Array> =>
  ofHistory(rows, (first) => rows.reference - 1 - first);

/** Mean money of the days with a purchase behind the first (m); returns are not taken off. Blank without such a day. */
export async function repeatValue(rows: CustomerRows): Promise<Float64Array> {
  const repeats = await repeatsOf(rows);
  const { days, starts } = await rows.purchaseDays();
  const sums = new ExactSums(rows.count);
  await rows.each((customer, from, to) => {
    const first = days[starts[customer]!];
    for (let i = from; i < to; i++)
      if (!rows.returned[i] && rows.days[i] !== first && rows.days[i]! < rows.reference)
        sums.add(customer, rows.sizes[i]!);
  });
  return repeats.map((count, customer) => (count > 0 ? sums.at(customer) / count : NaN));
}
