import { MISSING } from '../../table/columns';
import { PairIndex } from './pair-index';

/**
 * Numbers orders from 0 in order of appearance. An order is a customer with an order number, or, where that is blank, a
 * customer with a calendar day. The same order number of two customers is two orders.
 */
export class OrderNumbers {
  /** First customer and order of each order number: nearly all order numbers belong to one customer. */
  readonly #owner: Uint32Array;
  readonly #first: Uint32Array;
  readonly #others = new PairIndex();
  readonly #days = new PairIndex();
  #count = 0;

  constructor(codes: number) {
    this.#owner = new Uint32Array(codes).fill(MISSING);
    this.#first = new Uint32Array(codes);
  }

  get count(): number {
    return this.#count;
  }

  byNumber(customer: number, code: number): number {
    if (this.#owner[code] === customer) return this.#first[code]!;
    if (this.#owner[code] !== MISSING) {
      return this.#noted(this.#others.numberOf(customer, code, this.#count));
    }
    this.#owner[code] = customer;
    this.#first[code] = this.#count;
    return this.#noted(this.#count);
  }

  byDay(customer: number, day: number): number {
    return this.#noted(this.#days.numberOf(customer, day >>> 0, this.#count));
  }

  #noted(order: number): number {
    if (order === this.#count) this.#count++;
    return order;
  }
}
