import type { Comparison, Difference } from '../../engine/index';
import { count, counted, number, share } from './format';
import { kindLabel } from './labels';

type Details = Difference['details'];
const kind = (value: Details[string] | undefined): string =>
  value === 'number' || value === 'date' || value === 'text' || value === 'boolean'
    ? kindLabel(value)
    : String(value);
const n = (details: Details, key: string): number => Number(details[key] ?? 0);

const TEXTS: Record<Difference['code'], (column: string, details: Details) => string> = {
  missing: (column) => `${column} is not in the file.`,
  renamed: (column, d) => `${column} is not in the file; ${String(d.found)} may be it.`,
  kind: (column, d) => `${column} was read as ${kind(d.was)} and is ${kind(d.is)} here.`,
  range: (column, d) =>
    `${column}: ${counted(n(d, 'count'), 'value')} far outside ${number(n(d, 'least'))} to ${number(n(d, 'most'))}, such as ${number(n(d, 'value'))}.`,
  categories: (column, d) =>
    `${column} has ${counted(n(d, 'count'), 'value')} never seen before: ${String(d.values)}.`,
  repeats: (column, d) =>
    `${column} was different in every row; ${counted(n(d, 'count'), 'row')} repeat here.`,
  blanks: (column, d) => `${column} is ${share(n(d, 'share'))} blank; it was ${share(n(d, 'was'))}.`,
  unit: (column, d) => `${column} is in ${String(d.is)} here; it was in ${String(d.was)}.`,
  new: (column) => `${column} is new; the recipe does not use it.`,
};

export const differenceText = ({ code, column, details }: Difference): string => TEXTS[code](column, details);

const SEVERITIES: Record<Difference['severity'], string> = {
  breaks: 'The recipe needs it.',
  differs: 'It runs, but may not mean the same.',
  note: 'Nothing depends on it.',
};
export const severityText = ({ severity }: Difference): string => SEVERITIES[severity];

/** Whether the file is what the recipe was made for, as a headline. */
export function comparisonHeadline(
  { differences }: Pick<Comparison, 'differences'>,
  madeFrom: string,
  renamed: number,
): string {
  const weighty = differences.filter(({ severity }) => severity !== 'note').length;
  if (weighty > 1) return `${count(weighty)} things differ from ${madeFrom}.`;
  if (weighty === 1) return `One thing differs from ${madeFrom}.`;
  if (renamed > 1)
    return `${count(renamed)} columns have other names than in ${madeFrom}. Are they the right ones?`;
  if (renamed === 1) return `One column has another name than in ${madeFrom}. Is it the right one?`;
  return `This file is like ${madeFrom}, for which the recipe was made.`;
}

export const waitingSentence = (name: string): string =>
  `${name} is a recipe. Choose the file it is to run on, and Tessera says what differs before anything runs.`;
