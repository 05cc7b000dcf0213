import type { Difference, ReadUnlike } from '../../engine/index';
import type { Compared, RecipeFacts } from '../../workers/recipe-api';
import { count, counted, inWords, inWordsCapital, listed, number, share } from './format';
import { delimiterLabel, encodingLabel, kindLabel } from './labels';

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
    `${column} has ${counted(n(d, 'count'), 'value')} never seen before: ${String(d.values)}${n(d, 'count') > 5 ? ' …' : ''}.`,
  repeats: (column, d) =>
    `${column} was different in every row; ${counted(n(d, 'count'), 'row')} ${n(d, 'count') === 1 ? 'repeats' : 'repeat'} here.`,
  blanks: (column, d) => `${column} is ${share(n(d, 'share'))} blank; it was ${share(n(d, 'was'))}.`,
  unit: (column, d) => `${column} is in ${String(d.is)} here; it was in ${String(d.was)}.`,
  new: (column) => `${column} is new; the recipe does not use it.`,
};

/** "Do to november.csv what was done to october.csv". */
export const applyTitle = (file: string, madeFrom: string): string =>
  file === madeFrom ? `Do the same again to ${file}` : `Do to ${file} what was done to ${madeFrom}`;

const differenceText = ({ code, column, details }: Difference): string => TEXTS[code](column, details);

const SEVERITIES: Record<Difference['severity'], string> = {
  breaks: 'The recipe needs it.',
  differs: 'It runs, but may not mean the same.',
  note: 'Nothing depends on it.',
};

/** One thing that differs: what it is, and what it means for the recipe. */
export interface DifferenceLine {
  key: string;
  severity: Difference['severity'];
  text: string;
  meaning: string;
}

const NAMED = 8;

/** What differs, worst first; what nothing depends on is said together. */
export function differenceLines({ differences, unlike }: Compared): DifferenceLine[] {
  const weighty = differences.filter(({ severity, code }) => severity !== 'note' || !TOGETHER.has(code));
  const few = (code: Difference['code']) =>
    differences.filter((one) => one.severity === 'note' && one.code === code).map(({ column }) => column);
  const line = (key: string, severity: Difference['severity'], text: string, meaning?: string) => ({
    key,
    severity,
    text,
    meaning: meaning ?? SEVERITIES[severity],
  });
  const lines = weighty.map((one) =>
    line(
      `${one.code} ${one.column} ${one.file ?? ''}`,
      one.severity,
      one.file === null ? differenceText(one) : `${one.file}: ${differenceText(one)}`,
    ),
  );
  const read = unlike.map((one) =>
    line(`${one.option} ${one.file}`, 'note', unlikeText(one), 'Read as this file is.'),
  );
  const gone = few('missing');
  const added = few('new');
  return [
    ...lines,
    ...read,
    ...(gone.length > 0
      ? [line('missing', 'note', `${named(gone)} ${gone.length === 1 ? 'is' : 'are'} not in the file.`)]
      : []),
    ...(added.length > 0
      ? [line('new', 'note', `${named(added)} ${added.length === 1 ? 'is' : 'are'} new.`, 'Not used.')]
      : []),
  ];
}

const TOGETHER: ReadonlySet<Difference['code']> = new Set(['missing', 'new']);

const named = (columns: readonly string[]): string =>
  columns.length > NAMED
    ? `${columns.slice(0, NAMED).join(', ')} and ${counted(columns.length - NAMED, 'other')}`
    : listed(columns);

const UNLIKE: Record<ReadUnlike['option'], (one: ReadUnlike & { file: string }) => string> = {
  delimiter: ({ file, was, is }) =>
    `${file} has ${delimiterLabel(String(is))} between its cells, not ${delimiterLabel(String(was))}.`,
  decimal: ({ file, is }) =>
    `${file} has a decimal ${is === ',' ? 'comma' : 'point'}, as the recipe’s file had not.`,
  encoding: ({ file, was, is }) =>
    `${file} is written in ${encodingLabel(String(is))}, not ${encodingLabel(String(was))}.`,
  header: ({ file, is }) =>
    is === true
      ? `${file} names its columns, as the recipe’s file did not.`
      : `${file} does not name its columns, as the recipe’s file did.`,
  skip: ({ file, was, is }) =>
    `${file} has ${counted(Number(is), 'line')} above its table, not ${count(Number(was))}.`,
  sheet: ({ file, was, is }) => `${file} has no sheet ${String(was)}; ${String(is)} is read.`,
};
const unlikeText = (one: ReadUnlike & { file: string }): string => UNLIKE[one.option](one);

/** Whether the file is what the recipe was made for, as a headline. */
export function comparisonHeadline(
  { differences }: { differences: readonly Pick<Difference, 'severity' | 'column'>[] },
  madeFrom: string,
  renamed: number,
): string {
  const weighty = differences.filter(({ severity }) => severity !== 'note').length;
  const needed = [
    ...new Set(differences.filter(({ severity }) => severity === 'breaks').map(({ column }) => column)),
  ];
  if (needed.length > 0)
    return `The steps need ${named(needed)}, as ${madeFrom} had ${needed.length === 1 ? 'it' : 'them'}. Which ${needed.length === 1 ? 'column is it' : 'columns are they'} here?`;
  const things = weighty === 1 ? 'one thing differs' : `${inWords(weighty)} things differ`;
  if (renamed > 0) {
    const columns = renamed === 1 ? 'column has another name' : 'columns have other names';
    const asked = renamed === 1 ? 'Is it the right one?' : 'Are they the right ones?';
    const also = weighty > 0 ? `, and ${things}` : '';
    return `${inWordsCapital(renamed)} ${columns} than in ${madeFrom}${also}. ${asked}`;
  }
  return weighty > 0
    ? `${things.charAt(0).toUpperCase()}${things.slice(1)} from ${madeFrom}.`
    : `This file is like ${madeFrom}, for which the steps were made.`;
}

/** Of a recipe that waits for a file. */
export const waitingSentence = ({ madeFrom, steps, learnt }: RecipeFacts): string =>
  `${counted(steps, 'step')} made for ${listed(madeFrom)}${learnt ? ', with what they learnt,' : ''} ${steps === 1 ? 'waits' : 'wait'} for a file. Choose it, or drop it here; what differs is said before anything runs.`;
