import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { ExactSums } from './exact-sums';
import { OrderNumbers } from './order-numbers';
import type { OrderRows } from './order-rows';

/** Everything `rfm` knows of each customer, by customer code. */
export interface Totals {
  /** Codes of customers in order of first appearance, with the row of it. */
  customers: readonly number[];
  firstRows: readonly number[];
  /** Day of the last purchase; −Infinity for customers with returns only. */
  lastDay: Float64Array;
  /** Day of the first purchase; Infinity for customers with returns only. */
  firstDay: Float64Array;
  /** Distinct orders among purchases. */
  orders: Uint32Array;
  money: ExactSums;
  /** Size of all money returned. */
  returnedMoney: number;
  counts: {
    returnedRows: number;
    withoutCustomer: number;
    withoutDate: number;
    withoutMoney: number;
    withoutOrder: number;
    afterReference: number;
    /** Rows set aside for want of money, and customers who have no other; absent where there are none. */
    moneyAside?: number;
    customersAside?: number;
  };
}

/**
 * Adds up the rows that have a customer and a date.
 * Money: a row without counts as a purchase of 0; where amounts are order totals, each order counts its largest amount once, and
 * so does the part of it that was returned. Rows without an order number are one order a day.
 */
export async function addUp(
  rows: OrderRows,
  orderTotals: boolean,
  referenceDay: number,
  work: Work,
): Promise<Totals> {
  const adding = new Adding(rows, orderTotals, referenceDay);
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) adding.add(row);
  });
  return adding.totals;
}

/** Adds rows one by one, in any order; the totals are those of the rows so far. */
export class Adding {
  readonly #numbers: OrderNumbers;
  readonly #totals: Totals;
  readonly #seen: Uint8Array;
  /** Customers with a row set aside for want of money. */
  readonly #aside = new Set<number>();
  readonly #returned = new ExactSums(1);
  /** By order: whether it holds a purchase, and its largest purchase and return where amounts are totals. */
  readonly #bought: number[] = [];
  readonly #paid: number[] = [];
  readonly #refunded: number[] = [];
  readonly #firstRows: number[] = [];
  readonly #customers: number[] = [];

  constructor(
    readonly rows: OrderRows,
    readonly orderTotals: boolean,
    readonly referenceDay: number,
  ) {
    const { size } = rows.customers;
    this.#numbers = new OrderNumbers(rows.orders?.size ?? 0);
    this.#seen = new Uint8Array(size);
    this.#totals = {
      customers: this.#customers,
      firstRows: this.#firstRows,
      lastDay: new Float64Array(size).fill(-Infinity),
      firstDay: new Float64Array(size).fill(Infinity),
      orders: new Uint32Array(size),
      money: new ExactSums(size),
      returnedMoney: 0,
      counts: {
        returnedRows: 0,
        withoutCustomer: 0,
        withoutDate: 0,
        withoutMoney: 0,
        withoutOrder: 0,
        afterReference: 0,
      },
    };
  }

  add(row: number): void {
    const { rows } = this;
    const { counts } = this.#totals;
    const customer = rows.customers.codes[row]!;
    if (!rows.enters(row)) {
      if (customer === MISSING) counts.withoutCustomer++;
      else if (rows.isSetAside(row)) this.#setAside(customer);
      else counts.withoutDate++;
      return;
    }
    if (this.#seen[customer] === 0) {
      this.#seen[customer] = 1;
      this.#customers.push(customer);
      this.#firstRows.push(row);
    }
    const money = rows.money(row);
    const isReturn = rows.isReturn(row, money);
    const order = this.#orderOf(row, customer);
    if (isReturn) counts.returnedRows++;
    else this.#purchase(customer, order, rows.day(row));
    this.#money(customer, order, money, isReturn, this.orderTotals && hasOrder(rows, row));
  }

  #setAside(customer: number): void {
    const { counts } = this.#totals;
    counts.moneyAside = (counts.moneyAside ?? 0) + 1;
    this.#aside.add(customer);
  }

  #orderOf(row: number, customer: number): number {
    const { orders } = this.rows;
    const code = orders ? orders.codes[row]! : MISSING;
    if (orders && code === MISSING) this.#totals.counts.withoutOrder++;
    const order =
      code === MISSING
        ? this.#numbers.byDay(customer, this.rows.day(row))
        : this.#numbers.byNumber(customer, code);
    if (order === this.#bought.length) {
      this.#bought.push(0);
      if (this.orderTotals) {
        this.#paid.push(0);
        this.#refunded.push(0);
      }
    }
    return order;
  }

  #purchase(customer: number, order: number, day: number): void {
    const { lastDay, firstDay, orders, counts } = this.#totals;
    if (day > lastDay[customer]!) lastDay[customer] = day;
    if (day < firstDay[customer]!) firstDay[customer] = day;
    if (day > this.referenceDay) counts.afterReference++;
    if (this.#bought[order] === 1) return;
    this.#bought[order] = 1;
    orders[customer]!++;
  }

  #money(customer: number, order: number, money: number, isReturn: boolean, once: boolean): void {
    if (money !== money) {
      this.#totals.counts.withoutMoney++;
      return;
    }
    const size = Math.abs(money);
    if (once) {
      const largest = isReturn ? this.#refunded : this.#paid;
      const before = largest[order]!;
      if (size <= before) return;
      largest[order] = size;
      if (before > 0) this.#count(customer, -before, isReturn);
    }
    this.#count(customer, size, isReturn);
  }

  #count(customer: number, size: number, isReturn: boolean): void {
    this.#totals.money.add(customer, isReturn ? -size : size);
    if (isReturn) this.#returned.add(0, size);
  }

  /** What the rows so far come to; its lists and arrays grow with the rows that follow. */
  get totals(): Totals {
    const { counts } = this.#totals;
    const gone = [...this.#aside].filter((customer) => this.#seen[customer] === 0).length;
    return {
      ...this.#totals,
      returnedMoney: this.#returned.at(0),
      counts: gone > 0 ? { ...counts, customersAside: gone } : counts,
    };
  }
}

const hasOrder = ({ orders }: OrderRows, row: number): boolean =>
  orders !== null && orders.codes[row] !== MISSING;
