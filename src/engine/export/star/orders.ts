import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { customerRows } from '../../insight/customer-rows';
import { aggregate } from '../../steps/aggregate';
import { customerValue } from '../../steps/customer-value';
import { rfm } from '../../steps/rfm';
import { orderRows, type OrderChoice } from '../../steps/rfm/order-rows';
import type { RunOutcome } from '../../recipe/outcome';
import type { Recipe } from '../../recipe/schema';
import { inBlocks } from '../../steps/parts/blocks';
import { MISSING, NumberColumn } from '../../table/columns';
import { metaOf } from '../../table/meta';
import { columnNames, columnOf, makeTable, type NamedColumn } from '../../table/table';
import type { Work } from '../../work';
import { freeName } from '../columns-of';
import { countedMoney } from './counted-money';
import { dateKeys } from './date-keys';
import { isContact } from './personal';
import type { StarTable } from './star-table';

/** The rows that customers were made of, and how. */
export interface OrdersBefore {
  table: ColumnTable;
  choice: OrderChoice;
  orderTotals: boolean;
}

/** Null where customers were customers from the start. */
export function ordersBefore(recipe: Recipe, outcome: RunOutcome, source: ColumnTable): OrdersBefore | null {
  const steps = [rfm, aggregate, customerValue];
  for (const [at, step] of recipe.steps.entries()) {
    const found = steps.find(({ op }) => op === step.op);
    if (!found || !step.enabled) continue;
    const choice = v.parse(found.params, step.params);
    const { orderTotals = false } = (outcome.used[step.id] ?? {}) as { orderTotals?: boolean };
    return { table: outcome.tables[at - 1] ?? source, choice, orderTotals };
  }
  return null;
}

/**
 * A row for each row that customers were made of, cleaned as they were then, with the keys of customer and day; blank
 * where the customer was set aside or the row names none. `revenue` adds up to what customers are worth.
 * @param contacts whether e-mails, phone numbers and names go along
 */
export async function ordersOfStar(
  { table, choice, orderTotals }: OrdersBefore,
  customers: ColumnTable,
  contacts: boolean,
  work: Work,
): Promise<StarTable> {
  const rows = table.numRows();
  const places = customerRows(table, customers);
  const keys = new Float64Array(rows);
  await inBlocks(rows, 'writing', work, (from, to) => {
    for (let row = from; row < to; row++) keys[row] = places[row] === MISSING ? NaN : places[row]! + 1;
  });
  const taken = new Set(['order_key', 'customer_key']);
  const pointsTo = new Map([['customer_key', 'customers.customer_key']]);
  const { origins, units } = metaOf(table);
  const known = new Map<string, string>();
  const columns: NamedColumn[] = [
    ['order_key', new NumberColumn(Float64Array.from({ length: rows }, (_, row) => row + 1))],
    ['customer_key', new NumberColumn(keys)],
  ];
  const about = new Map([['order_key', 'number of the row in this star']]);
  for (const name of columnNames(table)) {
    if (name === choice.customer || origins.has(name) || (!contacts && isContact(table, name))) continue;
    const column = columnOf(table, name);
    const as = freeName(name, taken);
    columns.push([as, column]);
    if (units.has(name)) known.set(as, units.get(name)!);
    if (column.kind !== 'date') continue;
    const key = freeName(`${name}_key`, taken);
    columns.push([key, dateKeys(column)]);
    pointsTo.set(key, 'dates.date_key');
  }
  const money = await countedMoney(await orderRows(table, choice, work), orderTotals, work);
  if (money) {
    const name = freeName('revenue', taken);
    columns.push([name, new NumberColumn(money)]);
    about.set(
      name,
      'money as it counts for the customer: returns below 0, an order total once, blank without a date',
    );
  }
  return { name: 'orders', table: makeTable(columns, { units: known }), about, pointsTo };
}
