import { numberSaid } from './same-params';
import type { Params } from './step-form';

export const TRANSFORM_WAYS = [
  { value: 'log1p', label: 'logarithm of 1 + x (strong)' },
  { value: 'log', label: 'logarithm (above 0 only)' },
  { value: 'sqrt', label: 'square root (mild)' },
  { value: 'box-cox', label: 'Box–Cox (learnt, above 0 only)' },
  { value: 'yeo-johnson', label: 'Yeo–Johnson (learnt, any number)' },
  { value: 'rank', label: 'rank from 0 to 1' },
  { value: 'winsorise', label: 'cap at quantiles (winsorise)' },
];

/** What each way does, in a line below the choice. */
export const WAY_HINTS: Record<string, string> = {
  log1p: 'Zeros stay 0; values below 0 enter as 0.',
  log: 'Zeros and values below 0 become blank and are counted.',
  sqrt: 'Values below 0 enter as 0.',
  'box-cox':
    'The exponent that makes the values most like a normal distribution; zeros and below become blank.',
  'yeo-johnson': 'As Box–Cox, with zeros and values below 0.',
  rank: 'Only the order counts: 0 is the least, 1 the greatest.',
  winsorise: 'The values stay as they are, but for the ends.',
};

/** A limit written in per cent as a share, to as many digits as were written; null where it is none. */
export function shareSaid(text: string, least: number, most: number): number | null {
  const share = Number((numberSaid(text) / 100).toPrecision(12));
  return share >= least && share <= most ? share : null;
}

/** A share as it is written in a field; the usual one where none is said. */
export const perCentIn = (params: Params, key: string, usual: number): string => {
  const share = typeof params[key] === 'number' ? params[key] : usual;
  return String(Number((share * 100).toPrecision(12)));
};
