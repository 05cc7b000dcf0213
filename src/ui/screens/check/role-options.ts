import type { Kind, Role, Understanding } from '../../../engine/index';

/** The value of "no such column". */
export const NONE = ' none';

/** Below this the interface says "please check". */
const SURE = 0.8;

const KINDS: Partial<Record<Role, readonly Kind[]>> = {
  customer: ['text', 'number'],
  order: ['text', 'number'],
  date: ['date'],
  amount: ['number'],
  quantity: ['number'],
  price: ['number'],
};

export const grainOptions = [
  { value: 'orders', label: 'one order line' },
  { value: 'customers', label: 'one customer' },
];

/** The columns that could have the role, the likely kinds first. */
export function columnOptions(
  of: Understanding,
  role: Role,
  optional: boolean,
  none = 'not in the file',
): { value: string; label: string }[] {
  const kinds = KINDS[role];
  const fits = of.columns.filter((column) => !kinds || kinds.includes(column.kind));
  const has = of.guesses.find((guess) => guess.role === role)?.column;
  const names = fits.map((column) => column.name);
  if (has !== undefined && !names.includes(has)) names.unshift(has);
  const options = names.map((name) => ({ value: name, label: name }));
  return optional ? [...options, { value: NONE, label: none }] : options;
}

/** How sure the role's guess is, as the word shows it. */
export function surety(of: Understanding, role: Role, optional: boolean): 'sure' | 'check' | 'missing' {
  const guess = of.guesses.find((one) => one.role === role);
  if (!guess) return optional ? 'sure' : 'missing';
  return guess.confidence < SURE ? 'check' : 'sure';
}

/** What money is often counted in, as signs and codes that no two countries share a column of. */
const CURRENCIES = ['€', '£', '$', 'US$', 'A$', 'C$', 'CHF', '¥', '₹', 'R$', 'kr', 'zł', 'Kč', 'Ft', '₺'];

/** What money may be counted in: what the file says first; where its cells say it, it cannot be nothing. */
export function currencyOptions({ currency }: Understanding): { value: string; label: string }[] {
  const said = [currency?.stated, currency?.unit].filter((unit) => unit != null);
  const units = [...new Set([...said, ...CURRENCIES])].map((unit) => ({ value: unit, label: unit }));
  const none = { value: NONE, label: 'no currency stated' };
  return currency?.stated != null && currency.from === 'cells' ? units : [none, ...units];
}

/** Several currencies are no one's to add up: the word asks to be looked at. */
export const currencySurety = ({ findings }: Understanding): 'sure' | 'check' =>
  findings.some(({ code }) => /(-currencies|^currencies-of-files)$/.test(code)) ? 'check' : 'sure';

export interface MoneyOption {
  value: string;
  label: string;
  roles: readonly (readonly [Role, string | null])[];
}

/** The ways money can be had from the columns: a quantity times a price where both may be there, else one column. */
export function moneyOptions(of: Understanding): MoneyOption[] {
  // A column taken for money though it holds words: the word must be able to name it.
  const present = of.money?.by === 'amount' ? of.money.column : null;
  const single = of.columns
    .filter(({ kind, identifier, name }) => (kind === 'number' && !identifier) || name === present)
    .map((column) => ({
      value: `amount ${column.name}`,
      label: column.name,
      roles: [['amount', column.name] as const],
    }));
  const products = productsIn(of).map(({ quantity, price }, at) => ({
    value: at === 0 ? 'product' : `product ${quantity} × ${price}`,
    label: `${quantity} × ${price}`,
    roles: [['amount', null] as const, ['quantity', quantity] as const, ['price', price] as const],
  }));
  return [...products, ...single];
}

function productsIn(of: Understanding): readonly { quantity: string; price: string }[] {
  if (of.products) return of.products;
  const roleOf = (role: Role) => of.guesses.find((guess) => guess.role === role)?.column ?? null;
  const quantity = of.money?.by === 'product' ? of.money.quantity : roleOf('quantity');
  const price = of.money?.by === 'product' ? of.money.price : roleOf('price');
  return quantity === null || price === null ? [] : [{ quantity, price }];
}

/** How sure the guess of money is: of two columns that are multiplied the one that is less sure. */
export function moneySurety(of: Understanding): 'sure' | 'check' | 'missing' {
  if (moneyChoice(of) === null) return 'missing';
  const roles: readonly Role[] = of.money?.by === 'product' ? ['quantity', 'price'] : ['amount'];
  return roles.some((role) => surety(of, role, true) === 'check') ? 'check' : 'sure';
}

/** The present choice among `moneyOptions`. */
export function moneyChoice(of: Understanding): string | null {
  if (of.money?.by === 'product') return 'product';
  return of.money?.by === 'amount' ? `amount ${of.money.column}` : null;
}
