import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { DAY } from '../../steps/parts/calendar';
import type { Totals } from '../../steps/rfm/add-up';
import { customerTable, recencyOf } from '../../steps/rfm/customer-table';
import type { OrderRows } from '../../steps/rfm/order-rows';
import { float64, uint32 } from '../../table/buffers';
import { isMissing, MISSING, NumberColumn, type Column } from '../../table/columns';
import { takeOrBlank } from '../../table/take-or-blank';
import { columnOf, withColumns } from '../../table/table';
import type { Work } from '../../work';
import type { ReplayedSteps } from './replayed-steps';

/** A column with each customer's place, which no file can have: steps may leave customers out. */
export const PLACE = '\u0000place';

/** The first value that each customer's rows so far have in some columns, in the order of the file. */
export class FirstValues {
  readonly #columns: readonly { name: string; column: Column; first: Uint32Array }[];

  constructor(
    orders: ColumnTable,
    names: readonly string[],
    private readonly rows: OrderRows,
  ) {
    this.#columns = names.map((name) => ({
      name,
      column: columnOf(orders, name),
      first: new Uint32Array(rows.customers.size).fill(MISSING),
    }));
  }

  add(row: number): void {
    const customer = this.rows.customers.codes[row]!;
    for (const { column, first } of this.#columns)
      if (row < first[customer]! && !isMissing(column, row)) first[customer] = row;
  }

  of(customers: Uint32Array): [name: string, column: Column][] {
    return this.#columns.map(({ name, column, first }) => [
      name,
      takeOrBlank(column, customers.map((customer) => first[customer]!)),
    ]); // prettier-ignore
  }
}

/** The money of each customer in figures; only that of customers with rows since the last time is worked out anew. */
export class MoneyInFigures {
  readonly #values: Float64Array;
  readonly #stale: Uint8Array;

  constructor(private readonly rows: OrderRows) {
    this.#values = new Float64Array(rows.customers.size);
    this.#stale = new Uint8Array(rows.customers.size);
  }

  add(row: number): void {
    this.#stale[this.rows.customers.codes[row]!] = 1;
  }

  of(customer: number, { money }: Totals): number {
    if (this.#stale[customer] === 1) {
      this.#values[customer] = money.at(customer);
      this.#stale[customer] = 0;
    }
    return this.#values[customer]!;
  }
}

/** What `rfm` would make of the rows so far, with places; customers with returns only are not in it. */
export async function customersThen(
  { orders, params }: ReplayedSteps,
  totals: Totals,
  { first, money }: { first: FirstValues; money: MoneyInFigures },
  reference: number,
  work: Work,
): Promise<ColumnTable> {
  const { customers, firstRows, lastDay, orders: bought } = totals;
  let n = 0;
  const places = uint32(customers.length);
  for (let place = 0; place < customers.length; place++)
    if (bought[customers[place]!]! > 0) places[n++] = place;
  const codes = uint32(n);
  const rows = uint32(n);
  const [recency, frequency, monetary, lastPurchase, at] = Array.from({ length: 5 }, () => float64(n));
  await inBlocks(n, '', work, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = places[i]!;
      const customer = customers[place]!;
      codes[i] = customer;
      rows[i] = firstRows[place]!;
      recency![i] = recencyOf(lastDay[customer]!, reference);
      frequency![i] = bought[customer]!;
      monetary![i] = money.of(customer, totals);
      lastPurchase![i] = lastDay[customer]! * DAY;
      at![i] = place;
    }
  });
  const made = customerTable(orders, params.customer, {
    firstRows: rows,
    recency: recency!,
    frequency: frequency!,
    monetary: monetary!,
    lastPurchase: lastPurchase!,
  });
  return withColumns(made, [...first.of(codes), [PLACE, new NumberColumn(at!)]]);
}
