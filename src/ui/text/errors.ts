import type { ErrorCode } from '../../engine/index';
import type { PlainError } from '../../workers/wire';
import {
  at,
  atStep,
  because,
  fileOf,
  goneBefore,
  kindWords,
  neededKinds,
  num,
  plainColumns,
  strangeCells,
  text,
  valuesIn,
  type Details,
} from './error-words';
import { bytes, count } from './format';
import { formulaFault } from './formula';
import { FORMATS, storedLabel } from './labels';
import { isSavedFile, newerVersion, notARecipe, notAStepGroup } from './recipe-errors';
import { SEGMENT_ERRORS } from './segment-errors';
import { SESSION_ERRORS } from './session-errors';
import { NOT_SHARED } from './sharing';
import { badPattern } from './table-steps';
import { UNWRITTEN } from './written-files';

/** What a button below an error does; the frame knows how. */
export type NextStep =
  | { do: 'choose-file' | 'back-to-data' | 'free-space' | 'open-recipe' | 'other-separator' | 'reload' }
  | { do: 'save-session' }
  | { do: 'separator'; delimiter: string; header?: false }
  | { do: 'segments'; k: number }
  /** `word` is the name of a choice in the check sentence. */
  | { do: 'choose-column'; word: string }
  | { do: 'show-rows' | 'count-as-blank'; column: string };

export interface ErrorText {
  sentence: string;
  next: readonly { label: string; step: NextStep }[];
}

type Writer = (details: Details, file: string, step: number | null) => ErrorText;

const CHOOSE_FILE = { label: 'Choose a file', step: { do: 'choose-file' } } as const;
const TO_DATA = { label: 'Back to Data', step: { do: 'back-to-data' } } as const;
const chooseColumn = (word: string, label = 'Choose a column') =>
  ({ label, step: { do: 'choose-column', word } }) as const;
const TO_RECIPE = { label: 'Open the recipe', step: { do: 'open-recipe' } } as const;
const RELOAD = { label: 'Reload the page', step: { do: 'reload' } } as const;

const say = (sentence: string, ...next: ErrorText['next'][number][]): ErrorText => ({ sentence, next });
/** The unit separator, which no text holds: every line is one cell. */
export const NO_SEPARATOR = '\u001f';

const SEPARATORS = [
  { label: 'Comma', step: { do: 'separator', delimiter: ',' } },
  { label: 'Semicolon', step: { do: 'separator', delimiter: ';' } },
  { label: 'Tab', step: { do: 'separator', delimiter: '\t' } },
  { label: 'Other', step: { do: 'other-separator' } },
  { label: 'One value a line', step: { do: 'separator', delimiter: NO_SEPARATOR, header: false } },
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

/** What the slider offers. */
const MOST_SEGMENTS = 10;

/** What goes wrong outside the engine. */
type HostCode =
  | 'cannot-write'
  | 'not-shared'
  | 'storage-full'
  | 'storage-refused'
  | 'session-taken'
  | 'worker-failed'
  | 'unexpected';

/** What happened, where, and what next: one sentence or two for every error there is. */
const WRITERS: Record<ErrorCode | HostCode, Writer> = {
  'empty-file': (d, file) => {
    const size = num(d, 'bytes') ?? 0;
    if (text(d, 'comment'))
      return say(
        `${fileOf(d, file)} holds nothing but comments: every line begins with ${text(d, 'comment')}. Export it again with its rows, or choose another file.`,
        CHOOSE_FILE,
      );
    const what = size === 0 ? 'is empty (0 bytes)' : `holds nothing but blanks (${bytes(size)})`;
    return say(`${fileOf(d, file)} ${what}. Export it again or choose another file.`, CHOOSE_FILE);
  },
  'header-only': (d, file) =>
    say(
      text(d, 'format')
        ? `${text(d, 'table') ? `Table '${text(d, 'table')}' of ${fileOf(d, file)}` : fileOf(d, file)} has columns and no rows. Choose another file.`
        : `${fileOf(d, file)} has column names in row 1 and nothing below. Widen the date range of the export.`,
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
      `Everything in ${fileOf(d, file)} landed in one column; no separator repeats in the first 200 rows. Choose one, or treat each line as one value.`,
      ...SEPARATORS,
    ),
  'unreadable-file': (d, file) => say(unreadable(d, file), CHOOSE_FILE),
  'record-too-long': (d, file) =>
    say(
      `Row ${count(num(d, 'row') ?? 1)} of ${fileOf(d, file)} goes on for more than ${bytes(num(d, 'limit') ?? 0)}. A quotation mark that opens there may never close: mend that row, or export the file again.`,
      CHOOSE_FILE,
    ),
  'too-many-columns': (d, file) =>
    say(
      `${fileOf(d, file)} has ${count(num(d, 'columns') ?? 0)} columns; ${count(num(d, 'limit') ?? 0)} fit. If that is not so, choose what separates them.`,
      ...SEPARATORS.slice(0, 4),
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
  'unrelated-files': (d, file) =>
    say(
      `${fileOf(d, file)} and ${text(d, 'first', 'the first file')} belong together in no way that shows: neither the same columns, nor a column of one that names the rows of the other. Open them one at a time.`,
      CHOOSE_FILE,
    ),
  'missing-source': (d) =>
    say(
      `A step needs another file${text(d, 'like') ? `, such as ${text(d, 'like')}` : ''}. Add the file, or remove the step.`,
      CHOOSE_FILE,
      TO_RECIPE,
    ),
  'repeated-key': (d) =>
    say(
      `'${text(d, 'value')}' stands more than once in ${text(d, 'column')} of ${text(d, 'source', 'the other file')}${num(d, 'count') === 1 ? '' : `, and so do ${count((num(d, 'count') ?? 1) - 1)} more`}. Choose a column that is different in each row, or take the first row of each.`,
      TO_RECIPE,
    ),
  'not-a-recipe': (d, file) => say(notARecipe('recipe', d, file), CHOOSE_FILE),
  'not-a-model': (d, file) => say(notARecipe('model', d, file), CHOOSE_FILE),
  'not-a-step-group': (d, file) => say(notAStepGroup(d, file)),
  'newer-version': (d, file) => say(newerVersion(d, file), isSavedFile(d) ? RELOAD : TO_RECIPE),
  'unknown-step': (d) =>
    say(
      `The step '${text(d, 'op')}' comes from a newer version. It is kept, and nothing runs past it until you remove it.`,
      TO_RECIPE,
    ),
  'bad-params': (d) =>
    say(`A step cannot run with these choices${at(d)}${because(d)}. Change them.`, TO_RECIPE),
  'missing-column': (d, _, step) =>
    d.list
      ? say(
          `${text(d, 'list')} has no column named ${text(d, 'column')}. Choose a customer list that Tessera labelled, of customers known by the same number or name.`,
        )
      : say(`There is no column named ${text(d, 'column')} at ${atStep(step)}. ${goneBefore(d)}`, TO_RECIPE),
  'wrong-kind': (d) =>
    say(
      `${text(d, 'column', 'A column')} holds ${kindWords(text(d, 'kind'))}, and ${neededKinds(d)} are needed. Choose another column, or change its kind in a step before.`,
      TO_RECIPE,
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
      chooseColumn('The customer is'),
    ),
  'no-date': (d) =>
    text(d, 'column')
      ? say(
          `${text(d, 'column', 'The column')} holds words: ${strangeCells(d)}. ${orBlank(d)}`,
          ...mixedColumn(d, 'The date is'),
        )
      : say(
          'No column says when an order was placed. Choose the one that holds its date, or export the file again with order dates.',
          chooseColumn('The date is'),
          CHOOSE_FILE,
        ),
  'no-money': () =>
    say(
      'No column says what an order was worth. Choose an amount, or a quantity and a price.',
      chooseColumn('Money is'),
    ),
  'no-features': () =>
    say(
      'No column has numbers that tell customers apart. Add one, such as spend, visits or days since the last order.',
      TO_DATA,
    ),
  'text-in-number': (d) =>
    say(
      `${text(d, 'column', 'The column')} holds words: ${strangeCells(d)}. ${orBlank(d)}`,
      ...mixedColumn(d, 'Money is'),
    ),
  'no-rows-left': (_, __, step) =>
    say(
      `No rows are left after ${atStep(step)}. Switch it off, or choose other columns for it.`,
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
    const most = num(d, 'distinct') ?? customers;
    const who = customers === 1 ? '1 customer' : `${count(customers)} customers`;
    if (most < 2) return say(`${who} cannot form segments. Open a file with more customers.`, CHOOSE_FILE);
    const alike = most < customers ? `, of whom ${count(most)} differ,` : '';
    const choice = most === 2 ? 'Choose 2.' : most === 3 ? 'Choose 2 or 3.' : `Choose 2 to ${count(most)}.`;
    const use = Math.min(most, MOST_SEGMENTS);
    return say(`${who}${alike} cannot form ${count(num(d, 'k') ?? 2)} segments. ${choice}`, {
      label: `Use ${use}`,
      step: { do: 'segments', k: use },
    });
  },
  'too-few-values': (d) =>
    say(
      `${text(d, 'column', 'A column')} has ${valuesIn(d)}, too few to learn from. Leave it out, or choose another column.`,
      TO_RECIPE,
    ),
  'labels-do-not-fit': (d) =>
    say(
      `${text(d, 'column', 'A column')} falls into ${text(d, 'bins')} bins, and ${text(d, 'labels')} labels are given. Give one for each bin, or none.`,
      TO_RECIPE,
    ),
  'not-readable': (d) =>
    say(
      `${count(num(d, 'count') ?? 0)} cells of ${text(d, 'column', 'a column')} cannot be read as ${kindWords(text(d, 'to'))}, the first is '${text(d, 'value')}' in row ${count(num(d, 'row') ?? 0)}. Let them become blank, or choose another way of reading.`,
      TO_RECIPE,
    ),
  'too-many-groups': (d) =>
    say(
      d['encoded'] === true
        ? `${text(d, 'column', 'The column')} has ${count(num(d, 'groups') ?? 0)} different values; at most ${count(num(d, 'most') ?? 0)} can be turned into numbers. Keep the most frequent only.`
        : d['counted'] === true
          ? `${text(d, 'column', 'The column')} has ${count(num(d, 'groups') ?? 0)} different values; at most ${count(num(d, 'most') ?? 0)} can count when customers are grouped. Leave it out.`
          : d['filling'] === true
            ? `${text(d, 'column', 'The column')} has ${count(num(d, 'groups') ?? 0)} different values; at most ${count(num(d, 'most') ?? 0)} can be groups. Choose another column.`
            : `${text(d, 'column', 'The column')} names ${count(num(d, 'groups') ?? 0)} groups; at most ${count(num(d, 'most') ?? 0)} can be segments. Give some the same name.`,
      TO_RECIPE,
    ),
  'bad-reference-date': (d) =>
    d['first'] === undefined
      ? say(`'${text(d, 'value')}' is not a day. Write it as year, month and day: 2011-12-10.`, TO_RECIPE)
      : say(
          `${text(d, 'value')} lies before every purchase; the first is on ${text(d, 'first')}. Choose a later day.`,
          TO_RECIPE,
        ),
  'bad-formula': (d) => say(formulaFault(d), TO_RECIPE),
  'bad-pattern': (d) => say(badPattern(text(d, 'pattern'), text(d, 'reason')), TO_RECIPE),
  ...SEGMENT_ERRORS,
  ...SESSION_ERRORS,
  'archive-too-large': () =>
    say('A part of the file would be larger than 4 GB. Choose fewer columns, or CSV or Parquet.'),
  'out-of-memory': (_, __, step) =>
    say(
      `The tab ran out of memory${step === null ? '' : ` at ${atStep(step)}`}. Table and recipe are as before. Close other tabs and try again, or choose a shorter period.`,
      CHOOSE_FILE,
    ),
  'cannot-write': (d) =>
    say(`${text(d, 'file', 'The file')} ${UNWRITTEN[text(d, 'reason')] ?? UNWRITTEN['other']!}`),
  'not-shared': (d) => say(NOT_SHARED[text(d, 'reason')] ?? NOT_SHARED['lost']!, CHOOSE_FILE),
  'worker-failed': (d) =>
    d.started === true
      ? say(
          `The part of Tessera that does the counting broke off${because(d)} and was started anew. ${d.kept === false ? 'What was open could not be read again: choose the file once more.' : 'Table and recipe are as they were; try again.'}`,
          ...(d.kept === false ? [CHOOSE_FILE] : []),
        )
      : say(
          `The part of Tessera that reads files did not start${because(d)}. Reload the page; stored work comes back.`,
          RELOAD,
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
  return write(error.details, file, error.step);
}

/** Said after the name of the file. */
const OF_FILE: Record<string, string> = {
  folder: 'is a folder. Open it and choose the file in it.',
  'damaged-archive':
    'is packed, and damaged or cut off. Download it again, or unpack it and choose the file in it.',
  changed:
    'was changed after it was chosen, so that what was read no longer holds. Choose it again to read it as it is now.',
  gone: 'is not where it was: it was moved, renamed or taken away after it was chosen. Choose it again.',
  refused:
    'cannot be read: this computer does not let the browser read it, or it was changed after it was chosen. See that you may open it, and that no other program holds it; then choose it again.',
  'empty-archive': 'is an archive without a file in it. Choose another one.',
  packing: 'is packed in a way this browser does not know. Unpack it and choose the file in it.',
};

const UNREADABLE: Record<string, string> = {
  'session-gone': 'This stored session is not whole and cannot be opened. Open its file again.',
  'nothing-open': 'Nothing is open here any more. Choose the file again.',
  'no-such-step':
    'The table after this step is no longer there. Run the recipe again, or choose the file again.',
};

/** Of files that keep cells with their kinds: what is wrong, and what next. */
const STORED: Record<string, (details: Details) => string> = {
  encrypted: () =>
    'is encrypted. Save it without encryption in the program it comes from, and choose it again.',
  'unknown-codec': (d) =>
    `is packed with ${text(d, 'codec')}, which Tessera cannot unpack. Save it with snappy, zstd or gzip, and choose it again.`,
  'no-tables': () => 'is an SQLite database without any table. Choose another file.',
  'wal-only': () =>
    'is an SQLite database whose tables lie in the file beside it that ends in -wal. Close the program that writes it, and choose it again.',
  'not-sqlite': () =>
    'is no SQLite database, or an encrypted one. Save it without a password, or export the table as CSV.',
  'no-columns': (d) =>
    `has no column that can be shown: ${storedLabel(text(d, 'format'))} keeps bytes, shapes or variants in all of them. Choose another file.`,
};

function unreadable(details: Details, file: string): string {
  const name = fileOf(details, file);
  const reason = text(details, 'reason');
  const format = text(details, 'format');
  const stored = format === 'sqlite' ? 'an SQLite' : format === 'parquet' ? 'a Parquet' : '';
  if (reason === 'not-at-hand')
    return `${name} itself is not at hand: it could not be stored. Choose it again.`;
  if (reason === 'password')
    return `${name} is protected with a password. Save it without one in the program it comes from, and choose it again.`;
  if (Object.hasOwn(STORED, reason)) return `${name} ${STORED[reason]!(details)}`;
  if (reason === 'damaged')
    return `${name} begins as ${stored ? `${stored} file` : 'a spreadsheet'} does, but the rest is damaged or missing. Export or download it again.`;
  if (reason === 'too-packed')
    return `${name} unpacks to far more than any table needs, as files made to fill a computer's memory do. If it is yours, save it again in the program it comes from.`;
  if (reason === 'no-such-sheet' && stored)
    return `${name} has no table named '${text(details, 'sheet')}', and more than one other. Give the table that name, or read the file without this recipe.`;
  if (reason === 'no-such-sheet')
    return `${name} has no sheet named '${text(details, 'sheet')}', and more than one other. Give the sheet that name, or read the file without this recipe.`;
  if (reason === 'several-packed')
    return `${name} holds ${count(num(details, 'count') ?? 2)} files. Unpack it and choose one of them.`;
  if (Object.hasOwn(OF_FILE, reason)) return `${name} ${OF_FILE[reason]!}`;
  if (Object.hasOwn(UNREADABLE, reason)) return UNREADABLE[reason]!;
  return `${name} could not be read to its end${because(details)}. It may have been moved, or another program holds it. Choose it again.`;
}

/** Blanks help only where some cells are what is needed. */
const hasOthers = (details: Details): boolean =>
  (num(details, 'count') ?? 0) < (num(details, 'rows') ?? Infinity) - (num(details, 'missing') ?? 0);
const orBlank = (details: Details): string =>
  hasOthers(details) ? 'Count them as blank, or choose another column.' : 'Choose another column.';

function mixedColumn(details: Details, word: string): ErrorText['next'] {
  const column = text(details, 'column');
  const blank = { label: 'Count as blank', step: { do: 'count-as-blank', column } } as const;
  const rows = { label: 'Show rows', step: { do: 'show-rows', column } } as const;
  return [...(hasOthers(details) ? [blank, rows] : []), chooseColumn(word, 'Change')];
}
