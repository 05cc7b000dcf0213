import type { Kind } from '../../engine/index';

/** What blanks can be filled with, in the words of the form. */
export const WAYS: readonly { value: string; label: string }[] = [
  { value: 'median', label: 'the median' },
  { value: 'mean', label: 'the mean' },
  { value: 'most-frequent', label: 'the most frequent value' },
  { value: 'constant', label: 'a value of your own' },
  { value: 'forward', label: 'the value in the row before' },
  { value: 'backward', label: 'the value in the row after' },
  { value: 'linear', label: 'a line between the rows around' },
  { value: 'time', label: 'a line between the dates around' },
];

/** Ways that can be found within each group. */
export const GROUPED: ReadonlySet<string> = new Set([
  'median',
  'mean',
  'most-frequent',
  'forward',
  'backward',
]);

const NUMBERS_ONLY: ReadonlySet<string> = new Set(['median', 'mean', 'linear', 'time']);

/** Whether a column of the kind can be filled that way; one value of one's own is a number or a text. */
export function fillable(way: string, kind: Kind, numeric: boolean): boolean {
  if (NUMBERS_ONLY.has(way)) return kind === 'number';
  return way === 'constant' ? kind === (numeric ? 'number' : 'text') : true;
}
