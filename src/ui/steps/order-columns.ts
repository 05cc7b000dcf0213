import type { ColumnHead } from '../../workers/api';
import { wordIn, type Params } from './step-form';

/** What the steps that make customers of orders are told of their columns. */
export interface OrderColumns {
  customer: string;
  date: string | null;
  order: string | null;
  amount: string | null;
  quantity: string | null;
  price: string | null;
}

const CUSTOMERS_ALREADY = new Set(['recency', 'frequency', 'monetary']);

/** The columns as their roles say, else the first of the kind; null where rows are customers already, or nothing names one. */
export function orderColumns(columns: readonly ColumnHead[]): OrderColumns | null {
  if (columns.some(({ role }) => role !== null && CUSTOMERS_ALREADY.has(role))) return null;
  const as = (role: ColumnHead['role']) => columns.find((column) => column.role === role)?.name ?? null;
  const first = (kind: ColumnHead['kind']) => columns.find((column) => column.kind === kind)?.name ?? null;
  const customer = as('customer') ?? first('text') ?? columns[0]?.name ?? null;
  if (customer === null) return null;
  const [amount, quantity, price] = [as('amount'), as('quantity'), as('price')];
  const isProduct = amount === null && quantity !== null && price !== null;
  return {
    customer,
    date: as('date') ?? first('date'),
    order: as('order'),
    amount: isProduct ? null : (amount ?? first('number')),
    quantity,
    price: isProduct ? price : null,
  };
}

/** The columns that a step was told. */
export function columnsIn(params: Params): OrderColumns {
  const named = (key: string): string | null => wordIn(params, key) || null;
  return {
    customer: wordIn(params, 'customer'),
    date: named('date'),
    order: named('order'),
    amount: named('amount'),
    quantity: named('quantity'),
    price: named('price'),
  };
}

/** How money is chosen in one list: a column, or two that are multiplied. */
export const moneyIn = ({ amount, quantity, price }: OrderColumns): string =>
  amount !== null ? `of:${amount}` : quantity !== null && price !== null ? 'product' : '';

/** What the step is told where rows whose money is blank are set aside; nothing where there is no money. */
export const moneyAside = (chosen: OrderColumns, setsAside: boolean): Params =>
  setsAside && moneyIn(chosen) !== '' ? { blankMoney: 'set-aside' } : {};

/** Whether a step sets such rows aside. */
export const setsMoneyAside = ({ blankMoney }: Params): boolean => blankMoney === 'set-aside';

/** The ways to say what a row costs, as choices of a field. */
export function moneyChoices(
  columns: readonly ColumnHead[],
  { amount, quantity, price }: OrderColumns,
): { value: string; label: string }[] {
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
  const two = price !== null && quantity !== null ? [quantity, price] : ['quantity', 'price'].map((role) => columns.find((column) => column.role === role)?.name); // prettier-ignore
  const product = two.every((name) => name !== undefined)
    ? [{ value: 'product', label: two.join(' × ') }]
    : [];
  const all = new Set([...(amount === null ? [] : [amount]), ...numbers]);
  return [...product, ...[...all].map((name) => ({ value: `of:${name}`, label: name }))];
}

/** The columns with another way to say money. */
export function withMoney(all: OrderColumns, choice: string, columns: readonly ColumnHead[]): OrderColumns {
  const as = (role: ColumnHead['role']) => columns.find((column) => column.role === role)?.name ?? null;
  if (choice === 'product')
    return {
      ...all,
      amount: null,
      quantity: all.quantity ?? as('quantity'),
      price: all.price ?? as('price'),
    };
  return { ...all, amount: choice === '' ? null : choice.slice('of:'.length), price: null };
}
