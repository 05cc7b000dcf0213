import type { ColumnTable } from 'arquero';
import { MISSING } from '../../table/columns';
import { columnAs, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { dayOf } from '../parts/calendar';
import { groupsOf, type Groups } from '../parts/groups';
import type { RfmParams } from './params';

interface Columns {
  customers: Groups;
  orders: Groups | null;
  dates: Float64Array;
  amount: Float64Array | null;
  quantity: Float64Array | null;
  price: Float64Array | null;
  /** Rows whose money is blank do not enter. */
  setsAside?: boolean;
}

/** The columns of an order file; without a date every row counts. */
export type OrderChoice = Omit<RfmParams, 'date'> & { date: string | null };

/** The columns of an order file as `rfm` looks at them. @throws EngineError `missing-column`, `wrong-kind` */
export async function orderRows(table: ColumnTable, params: OrderChoice, work: Work): Promise<OrderRows> {
  const groups = (name: string) => groupsOf(columnOf(table, name), 'adding-up', work);
  const money = (name: string | null) => (name === null ? null : columnAs(table, name, 'number').values);
  return new OrderRows(table.numRows(), {
    // Rows without dates all lie on one day.
    dates:
      params.date === null ? new Float64Array(table.numRows()) : columnAs(table, params.date, 'date').values,
    amount: money(params.amount),
    quantity: money(params.quantity),
    price: money(params.price),
    customers: await groups(params.customer),
    orders: params.order === null ? null : await groups(params.order),
    setsAside: params.blankMoney === 'set-aside',
  });
}

/** An order file row by row. */
export class OrderRows {
  readonly customers: Groups;
  readonly orders: Groups | null;
  /** Whether money is a column of its own, not quantity × price. */
  readonly hasAmount: boolean;
  readonly #dates: Float64Array;
  readonly #amount: Float64Array | null;
  readonly #quantity: Float64Array | null;
  readonly #price: Float64Array | null;
  readonly #setsAside: boolean;

  constructor(
    readonly count: number,
    { customers, orders, dates, amount, quantity, price, setsAside = false }: Columns,
  ) {
    this.customers = customers;
    this.orders = orders;
    this.hasAmount = amount !== null;
    this.#dates = dates;
    this.#amount = amount;
    this.#quantity = quantity;
    this.#price = price;
    this.#setsAside = setsAside && this.hasMoney;
  }

  /** A row enters if it has a customer and a date, and money where it is to have some. */
  enters(row: number): boolean {
    return this.#isOfADay(row) && !this.#lacksMoney(row);
  }

  /** It would enter, had it money. */
  isSetAside(row: number): boolean {
    return this.#isOfADay(row) && this.#lacksMoney(row);
  }

  #isOfADay(row: number): boolean {
    return this.customers.codes[row] !== MISSING && this.#dates[row] === this.#dates[row];
  }

  #lacksMoney(row: number): boolean {
    return this.#setsAside && Number.isNaN(this.money(row));
  }

  /** Calendar day, as days since 1970-01-01. */
  day(row: number): number {
    return dayOf(this.#dates[row]!);
  }

  /** To the millisecond, which days do not tell. */
  moment(row: number): number {
    return this.#dates[row]!;
  }

  /** Whether it is known what rows cost. */
  get hasMoney(): boolean {
    return this.#amount !== null || (this.#quantity !== null && this.#price !== null);
  }

  /** As it stands in the file, or quantity × price; NaN where blank or not known. */
  money(row: number): number {
    if (this.#amount) return this.#amount[row]!;
    return this.#quantity && this.#price ? this.#quantity[row]! * this.#price[row]! : NaN;
  }

  /** Quantity or money below 0; a blank is not. `money` is that of the row. */
  isReturn(row: number, money: number): boolean {
    return money < 0 || (this.#quantity !== null && this.#quantity[row]! < 0);
  }
}
