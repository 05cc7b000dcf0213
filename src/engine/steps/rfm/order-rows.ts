import type { ColumnTable } from 'arquero';
import { MISSING } from '../../table/columns';
import { columnAs, columnOf } from '../../table/table';
import { dayOf } from '../parts/calendar';
import { groupsOf, type Groups } from '../parts/groups';
import type { RfmParams } from './params';

/** The columns of an order file as `rfm` looks at them, row by row. */
export class OrderRows {
  readonly count: number;
  readonly customers: Groups;
  readonly orders: Groups | null;
  /** Whether money is a column of its own, not quantity × price. */
  readonly hasAmount: boolean;
  readonly #dates: Float64Array;
  readonly #amount: Float64Array | null;
  readonly #quantity: Float64Array | null;
  readonly #price: Float64Array | null;

  constructor(table: ColumnTable, params: RfmParams) {
    const money = (name: string | null) => (name === null ? null : columnAs(table, name, 'number').values);
    this.count = table.numRows();
    this.customers = groupsOf(columnOf(table, params.customer));
    this.orders = params.order === null ? null : groupsOf(columnOf(table, params.order));
    this.#dates = columnAs(table, params.date, 'date').values;
    this.#amount = money(params.amount);
    this.#quantity = money(params.quantity);
    this.#price = money(params.price);
    this.hasAmount = this.#amount !== null;
  }

  /** A row enters if it has a customer and a date. */
  enters(row: number): boolean {
    return this.customers.codes[row] !== MISSING && this.#dates[row] === this.#dates[row];
  }

  /** Calendar day, as days since 1970-01-01. */
  day(row: number): number {
    return dayOf(this.#dates[row]!);
  }

  /** As it stands in the file, or quantity × price; NaN where blank. */
  money(row: number): number {
    return this.#amount ? this.#amount[row]! : this.#quantity![row]! * this.#price![row]!;
  }

  /** Quantity or money below 0; a blank is not. */
  isReturn(row: number): boolean {
    return (this.#quantity !== null && this.#quantity[row]! < 0) || this.money(row) < 0;
  }
}
