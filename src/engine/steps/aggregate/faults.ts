import type { Refusal } from '../../recipe/step';
import { dateRefusal } from '../rfm/order-columns';
import { kindOf } from './measures';
import { nameOf, type Measure, type Params } from './params';

/** What is wrong with the choices together, the schema being met; null if nothing is. */
export function faultOf(params: Params): Refusal | null {
  const { measures, date, order, amount, quantity, price, referenceDate } = params;
  const hasMoney = amount !== null || (quantity !== null && price !== null);
  const names = new Set([params.customer, ...(params.keep ?? [])]);
  for (const [at, one] of measures.entries()) {
    const { needs } = kindOf(one.measure);
    const path = `params.measures.${at}`;
    const reason = incomplete(one);
    if (reason) return { code: 'bad-params', details: { path, reason } };
    if (needs.includes('date') && date === null) return { code: 'no-date', details: {} };
    if (needs.includes('orders') && date === null && order === null) return { code: 'no-date', details: {} };
    if (needs.includes('money') && !hasMoney) return { code: 'no-money', details: {} };
    const name = nameOf(one);
    if (names.has(name)) return { code: 'name-taken', details: { column: name } };
    names.add(name);
  }
  return dateRefusal(referenceDate);
}

function incomplete({ measure, column, value, days }: Measure): string | null {
  const { of, needs } = kindOf(measure);
  if ((of !== undefined) !== (column !== undefined))
    return of ? 'a column is missing' : 'this measure is of no column';
  if (needs.includes('value') !== (value !== undefined))
    return value === undefined ? 'a value is missing' : 'this measure is of no value';
  if (needs.includes('days') !== (days !== undefined))
    return days === undefined ? 'a number of days is missing' : 'this measure takes no days';
  return null;
}
