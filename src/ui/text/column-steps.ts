import type { RecipeStep, StepOutcome } from '../../engine/index';
import { count, counted, date, listed } from './format';

type Params = RecipeStep['params'];
const word = (params: Params, key: string): string => {
  const value = params[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const list = (params: Params, key: string): string[] =>
  Array.isArray(params[key]) ? params[key].map(String) : [];
const few = (names: readonly string[], many: string): string =>
  names.length > 3 ? `${names.length} ${many}` : listed(names);

const ENCODINGS: Record<string, string> = {
  'one-hot': 'Make a column for each value of',
  ordinal: 'Number the values in order of',
  frequency: 'Take the share of each value of',
};

const DATE_PARTS: Record<string, string> = {
  week: 'ISO week',
  'iso-year': 'ISO year',
  day: 'day of the month',
  'fiscal-year': 'fiscal year',
  'fiscal-quarter': 'fiscal quarter',
  'days-since': 'days since',
  'days-until': 'days until',
};
const COUNTED = new Set(['days-since', 'days-until', 'age']);

function datePartsSentence(params: Params): string {
  const parts = list(params, 'parts');
  const named = few(
    parts.map((part) => DATE_PARTS[part] ?? part),
    'parts',
  );
  const day = parts.some((part) => COUNTED.has(part)) ? word(params, 'referenceDate') : '';
  return `Take ${named} of ${word(params, 'column')}${day === '' ? '' : `, to ${dayInWords(day)}`}`;
}

function dayInWords(iso: string): string {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) ? iso : date(ms);
}

const COMBINED: Record<string, (columns: readonly string[]) => string> = {
  concatenate: (columns) => `Put ${few(columns, 'columns')} together`,
  sum: (columns) => `Add up ${few(columns, 'columns')}`,
  mean: (columns) => `Take the mean of ${few(columns, 'columns')}`,
  min: (columns) => `Take the least of ${few(columns, 'columns')}`,
  max: (columns) => `Take the greatest of ${few(columns, 'columns')}`,
  product: (columns) => `Multiply ${few(columns, 'columns')}`,
  difference: ([one = '', other = '']) => `Take ${one} less ${other}`,
  ratio: ([one = '', other = '']) => `Divide ${one} by ${other}`,
  'days-between': ([from = '', to = '']) => `Count days from ${from} to ${to}`,
};

function toldOf(part: string, params: Params): string {
  if (part === 'contains') return `whether it contains ‘${word(params, 'find')}’`;
  if (part === 'e-mail-domain') return 'e-mail domain';
  return part === 'capitals' ? 'share of capitals' : part;
}

/** Steps that make columns of columns as one line each, before they have run. */
export const COLUMN_STEPS: Record<string, (params: Params) => string> = {
  encode: (p) => `${ENCODINGS[word(p, 'with')] ?? 'Turn into numbers the values of'} ${word(p, 'column')}`,
  'date-parts': datePartsSentence,
  combine: (p) =>
    `${COMBINED[word(p, 'how')]?.(list(p, 'columns')) ?? 'Put columns together'} as ${word(p, 'as')}`,
  'text-to-numbers': (p) =>
    `Tell of ${word(p, 'column')}: ${few(
      list(p, 'parts').map((part) => toldOf(part, p)),
      'things',
    )}`,
};

const eachPart = (_: StepOutcome, params: Params): string => counted(list(params, 'parts').length, 'column');

/** What such a step did, in two words. */
export const COLUMN_EFFECTS: Record<string, (outcome: StepOutcome, params: Params) => string> = {
  encode: ({ counts }) => counted(counts.columns ?? 1, 'column'),
  'date-parts': eachPart,
  combine: () => counted(1, 'column'),
  'text-to-numbers': eachPart,
};

/** The method, for the opened step. */
export const COLUMN_METHODS: Record<string, (params: Params) => string> = {
  encode: (p) =>
    p.with === 'one-hot'
      ? '1 where the row has the value, else 0 (one-hot).'
      : p.with === 'ordinal'
        ? 'The place in the order, 0 the lowest.'
        : 'The share of the cells that have the value.',
  'date-parts': () => 'Of the wall clock in the file; weeks and weekdays as in ISO 8601, 1 is Monday.',
};

const are = (n: number, what: string): string => `${counted(n, what)} ${n === 1 ? 'is' : 'are'}`;
const notLearnt = (n: number): string => `${are(n, 'cell')} of values not seen before`;

/** Counts worth a sentence. */
export const COLUMN_DETAILS: readonly { op: string; key: string; sentence: (n: number) => string }[] = [
  { op: 'encode', key: 'rare', sentence: (n) => `${are(n, 'cell')} of rare values.` },
  { op: 'encode', key: 'unseen', sentence: (n) => `${notLearnt(n)}.` },
  { op: 'encode', key: 'blank', sentence: (n) => `${are(n, 'cell')} blank.` },
  {
    op: 'date-parts',
    key: 'afterReference',
    sentence: (n) => `${are(n, 'date')} later than the day counted to: days below 0, and no age.`,
  },
  {
    op: 'combine',
    key: 'blank',
    sentence: (n) => `${counted(n, 'row')} ${n === 1 ? 'stays' : 'stay'} blank: a value is missing.`,
  },
  {
    op: 'combine',
    key: 'byZero',
    sentence: (n) => `${counted(n, 'row')} would be divided by 0: blank.`,
  },
  { op: 'combine', key: 'tooLarge', sentence: (n) => `${are(n, 'row')} too large to be a number: blank.` },
  {
    op: 'text-to-numbers',
    key: 'without',
    sentence: (n) => `${counted(n, 'cell')} without an e-mail address.`,
  },
];

/** "Rome is now 2 of 5." */
export const movedSaid = (name: string, place: number, of: number): string =>
  `${name} is now ${count(place)} of ${count(of)}.`;
