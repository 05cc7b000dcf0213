import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { OrderNumbers } from '../rfm/order-numbers';
import type { OrderRows } from '../rfm/order-rows';

/** What is known of each row, row by row of the table or customer by customer. */
interface Cells {
  /** 1 for a return. */
  returned: Uint8Array;
  /** Days since 1970. */
  days: Int32Array;
  /** What the row adds to purchases, or to returns where it is one; a blank adds nothing. */
  sizes: Float64Array;
}

/** The rows of each customer, customer by customer, each in the order of the table: row `i` here is row `rows[i]` there. */
export class CustomerRows implements Cells {
  readonly returned: Uint8Array;
  readonly days: Int32Array;
  readonly sizes: Float64Array;
  #bought: { days: Int32Array; starts: Uint32Array } | null = null;

  private constructor(
    /** How many customers. */
    readonly count: number,
    /** Rows that enter; those of customer i from `starts[i]` to before `starts[i + 1]`. */
    readonly rows: Uint32Array,
    readonly starts: Uint32Array,
    readonly orders: OrderRows,
    /** Days since 1970. */
    readonly reference: number,
    readonly work: Work,
    { returned, days, sizes }: Cells,
  ) {
    this.returned = returned;
    this.days = days;
    this.sizes = sizes;
  }

  /** @param customers codes of those wanted, in the order wanted */
  static async of(
    orders: OrderRows,
    customers: readonly number[],
    orderTotals: boolean,
    reference: number,
    work: Work,
  ): Promise<CustomerRows> {
    const { codes, size } = orders.customers;
    const place = new Uint32Array(size).fill(MISSING);
    customers.forEach((code, i) => (place[code] = i));
    const starts = new Uint32Array(customers.length + 1);
    const placeOf = (row: number): number => (orders.enters(row) ? place[codes[row]!]! : MISSING);
    await inBlocks(orders.count, 'adding-up', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const at = placeOf(row);
        if (at !== MISSING) starts[at + 1]!++;
      }
    });
    for (let i = 0; i < customers.length; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const total = starts[customers.length]!;
    const rows = new Uint32Array(total);
    const cells = {
      returned: new Uint8Array(total),
      days: new Int32Array(total),
      sizes: new Float64Array(total),
    };
    const once = orderTotals ? new LargestOnce(orders) : null;
    await inBlocks(orders.count, 'adding-up', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const customer = placeOf(row);
        if (customer === MISSING) continue;
        const at = next[customer]!++;
        const money = orders.money(row);
        const isReturn = orders.isReturn(row, money);
        rows[at] = row;
        cells.days[at] = orders.day(row);
        cells.returned[at] = Number(isReturn);
        if (money === money)
          cells.sizes[at] = once ? once.added(row, Math.abs(money), isReturn) : Math.abs(money);
      }
    });
    return new CustomerRows(customers.length, rows, starts, orders, reference, work, cells);
  }

  /** Does something with the rows of each customer: `from` to before `to`. */
  each(doing: (customer: number, from: number, to: number) => void): Promise<void> {
    const { starts } = this;
    return inBlocks(this.count, 'adding-up', this.work, (first, end) => {
      for (let customer = first; customer < end; customer++)
        doing(customer, starts[customer]!, starts[customer + 1]!);
    });
  }

  /** The different days on which each customer bought, rising. */
  async purchaseDays(): Promise<{ days: Int32Array; starts: Uint32Array }> {
    if (this.#bought) return this.#bought;
    const days = new Int32Array(this.rows.length);
    const starts = new Uint32Array(this.count + 1);
    let at = 0;
    await this.each((customer, from, to) => {
      const first = at;
      let isRising = true;
      for (let i = from; i < to; i++) {
        if (this.returned[i]) continue;
        const day = this.days[i]!;
        if (at > first && day === days[at - 1]) continue;
        if (at > first && day < days[at - 1]!) isRising = false;
        days[at++] = day;
      }
      if (!isRising) at = first + sortedOnce(days.subarray(first, at));
      starts[customer + 1] = at;
    });
    return (this.#bought = { days, starts });
  }
}

/** Sorts in place and leaves each value once at the front; returns how many. */
function sortedOnce(values: Int32Array): number {
  values.sort();
  let kept = 0;
  for (const value of values) if (kept === 0 || value !== values[kept - 1]) values[kept++] = value;
  return kept;
}

/** Where amounts are order totals, the largest of an order counts, its purchases and its returns apart. */
class LargestOnce {
  readonly #numbers: OrderNumbers;
  readonly #bought: number[] = [];
  readonly #returned: number[] = [];

  constructor(readonly orders: OrderRows) {
    this.#numbers = new OrderNumbers(orders.orders!.size);
  }

  /** By how much the row raises what counts of its order. */
  added(row: number, size: number, isReturn: boolean): number {
    const code = this.orders.orders!.codes[row]!;
    if (code === MISSING) return size;
    const order = this.#numbers.byNumber(this.orders.customers.codes[row]!, code);
    const largest = isReturn ? this.#returned : this.#bought;
    const before = largest[order] ?? 0;
    if (size <= before) return 0;
    largest[order] = size;
    return size - before;
  }
}
