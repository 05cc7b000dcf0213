import { inBrackets } from '../../../formula/nearest';
import type { ClockChoice } from './selection-step';

const FUNCTIONS = {
  weekdays: { name: 'weekday', first: 1 },
  hours: { name: 'hour', first: 0 },
} as const;

/** Rows of some days of the week (0 is Monday) or hours of a date as a formula; with `blanks` also those without a date. */
export function clockFormula({ column, shape, bars, blanks }: ClockChoice): string {
  const { name, first } = FUNCTIONS[shape];
  const of = `${name}(${inBrackets(column)})`;
  const values = [...bars].sort((a, b) => a - b).map((bar) => bar + first);
  const [from, to] = [values[0]!, values.at(-1)!];
  const together = to - from === values.length - 1 && values.length > 2;
  const one = together
    ? `${of} >= ${from} and ${of} <= ${to}`
    : values.map((value) => `${of} = ${value}`).join(' or ');
  return blanks ? `is_blank(${inBrackets(column)}) or ${one}` : one;
}
