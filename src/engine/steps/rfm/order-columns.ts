import type { Refusal } from '../../recipe/step';
import type { Kind } from '../../table/columns';
import { parseDay } from '../parts/calendar';
import type { OrderChoice } from './order-rows';
import type { RfmParams } from './params';

/** Every column of the orders that the choices name. */
export const orderColumns = ({
  customer,
  date,
  order,
  amount,
  quantity,
  price,
  keep = [],
}: OrderChoice): string[] =>
  [customer, date, order, amount, quantity, price, ...keep].filter((name) => name !== null);

/** The kinds they must have. */
export const orderKinds = ({
  date,
  amount,
  quantity,
  price,
}: OrderChoice): (readonly [column: string, kinds: readonly Kind[]])[] => [
  ...(date === null ? [] : [[date, ['date']] as const]),
  ...[amount, quantity, price]
    .filter((name) => name !== null)
    .map((name): readonly [string, readonly Kind[]] => [name, ['number']]),
];

/** Why orders cannot be added up by these choices; null if they can. */
export function orderRefusal({ amount, quantity, price, referenceDate }: RfmParams): Refusal | null {
  if (amount === null && (quantity === null || price === null)) return { code: 'no-money', details: {} };
  return dateRefusal(referenceDate);
}

/** Why the day given is none; null where it is one, or none is given. */
export function dateRefusal(referenceDate: string | null | undefined): Refusal | null {
  if (referenceDate == null || parseDay(referenceDate) !== null) return null;
  return { code: 'bad-reference-date', details: { value: referenceDate } };
}
