import type { PlainError } from '../../workers/wire';
import { count } from './format';

/** Details of an error as parts of a sentence. */
export type Details = PlainError['details'];

export function text(details: Details, key: string, otherwise = ''): string {
  const value = details[key];
  if (value === undefined || value === null) return otherwise;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

export function num(details: Details, key: string): number | null {
  const value = details[key];
  return typeof value === 'number' ? value : null;
}

/** The name of the file the error is about, else of the one that is open. */
export const fileOf = (details: Details, file: string): string => text(details, 'file', file) || 'The file';

export function because(details: Details): string {
  const reason = text(details, 'reason');
  return reason ? ` (${reason})` : '';
}

export function at(details: Details): string {
  const path = text(details, 'path');
  return path ? `, at ${path}` : '';
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Reading the file is the first step a person sees, so the recipe's first is step 2. */
export const atStep = (step: number | null): string => (step === null ? 'this step' : `step ${step + 2}`);

/** Why a column is not there, where a step before took it away or named it otherwise, and what next. */
export function goneBefore(details: Details): string {
  const by = num(details, 'goneAt');
  if (by === null)
    return 'A step before it makes or removes that column: switch it on again, or choose another column.';
  const as = text(details, 'as');
  return as
    ? `It is called ${as} since ${atStep(by)}: choose that.`
    : `It is removed at ${atStep(by)}: switch that off, or choose another column.`;
}

/** "row 1,204 says 'twelve', and 17 more of 9,800". */
export function strangeCells(details: Details): string {
  const others = (num(details, 'count') ?? 1) - 1;
  const rows = num(details, 'rows');
  const more = others > 0 ? `, and ${count(others)} more${rows === null ? '' : ` of ${count(rows)}`}` : '';
  return `row ${count(num(details, 'row') ?? 0)} says '${shortened(text(details, 'value'))}'${more}`;
}

const LONGEST = 40;
const shortened = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;

const KINDS: Record<string, string> = {
  number: 'numbers',
  date: 'dates',
  text: 'words',
  boolean: 'yes or no',
};

export const kindWords = (kind: string): string => KINDS[kind] ?? kind;

export function neededKinds(details: Details): string {
  const needed = details.needed;
  const kinds = Array.isArray(needed) ? needed : String(needed ?? 'numbers').split(/,\s*/);
  return kinds.map(kindWords).join(' or ');
}

export function valuesIn(details: Details): string {
  const values = num(details, 'count') ?? 0;
  return values === 0 ? 'no values' : values === 1 ? 'one value' : `${count(values)} values`;
}

const MEANINGS: Record<string, string> = {
  recency_days: 'last date',
  frequency: 'orders',
  monetary: 'spend',
};
const MOST_NAMES = 4;

/** `frequency_log_z` → "orders": the suffixes of the steps mean nothing to a reader. */
export function plainColumns(details: Details): string {
  const columns = details.columns;
  const names = Array.isArray(columns) ? columns : [String(columns)];
  const words = names.map((name: string) => {
    const bare = name.replace(/(_(log|sqrt|z|minmax|robust))+$/, '');
    return MEANINGS[bare] ?? bare;
  });
  if (words.length > MOST_NAMES)
    words.splice(MOST_NAMES - 1, words.length, `${count(words.length - MOST_NAMES + 1)} other columns`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
