import { isMissing } from '../table/columns';
import { columnOf } from '../table/table';
import type { Role } from '../table/meta';
import { blanksInOrders } from './blank-findings';
import type { Examined } from './findings';
import { collectRows } from './row-collector';
import type { Finding } from './understanding';

/** What is worth knowing about a file of orders. Counts are of the file as it came, copies included. */
export async function orderFindings(examined: Examined): Promise<Finding[]> {
  const found = [
    await withoutCustomer(examined),
    await copies(examined),
    await belowZero(examined, 'quantity', 'negative-quantity'),
    examined.roles.has('quantity') ? null : await belowZero(examined, 'amount', 'negative-amount'),
    await free(examined),
    ...(await blanksInOrders(examined)),
  ];
  return found.filter((finding) => finding !== null);
}

/** Rows that name no customer, with their money and its share of all money. */
async function withoutCustomer({
  table,
  roles,
  money,
  moneyTotal,
  currency,
  work,
}: Examined): Promise<Finding | null> {
  const column = roles.get('customer');
  if (column === undefined) return null;
  const cells = columnOf(table, column);
  let sum = 0;
  const add = (row: number) => {
    sum += money?.(row) || 0;
  };
  const { count, rows } = await collectRows(cells.length, work, (row) => isMissing(cells, row), add);
  const moneyShare = money && moneyTotal ? sum / moneyTotal : null;
  const details = { column, share: count / cells.length, money: money ? sum : null, moneyShare };
  return { code: 'no-customer', count, details: inCurrency(details, currency), rows };
}

/** Rows that equal an earlier one in every cell, with the money that would be counted twice. */
export async function copies({ copied, money, currency, work }: Examined): Promise<Finding> {
  let sum = 0;
  const add = (row: number) => {
    sum += money?.(row) || 0;
  };
  const { count, rows } = await collectRows(copied.length, work, (row) => copied[row] === 1, add);
  return { code: 'copies', count, details: inCurrency({ money: money ? sum : null }, currency), rows };
}

const inCurrency = (details: Finding['details'], currency: string | null): Finding['details'] =>
  currency === null ? details : { ...details, currency };

async function belowZero(
  { table, roles, work }: Examined,
  role: Role,
  code: string,
): Promise<Finding | null> {
  const column = roles.get(role);
  const cells = column === undefined ? null : columnOf(table, column);
  if (cells?.kind !== 'number') return null;
  const { count, rows } = await collectRows(cells.length, work, (row) => cells.values[row]! < 0);
  return { code, count, details: { column: column! }, rows };
}

/** Rows whose price is 0 or below; without a price, rows whose amount is 0. */
async function free({ table, roles, work }: Examined): Promise<Finding | null> {
  const price = roles.get('price');
  const column = price ?? roles.get('amount');
  const cells = column === undefined ? null : columnOf(table, column);
  if (cells?.kind !== 'number') return null;
  const { values } = cells;
  const test = price === undefined ? (row: number) => values[row] === 0 : (row: number) => values[row]! <= 0;
  const { count, rows } = await collectRows(values.length, work, test);
  const finding: Finding = { code: 'free', count, details: { column: column! }, rows };
  if (price === undefined) return finding;
  const params = { column: price, above: 0, outside: 'set-aside' };
  return { ...finding, remedy: { op: 'limit', params, effect: { count, of: 'rows' } } };
}
