import type { ColumnTable } from 'arquero';
import { customerRows } from '../../insight/customer-rows';
import { inBlocks } from '../../steps/parts/blocks';
import { isMissing, MISSING, type Column, type Kind } from '../../table/columns';
import { columnWithRole, metaOf } from '../../table/meta';
import { takeOrBlank } from '../../table/take-or-blank';
import { columnNames, columnOf, numbers } from '../../table/table';
import type { Work } from '../../work';
import { cellTexts } from './cell-texts';

/** A column that says something of customers. */
export interface ContactColumn {
  name: string;
  kind: Kind;
  /** Whether the customers' own table has it, a table of customers before it, or the orders they were made of. */
  of: 'customers' | 'rows' | 'orders';
}

/** What a column is called that comes from orders, where a file has it under its own name: `Email (newest order)`. */
export const ofNewestOrder = (column: string): string => `${column} (newest order)`;

/** The tables on the way to the customers, the earliest first, and the customers. */
export interface WayToCustomers {
  customers: ColumnTable;
  before: readonly ColumnTable[];
}

/**
 * What is known of customers: the columns of their own table and those of the rows they were made of, by which a
 * customer has what their latest row with a value says (the last one, where rows have no date).
 */
export class Contacts {
  readonly customers: ColumnTable;
  /** The latest first. */
  readonly #before: readonly ColumnTable[];
  readonly #found = new Map<string, Promise<Column | null>>();
  readonly #places = new Map<ColumnTable, Uint32Array>();

  constructor({ customers, before }: WayToCustomers) {
    this.customers = customers;
    const tables = [...new Set(before)].filter((table) => table !== customers && leadsTo(table, customers));
    this.#before = tables.reverse();
  }

  /** Each once: the customers' own first, then those of the rows as they were last. */
  columns(): ContactColumn[] {
    const all = new Map<string, ContactColumn>();
    const made = metaOf(this.customers);
    const ours = new Set([made.labels?.id, made.labels?.name, made.labels?.probability]);
    for (const table of [this.customers, ...this.#before]) {
      const before = metaOf(table).grain === 'customers' ? 'rows' : 'orders';
      const of = table === this.customers ? 'customers' : before;
      for (const name of columnNames(table)) {
        if (all.has(name) || ours.has(name) || metaOf(table).origins.has(name)) continue;
        all.set(name, { name, kind: columnOf(table, name).kind, of });
      }
    }
    return [...all.values()];
  }

  /** The column as it is in the table that has it, one row per order perhaps; null where none has. For a look at what it holds. */
  sample(name: string): Column | null {
    const table = this.#tableWith(name);
    return table && columnOf(table, name);
  }

  /** A cell per customer; null where no table has the column. */
  column(name: string, work: Work): Promise<Column | null> {
    const known = this.#found.get(name) ?? this.#find(name, work);
    this.#found.set(name, known);
    known.catch(() => this.#found.delete(name));
    return known;
  }

  /**
   * What each customer answered last; null where no table has the column. Of answers of the same day one that is no
   * yes counts.
   */
  async answers(name: string, isYes: (value: string) => boolean, work: Work): Promise<Column | null> {
    const column = this.sample(name);
    if (!column || this.#tableWith(name) === this.customers) return column;
    const text = cellTexts(column);
    return this.#find(name, work, (row) => !isYes(text(row).trim()));
  }

  #tableWith(name: string): ColumnTable | null {
    const has = (table: ColumnTable) => columnNames(table).includes(name);
    return [this.customers, ...this.#before].find(has) ?? null;
  }

  async #find(name: string, work: Work, stays?: (row: number) => boolean): Promise<Column | null> {
    const table = this.#tableWith(name);
    if (!table) return null;
    const column = columnOf(table, name);
    if (table === this.customers) return column;
    let places = this.#places.get(table);
    if (!places) this.#places.set(table, (places = customerRows(table, this.customers)));
    const day = columnWithRole(table, 'date');
    const when = day !== null && columnOf(table, day).kind === 'date' ? numbers(table, day) : null;
    const latest = await latestRows({ column, places, when, stays }, this.customers.numRows(), work);
    return takeOrBlank(column, latest);
  }
}

/** Whether the rows of the table can be told by customer. */
function leadsTo(table: ColumnTable, customers: ColumnTable): boolean {
  const { key } = metaOf(customers);
  return metaOf(table).grain === 'customers' || key === null || columnNames(table).includes(key);
}

interface DatedRows {
  column: Column;
  /** The customer of each row. */
  places: Uint32Array;
  when: Float64Array | null;
  /** Whether a row stays the one that speaks when another of the same day follows. */
  stays?: ((row: number) => boolean) | undefined;
}

/** For each customer the latest row with a value, MISSING where none has one. */
async function latestRows(
  { column, places, when, stays }: DatedRows,
  customers: number,
  work: Work,
): Promise<Uint32Array> {
  const latest = new Uint32Array(customers).fill(MISSING);
  await inBlocks(places.length, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const customer = places[row]!;
      if (customer === MISSING || isMissing(column, row)) continue;
      const before = latest[customer]!;
      const order = before === MISSING || !when ? 1 : later(when[row]!, when[before]!);
      if (order > 0 || (order === 0 && !stays?.(before))) latest[customer] = row;
    }
  });
  return latest;
}

/** Above 0 where the first day is the later one, 0 where they are one. No date is before every date. */
function later(day: number, other: number): number {
  if (Number.isNaN(day)) return Number.isNaN(other) ? 0 : -1;
  return Number.isNaN(other) ? 1 : day - other;
}
