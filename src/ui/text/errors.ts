import type { ErrorCode } from '../../engine/index';
import type { PlainError } from '../../workers/wire';
import { bytes, count } from './format';
import { FORMATS } from './labels';

/** What a button below an error does; the frame knows how. */
export type NextStep =
  | { do: 'choose-file' | 'back-to-data' | 'free-space' | 'open-recipe' | 'reload' }
  | { do: 'separator'; delimiter: string }
  | { do: 'segments'; k: number };

export interface ErrorText {
  sentence: string;
  next: readonly { label: string; step: NextStep }[];
}

type Details = PlainError['details'];
type Writer = (details: Details, file: string) => ErrorText;

const CHOOSE_FILE = { label: 'Choose a file', step: { do: 'choose-file' } } as const;
const TO_DATA = { label: 'Back to Data', step: { do: 'back-to-data' } } as const;
const CHOOSE_COLUMN = { label: 'Choose a column', step: { do: 'back-to-data' } } as const;
const TO_RECIPE = { label: 'Open the recipe', step: { do: 'open-recipe' } } as const;

const text = (details: Details, key: string, otherwise = ''): string => {
  const value = details[key];
  return value === undefined || value === null
    ? otherwise
    : Array.isArray(value)
      ? value.join(', ')
      : String(value);
};
const num = (details: Details, key: string): number | null => {
  const value = details[key];
  return typeof value === 'number' ? value : null;
};
const say = (sentence: string, ...next: ErrorText['next'][number][]): ErrorText => ({ sentence, next });
/** The name of the file the error is about, else of the one that is open. */
const fileOf = (details: Details, file: string): string => text(details, 'file', file || 'The file');

const SEPARATORS = [
  { label: 'Comma', step: { do: 'separator', delimiter: ',' } },
  { label: 'Semicolon', step: { do: 'separator', delimiter: ';' } },
  { label: 'Tab', step: { do: 'separator', delimiter: '\t' } },
  { label: 'Vertical bar', step: { do: 'separator', delimiter: '|' } },
] as const;

const LOOKS: Record<string, string> = {
  jpeg: 'a JPEG picture',
  png: 'a PNG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  pdf: 'a PDF document',
  zip: 'a ZIP archive',
  xlsx: 'an Excel workbook',
  xls: 'an old Excel workbook',
  parquet: 'a Parquet file',
  sqlite: 'an SQLite database',
  gzip: 'a gzip archive',
  html: 'a web page',
};

const KINDS: Record<string, string> = {
  number: 'numbers',
  date: 'dates',
  text: 'words',
  boolean: 'yes or no',
};

/** What goes wrong outside the engine. */
type HostCode = 'storage-full' | 'storage-refused' | 'worker-failed' | 'unexpected';

/** What happened, where, and what next: one sentence or two for every error there is. */
const WRITERS: Record<ErrorCode | HostCode, Writer> = {
  'empty-file': (d, file) =>
    say(`${fileOf(d, file)} is empty (0 bytes). Export it again or choose another file.`, CHOOSE_FILE),
  'header-only': (d, file) =>
    say(
      `${fileOf(d, file)} has column names in row 1 and nothing below. Widen the date range of the export.`,
      CHOOSE_FILE,
    ),
  'not-a-table': (d, file) => {
    const looks = text(d, 'looksLike');
    const like = LOOKS[looks];
    const why = like ? `it looks like ${like} from its first bytes` : 'its first bytes are not text';
    const advice = looks.startsWith('xls') ? ' In Excel, save it as CSV UTF-8 and choose that file.' : '';
    return say(`${fileOf(d, file)} is not a table: ${why}. Tessera reads ${FORMATS}.${advice}`, CHOOSE_FILE);
  },
  'one-column': (d, file) =>
    say(
      `Everything in ${fileOf(d, file)} landed in one column; no separator repeats in the first 200 rows. Choose one, or choose another file.`,
      ...SEPARATORS,
      CHOOSE_FILE,
    ),
  'unreadable-file': (d, file) =>
    say(
      `${fileOf(d, file)} could not be read to its end${because(d)}. It may have been moved, or another program holds it. Choose it again.`,
      CHOOSE_FILE,
    ),
  'file-too-large': (d, file) => {
    const size = num(d, 'bytes');
    const limit = num(d, 'limit');
    const numbers = size !== null && limit !== null ? ` (${bytes(size)}; about ${bytes(limit)} fit)` : '';
    return say(
      `${fileOf(d, file)} is too large for this tab${numbers}. Export a shorter period.`,
      CHOOSE_FILE,
    );
  },
  'different-columns': (d, file) =>
    say(
      `${fileOf(d, file)} does not have the columns of ${text(d, 'first', 'the first file')}: '${text(d, 'column')}' differs. Open them one at a time.`,
      CHOOSE_FILE,
    ),
  'not-a-recipe': (d) =>
    say(
      `This is not a recipe of Tessera${at(d)}${because(d)}. Choose a file that ends in .recipe.json.`,
      CHOOSE_FILE,
    ),
  'not-a-model': (d) =>
    say(
      `This is not a model of Tessera${at(d)}${because(d)}. Choose a file that ends in .model.json.`,
      CHOOSE_FILE,
    ),
  'newer-version': (d) =>
    say(
      `${capital(text(d, 'what', 'A step'))} comes from a newer version of Tessera. It is kept, and nothing runs past it until you remove it.`,
      TO_RECIPE,
    ),
  'unknown-step': (d) =>
    say(
      `The step '${text(d, 'op')}' comes from a newer version. It is kept, and nothing runs past it until you remove it.`,
      TO_RECIPE,
    ),
  'bad-params': (d) =>
    say(`A step cannot run with these choices${at(d)}${because(d)}. Change them.`, TO_RECIPE),
  'missing-column': (d) =>
    say(
      `There is no column named ${text(d, 'column')} at this step. A step before it makes or removes that column: switch it on again, or choose another column.`,
      TO_RECIPE,
    ),
  'wrong-kind': (d) =>
    say(
      `${text(d, 'column', 'A column')} holds ${KINDS[text(d, 'kind')] ?? text(d, 'kind')}, and ${neededKinds(d)} are needed. Choose another column, or change its kind in a step before.`,
      CHOOSE_COLUMN,
    ),
  'name-taken': (d) =>
    say(
      `A column named ${text(d, 'column')} is already there. Remove the step that makes it twice.`,
      TO_RECIPE,
    ),
  'wrong-grain': (d) =>
    text(d, 'needed') === 'orders'
      ? say('Orders can be added up only once, and this table has one row per customer already.', TO_RECIPE)
      : say('This step needs one row per customer. Add up the orders first.', TO_RECIPE),
  'not-learnt': () =>
    say('Nothing was learnt for one of these steps yet. Run the recipe once on the first file.', TO_RECIPE),
  'no-customer': () =>
    say(
      'No column says who the customer is. Choose the one that repeats for the same person, such as a number or an e-mail.',
      CHOOSE_COLUMN,
    ),
  'no-date': () =>
    say('No column says when an order was placed. Choose the one that holds its date.', CHOOSE_COLUMN),
  'no-money': () =>
    say(
      'No column says what an order was worth. Choose an amount, or a quantity and a price.',
      CHOOSE_COLUMN,
    ),
  'no-features': () =>
    say(
      'No column has numbers that tell customers apart. Add one, such as spend, visits or days since the last order.',
      TO_DATA,
    ),
  'text-in-number': (d) => {
    const others = (num(d, 'count') ?? 1) - 1;
    const rows = num(d, 'rows');
    const more = others > 0 ? `, and ${count(others)} more${rows === null ? '' : ` of ${count(rows)}`}` : '';
    return say(
      `${text(d, 'column', 'A column')} holds words: row ${count(num(d, 'row') ?? 0)} says '${text(d, 'value')}'${more}. Choose another column, or correct the file.`,
      { label: 'Change', step: { do: 'back-to-data' } },
      CHOOSE_FILE,
    );
  },
  'no-rows-left': () =>
    say(
      'No rows are left after this step. Switch it off, or choose other columns for it.',
      TO_RECIPE,
      TO_DATA,
    ),
  'all-equal': (d) => {
    const customers = num(d, 'customers');
    const who = customers === null ? 'All customers' : `All ${count(customers)} customers`;
    const columns = text(d, 'columns');
    const what = columns ? `the same ${plainColumns(d)}` : 'the same values';
    return say(`${who} have ${what}, so nothing tells them apart. Add a column that varies.`, TO_DATA);
  },
  'too-few-customers': (d) => {
    const customers = num(d, 'customers') ?? 0;
    const k = num(d, 'k') ?? 2;
    const who = customers === 1 ? '1 customer' : `${count(customers)} customers`;
    if (customers < 2)
      return say(`${who} cannot form segments. Open a file with more customers.`, CHOOSE_FILE);
    const choice =
      customers === 2 ? 'Choose 2.' : customers === 3 ? 'Choose 2 or 3.' : `Choose 2 to ${count(customers)}.`;
    const use = Math.min(customers, 10);
    return say(`${who} cannot form ${count(k)} segments. ${choice}`, {
      label: `Use ${use}`,
      step: { do: 'segments', k: use },
    });
  },
  'too-few-values': (d) =>
    say(
      `${text(d, 'column', 'A column')} has ${valuesIn(d)}, too few to learn from. Leave it out, or choose another column.`,
      CHOOSE_COLUMN,
    ),
  'bad-reference-date': (d) =>
    say(`'${text(d, 'value')}' is not a day. Write it as year, month and day: 2011-12-10.`, TO_RECIPE),
  'out-of-memory': () =>
    say(
      'The tab ran out of memory. Table and recipe are as before. Close other tabs, or export a shorter period.',
      CHOOSE_FILE,
    ),
  'storage-full': (d) => {
    const needs = num(d, 'needed');
    const free = num(d, 'free');
    const numbers =
      needs !== null && free !== null ? `: it needs ${bytes(needs)} and ${bytes(free)} are free` : '';
    return say(
      `The browser will not store this session${numbers}. Nothing is lost while this tab is open; download the list to keep it.`,
      { label: 'Free space', step: { do: 'free-space' } },
    );
  },
  'storage-refused': (d) =>
    say(
      `The browser refuses to store this session${because(d)}, as private windows do. Nothing is lost while this tab is open; download the list to keep it.`,
    ),
  'worker-failed': (d) =>
    say(
      `The part of Tessera that reads files did not start${because(d)}. Reload the page; stored work comes back.`,
      { label: 'Reload the page', step: { do: 'reload' } },
    ),
  unexpected: (d, file) =>
    say(
      `Tessera stopped${file ? ` at ${file}` : ''} for a reason it does not know${because(d)}. Table and recipe are as they were; try again, and if it stays so, try another file.`,
      CHOOSE_FILE,
    ),
};

/** The sentence and the next steps for an error; `file` is the one that is open or was being read. */
export function errorText(error: PlainError, file = ''): ErrorText {
  const write = Object.hasOwn(WRITERS, error.code) ? WRITERS[error.code as ErrorCode] : WRITERS.unexpected;
  return write(error.details, file);
}

function because(details: Details): string {
  const reason = text(details, 'reason');
  return reason ? ` (${reason})` : '';
}
function at(details: Details): string {
  const path = text(details, 'path');
  return path ? `, at ${path}` : '';
}
function neededKinds(details: Details): string {
  const needed = details.needed;
  const kinds = Array.isArray(needed) ? needed : String(needed ?? 'numbers').split(/,\s*/);
  return kinds.map((kind: string) => KINDS[kind] ?? kind).join(' or ');
}
function valuesIn(details: Details): string {
  const values = num(details, 'count') ?? 0;
  return values === 0 ? 'no values' : values === 1 ? 'one value' : `${count(values)} values`;
}
const MEANINGS: Record<string, string> = {
  recency_days: 'last date',
  frequency: 'orders',
  monetary: 'spend',
};
/** `frequency_log_z` → "orders": the suffixes of the steps mean nothing to a reader. */
function plainColumns(details: Details): string {
  const columns = details.columns;
  const names = Array.isArray(columns) ? columns : [String(columns)];
  const words = names.map((name: string) => {
    const bare = name.replace(/(_(log|sqrt|z|minmax|robust))+$/, '');
    return MEANINGS[bare] ?? bare;
  });
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
