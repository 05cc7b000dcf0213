import { takesOf, type Form, type FormulaFunction, type Take } from '../function';
import { chosen, ifElse, oneOf, switched } from '../nodes/choose';
import { eachIn, madeIn } from './row-functions';

const made = madeIn('Conditions');
const each = eachIn('Conditions');

/** Pairs of arguments, of which the last may be alone; null where a pair is not whole. */
function pairs(count: number, first: string, pair: string, last: string): Take[] | null {
  const head = takesOf(first).length;
  const whole = Math.floor((count - head) / 2);
  const alone = (count - head) % 2 === 1;
  if (whole < 1) return null;
  return takesOf([first, ...Array<string>(whole).fill(pair), ...(alone ? [last] : [])].join(' '));
}

const caseForm: Form = { takes: (count) => pairs(count, '', 'boolean same', 'same'), gives: 'same' };
const switchForm: Form = { takes: (count) => pairs(count, 'same', 'same other', 'other'), gives: 'other' };

export const CONDITIONS: readonly FormulaFunction[] = [
  made('if', 'boolean same same? > same', (args, kind) => ifElse(args, kind)),
  made('case', [caseForm], (args, kind) => chosen(args, kind)),
  made('switch', [switchForm], (args, kind) => switched(args, kind)),
  made('in', 'same same same* > boolean', (args) => oneOf(args)),
  each(
    'between',
    'number number number > boolean | date date date > boolean | text text text > boolean',
    (x: number | string, low: number | string, high: number | string) => x >= low && x <= high,
  ),
];
