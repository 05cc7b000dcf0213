import type { ColumnTable } from 'arquero';
import { isMissing, MISSING, type Column } from '../../table/columns';
import { metaOf, type Role } from '../../table/meta';
import { takeOrBlank } from '../../table/take-or-blank';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { OrderRows } from './order-rows';

/** Columns taken along to the customers. */
export interface Kept {
  /** n customers, in the order of `customers`; a customer whose cells are all blank has a blank. */
  columns: [name: string, column: Column][];
  /** `several:COLUMN`: customers with more than one value, of which they have the first. */
  counts: Record<string, number>;
}

/**
 * The first value that each customer's rows have in each column; only rows that enter count.
 * @param customers codes of the customers wanted
 */
export async function keptColumns(
  table: ColumnTable,
  names: readonly string[],
  rows: OrderRows,
  customers: readonly number[],
  work: Work,
): Promise<Kept> {
  const kept: Kept = { columns: [], counts: {} };
  for (const name of names) {
    const column = columnOf(table, name);
    const { first, several } = await firstRows(column, rows, work);
    const at = Uint32Array.from(customers, (customer) => first[customer]!);
    kept.columns.push([name, takeOrBlank(column, at)]);
    kept.counts[`several:${name}`] = customers.reduce((sum, customer) => sum + several[customer]!, 0);
  }
  return kept;
}

/** For each customer the first row with a value, and whether a later one has another. */
async function firstRows(column: Column, rows: OrderRows, work: Work) {
  const { codes, size } = rows.customers;
  const first = new Uint32Array(size).fill(MISSING);
  const several = new Uint8Array(size);
  const cells = column.kind === 'text' ? column.codes : column.values;
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row) || isMissing(column, row)) continue;
      const customer = codes[row]!;
      if (first[customer] === MISSING) first[customer] = row;
      else if (cells[first[customer]!] !== cells[row]) several[customer] = 1;
    }
  });
  return { first, several };
}

/** What is known of the columns taken along: roles that no column made has, and what they are counted in. */
export function keptMeaning(
  table: ColumnTable,
  names: readonly string[],
  roles: ReadonlyMap<string, Role>,
): { roles: Map<string, Role>; units: Map<string, string> } {
  const { roles: before, units: counted } = metaOf(table);
  const all = new Map(roles);
  const units = new Map<string, string>();
  for (const name of names) {
    const role = before.get(name);
    if (role !== undefined && ![...all.values()].includes(role)) all.set(name, role);
    const unit = counted.get(name);
    if (unit !== undefined) units.set(name, unit);
  }
  return { roles: all, units };
}
