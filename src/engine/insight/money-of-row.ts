import type { ColumnTable } from 'arquero';
import { learnRfm } from '../steps/rfm/learn';
import { orderRows } from '../steps/rfm/order-rows';
import { duplicateRows } from '../table/duplicate-rows';
import { columnOf } from '../table/table';
import type { Role } from '../table/meta';
import type { Work } from '../work';
import { bestFormat } from './best-format';
import type { ColumnFacts } from './column-facts';
import { moneyColumns } from './money';
import { numbersIn } from './numbers-in';
import type { Money } from './understanding';

/** The money of one row, in the currency of the file; NaN where a cell it needs is missing or no number. */
export type RowMoney = (row: number) => number;

/** As `rfm` counts it: an amount that is the total of its order counts on the order's first row and is 0 on the others. */
export async function moneyOfRow(
  table: ColumnTable,
  money: Money,
  roles: ReadonlyMap<Role, string>,
  facts: readonly ColumnFacts[],
  decimal: '.' | ',',
  work: Work,
): Promise<RowMoney> {
  const plain = plainMoney(table, money, facts, decimal);
  const [customer, order] = [roles.get('customer'), roles.get('order')];
  if (money.by !== 'amount' || customer === undefined || order === undefined) return plain;
  if (!(await isOrderTotal(table, money.column, roles, work))) return plain;
  const counted = await duplicateRows(table, [customer, order], work);
  return (row) => (counted[row] ? 0 : plain(row));
}

function plainMoney(
  table: ColumnTable,
  money: Money,
  facts: readonly ColumnFacts[],
  decimal: '.' | ',',
): RowMoney {
  // Of words the cells in the currency of most of them are money, as the recipe will have it.
  const formatOf = (column: string) =>
    bestFormat(facts.find(({ name }) => name === column)?.reading ?? null, 'number');
  const [first, second, ...more] = moneyColumns(money).map((name) =>
    numbersIn(table, name, decimal, formatOf(name)),
  );
  if (!first) return () => NaN;
  if (money.by === 'amount') return (row) => first[row]!;
  if (money.by === 'product') return (row) => first[row]! * second![row]!;
  const others = second ? [second, ...more] : more;
  return (row) => others.reduce((sum, values) => sum + (values[row]! || 0), first[row]! || 0);
}

async function isOrderTotal(
  table: ColumnTable,
  amount: string,
  roles: ReadonlyMap<Role, string>,
  work: Work,
): Promise<boolean> {
  const [customer, order, date] = [roles.get('customer')!, roles.get('order')!, roles.get('date')];
  if (
    date === undefined ||
    columnOf(table, date).kind !== 'date' ||
    columnOf(table, amount).kind !== 'number'
  ) {
    return false;
  }
  const params = { customer, order, date, amount, quantity: null, price: null };
  const rows = await orderRows(table, params, work);
  let any = false;
  for (let row = 0; row < rows.count && !any; row++) any = rows.enters(row);
  return any && (await learnRfm(rows, null, work)).orderTotals;
}
