import { seedFrom } from '../stats/random';
import { FIRST_DAY, LAST_DAY, moment, written } from './calendar';
import { Draws } from './draws';
import { GOODS } from './goods';
import { guestLines, linesOf, type OrderLine } from './order-lines';
import { shoppers } from './shoppers';

const HEADER = 'order_id,order_date,customer_id,product,quantity,unit_price,country';
const COPIES = 0.006;
const ONLY_RETURNED = 7;

/**
 * The orders of an invented shop as a CSV file: some 16,000 lines of 2,000 named customers over one year, UTF-8.
 * Planted are five kinds of customers, a busy winter, guests without a number, returns, gifts, copied rows and
 * countries in several spellings. The same seed gives the same bytes.
 */
export function sampleShop(seed: number): Uint8Array {
  const customers = shoppers(seed);
  const lines = [
    ...customers.flatMap(linesOf),
    ...guestLines(seedFrom(seed, 1)),
    ...earlierOrdersReturned(seedFrom(seed, 2)),
  ];
  lines.sort((a, b) => a.order.at - b.order.at);
  const draws = new Draws(seedFrom(seed, 3));
  const numbers = new Map<object, string>();
  const rows = lines.flatMap((line) => {
    const row = rowOf(line, orderNumber(line.order, numbers));
    return draws.chance(COPIES) ? [row, row] : [row];
  });
  return new TextEncoder().encode(`${HEADER}\n${rows.join('\n')}\n`);
}

/** Customers of the year before whose only line of this year is something sent back. */
function earlierOrdersReturned(seed: number): OrderLine[] {
  const draws = new Draws(seed);
  return Array.from({ length: ONLY_RETURNED }, (_, at) => ({
    order: { at: moment(draws, FIRST_DAY, FIRST_DAY + (LAST_DAY - FIRST_DAY) / 12), return: true },
    customer: `C-${9_100 + at * 11}`,
    good: draws.pick(GOODS),
    quantity: -1,
    country: 'United Kingdom',
  }));
}

function orderNumber(order: OrderLine['order'], numbers: Map<object, string>): string {
  const known = numbers.get(order);
  if (known !== undefined) return known;
  const number = `${order.return ? 'R' : 'A'}${100_001 + numbers.size}`;
  numbers.set(order, number);
  return number;
}

function rowOf({ order, customer, good, quantity, country }: OrderLine, number: string): string {
  const { product, price } = good;
  return [number, written(order.at), customer ?? '', product, quantity, price.toFixed(2), country].join(',');
}
