import type { ColumnTable } from 'arquero';
import { isMissing, MISSING, type Column } from '../../table/columns';
import { metaOf, type Role } from '../../table/meta';
import { takeOrBlank } from '../../table/take-or-blank';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { OrderRows } from './order-rows';
import type { RfmParams } from './params';

/** Columns taken along to the customers. */
export interface Kept {
  /** n customers, in the order of `customers`; a customer whose cells are all blank has a blank. */
  columns: [name: string, column: Column][];
  /** `several:COLUMN`: customers with more than one value, of which they have one. */
  counts: Record<string, number>;
}

/** What is taken along, and whether of the newest row instead of the first. */
export type Keeping = Pick<RfmParams, 'keep' | 'keepFrom'>;

/**
 * The first value that each customer's rows have in each column, or that of the newest row with one, of equally new ones
 * the last; only rows that enter count.
 * @param customers codes of the customers wanted
 */
export async function keptColumns(
  table: ColumnTable,
  { keep = [], keepFrom }: Keeping,
  rows: OrderRows,
  customers: readonly number[],
  work: Work,
): Promise<Kept> {
  const kept: Kept = { columns: [], counts: {} };
  for (const name of keep) {
    const column = columnOf(table, name);
    const { found, several } = await rowsKept(column, rows, keepFrom === 'newest', work);
    const at = Uint32Array.from(customers, (customer) => found[customer]!);
    kept.columns.push([name, takeOrBlank(column, at)]);
    kept.counts[`several:${name}`] = customers.reduce((sum, customer) => sum + several[customer]!, 0);
  }
  return kept;
}

/** For each customer the first or the newest row with a value, and whether there is another value. */
async function rowsKept(column: Column, rows: OrderRows, newest: boolean, work: Work) {
  const { codes, size } = rows.customers;
  const found = new Uint32Array(size).fill(MISSING);
  const several = new Uint8Array(size);
  const cells = column.kind === 'text' ? column.codes : column.values;
  await inBlocks(rows.count, 'adding-up', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row) || isMissing(column, row)) continue;
      const customer = codes[row]!;
      const before = found[customer]!;
      if (before !== MISSING && cells[before] !== cells[row]) several[customer] = 1;
      if (before === MISSING || (newest && rows.moment(row) >= rows.moment(before))) found[customer] = row;
    }
  });
  return { found, several };
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
