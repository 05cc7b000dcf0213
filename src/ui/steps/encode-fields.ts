import { numberSaid } from './same-params';
import type { Params } from './step-form';

export const ENCODINGS = [
  { value: 'one-hot', label: 'a column for each value (one-hot)' },
  { value: 'ordinal', label: 'numbers in an order (ordinal)' },
  { value: 'frequency', label: 'how frequent each value is' },
];

/** The rules by which values are rare, as two fields write them. */
export interface RareRules {
  /** "10": at most so many have a column; empty: all. */
  most: string;
  /** "50" cells or "2 %" of them. */
  often: string;
}

const written = (value: unknown): string => (typeof value === 'number' ? String(value) : '');

export const rareRulesIn = ({ most, atLeast, share }: Params): RareRules => ({
  most: written(most),
  often:
    typeof atLeast === 'number'
      ? written(atLeast)
      : typeof share === 'number'
        ? `${Number((share * 100).toPrecision(12))} %`
        : '',
});

export const mostError = (text: string): string | null => {
  const most = numberSaid(text);
  return text.trim() === '' || (Number.isInteger(most) && most >= 1 && most <= 200)
    ? null
    : 'A whole number from 1 to 200, or nothing.';
};

export function oftenError(text: string): string | null {
  if (text.trim() === '') return null;
  const value = numberSaid(text.replace('%', ''));
  const fits = text.includes('%') ? value >= 0 && value <= 100 : Number.isInteger(value) && value >= 1;
  return fits ? null : 'A number of cells as 50, or a share as 2 %.';
}

/** The rules as the step takes them; only those that are written. `before`: choices to keep what no field shows. */
export function rareParams({ most, often }: RareRules, before: Params): Params {
  const value = numberSaid(often.replace('%', ''));
  const both = typeof before.atLeast === 'number' && typeof before.share === 'number';
  return {
    ...(most.trim() !== '' && { most: numberSaid(most) }),
    ...(often.trim() !== '' &&
      (often.includes('%') ? { share: Number((value / 100).toPrecision(12)) } : { atLeast: value })),
    ...(both && often === rareRulesIn(before).often && { share: before.share }),
  };
}
