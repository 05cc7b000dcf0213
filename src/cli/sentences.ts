import type { EngineError, ErrorCode, ErrorDetails } from '../engine/index';

type Sentence = (details: ErrorDetails) => string;

const text = (value: ErrorDetails[string] | undefined, otherwise = '?') =>
  value === undefined || value === null ? otherwise : Array.isArray(value) ? value.join(', ') : String(value);
const column = (details: ErrorDetails) => `column ${JSON.stringify(text(details['column']))}`;
const because = (details: ErrorDetails) => (details['reason'] ? ` (${text(details['reason'])})` : '');
const people = (customers: ErrorDetails[string] | undefined) =>
  `${text(customers)} ${customers === 1 ? 'customer' : 'customers'}`;
const notA = (what: string, { path, reason }: ErrorDetails) =>
  `not a ${what} of Tessera: ${text(path, '')} ${reason === 'not-json' ? 'it is not JSON' : text(reason)}`.replace(
    / {2,}/,
    ' ',
  );

function wordsInNumbers(details: ErrorDetails): string {
  const { row, value, count, rows } = details;
  const more = typeof count === 'number' && count > 1 ? `, and ${count - 1} more of ${text(rows)} rows` : '';
  return `row ${text(row)}, ${column(details)}: ${JSON.stringify(text(value, ''))} is not a number${more}`;
}

const REASONS = new Map<string, Sentence>([
  ['password', () => 'the workbook is protected with a password'],
  [
    'damaged',
    ({ format }) =>
      `it begins as ${BEGINS.get(text(format)) ?? 'a spreadsheet'} does, but the rest is damaged or missing`,
  ],
  ['encrypted', () => 'the file is encrypted'],
  ['unknown-codec', ({ codec }) => `its pages are packed with ${text(codec)}, which cannot be unpacked`],
  ['no-tables', () => 'the database has no table'],
  ['wal-only', () => 'its tables lie in the -wal file beside it; close the program that writes it'],
  ['not-sqlite', () => 'it is no SQLite database, or an encrypted one'],
  ['no-columns', () => 'none of its columns can be shown'],
  ['damaged-archive', () => 'the archive is damaged or cut off'],
  ['empty-archive', () => 'the archive holds no file'],
  [
    'several-packed',
    ({ count, names }) => `the archive holds ${text(count)} files (${text(names)} …); unpack it`,
  ],
  ['packing', () => 'it is packed in a way that is not known here; unpack it'],
  ['changed', () => 'it was changed while it was read'],
  ['too-packed', () => 'it unpacks to far more than any table needs'],
  [
    'no-such-sheet',
    ({ sheet, format }) => `it has no ${format ? 'table' : 'sheet'} named ${JSON.stringify(text(sheet))}`,
  ],
]);

const BEGINS = new Map([
  ['parquet', 'a Parquet file'],
  ['sqlite', 'an SQLite file'],
]);

/** What is wrong with the data in one line, for every error of the engine. */
const SENTENCES: Record<ErrorCode, Sentence> = {
  'not-a-session': () => 'not a session of Tessera',
  'damaged-session': () => 'the session is damaged',
  'truncated-session': () => 'the session is cut off',
  'older-session': () => 'the session was saved by a version that is not read any more',
  'session-too-large': () => 'the session is too large',
  'needs-passphrase': () => 'the session is locked with a passphrase',
  'wrong-passphrase': () => 'the passphrase is wrong',
  'needs-secure-page': () => 'sessions need a secure page',
  'empty-file': ({ bytes, comment }) =>
    comment
      ? `the file holds nothing but comments: every line begins with ${text(comment)}`
      : bytes
        ? 'the file holds nothing but blanks'
        : 'the file is empty',
  'header-only': ({ format, table }) => {
    if (!format) return 'row 1 names the columns and nothing stands below';
    return `${table ? `table ${JSON.stringify(table)} of ` : ''}it has columns and no rows`;
  },
  'not-a-table': ({ looksLike }) => `not a table${looksLike ? `; it looks like ${text(looksLike)}` : ''}`,
  'one-column': () => 'everything lands in one column; no separator repeats in the first rows',
  'unreadable-file': (details) =>
    REASONS.get(text(details['reason'], ''))?.(details) ??
    `the file cannot be read to its end${because(details)}`,
  'record-too-long': ({ row, limit }) =>
    `row ${text(row)} goes on for more than ${text(limit)} bytes; a quote that opens there may never close`,
  'too-many-columns': ({ columns, limit }) => `${text(columns)} columns are more than fit (${text(limit)})`,
  'file-too-large': ({ bytes, limit }) => `${text(bytes)} bytes are more than fit (${text(limit)})`,
  'unrelated-files': (details) =>
    `neither the columns of ${text(details['first'], 'the first file')} nor a key in common with it`,
  'missing-source': (details) =>
    `it needs another file${details['like'] ? `, such as ${text(details['like'])}` : ''}; none of those given fits`,
  'repeated-key': (details) =>
    `${column(details)} of ${text(details['source'], 'the other file')}: ${JSON.stringify(text(details['value']))} stands more than once, as ${text(details['count'])} in all do`,
  'not-a-recipe': (details) => notA('recipe', details),
  'not-a-model': (details) => notA('model', details),
  'not-a-step-group': (details) => notA('group of steps', details),
  'newer-version': ({ what, version }) =>
    `${text(what)} has version ${text(version)}, newer than this Tessera`,
  'unknown-step': ({ op }) => `this Tessera does not know the step ${JSON.stringify(text(op))}`,
  'bad-params': ({ path, reason }) => `${text(path)}: ${text(reason)}`,
  'missing-column': (details) =>
    `${column(details)} is missing${typeof details['goneAt'] === 'number' ? ` since step ${details['goneAt'] + 1}` : ''}`,
  'wrong-kind': (details) => {
    const { kind, needed } = details;
    return `${column(details)} holds ${KINDS.get(text(kind)) ?? text(kind)}, not ${KINDS.get(text(needed)) ?? text(needed)}`;
  },
  'name-taken': (details) => `${column(details)} exists already`,
  'wrong-grain': ({ needed }) =>
    needed === 'orders' ? 'the step needs one row per order line' : 'the step needs one row per customer',
  'not-learnt': ({ step, column: of }) => `the model has nothing for ${text(step ?? of, 'a step')}`,
  'no-customer': () => 'no column says who the customer is',
  'no-date': (details) =>
    details['column']
      ? `row ${text(details['row'])}, ${column(details)}: ${JSON.stringify(text(details['value'], ''))} is not a date`
      : 'no column says when the order was',
  'no-money': () => 'no column says what was spent',
  'no-features': () => 'no column of numbers tells the customers apart',
  'text-in-number': wordsInNumbers,
  'no-rows-left': () => 'no rows are left after this step',
  'all-equal': ({ columns, customers }) => `all ${text(customers)} customers have the same ${text(columns)}`,
  'too-few-customers': ({ customers, distinct, k }) =>
    distinct === undefined
      ? `${people(customers)} cannot form ${text(k)} segments`
      : `${people(customers)}, ${text(distinct)} of them different, cannot form ${text(k)} segments`,
  'too-few-values': (details) =>
    `${column(details)} has ${text(details['count'])} values, too few to learn from`,
  'labels-do-not-fit': (details) =>
    `${column(details)} falls into ${text(details['bins'])} bins, and ${text(details['labels'])} labels are given`,
  'not-readable': (details) =>
    `${column(details)} has ${text(details['count'])} cells that cannot be read, the first is ${JSON.stringify(text(details['value']))} in row ${text(details['row'])}`,
  'too-many-groups': (details) =>
    details['encoded'] === true
      ? `${column(details)} has ${text(details['groups'])} different values; at most ${text(details['most'])} can be turned into numbers`
      : details['counted'] === true
        ? `${column(details)} has ${text(details['groups'])} different values; at most ${text(details['most'])} can count when customers are grouped`
        : details['filling'] === true
          ? `${column(details)} has ${text(details['groups'])} different values; at most ${text(details['most'])} can be groups`
          : `${column(details)} names ${text(details['groups'])} groups; at most ${text(details['most'])} can be segments`,
  'bad-formula': ({ reason, at, found }) =>
    `the formula is faulty at character ${Number(at) + 1} (${text(reason)}${found ? ` ${JSON.stringify(text(found))}` : ''})`,
  'bad-pattern': ({ pattern, reason }) =>
    `${JSON.stringify(text(pattern))} is no usable pattern (${text(reason)})`,
  'bad-reference-date': ({ value, first }) =>
    first === undefined
      ? `${JSON.stringify(text(value))} is no day of the calendar`
      : `${text(value)} lies before every purchase; the first is on ${text(first)}`,
  'no-such-cut': ({ k, nearest }) =>
    `${text(k)} segments cannot be had this way, for one would have nobody in it; ${text(nearest)} can be had`,
  'no-segments': () => 'the step changes segments, and no step before it makes any',
  'no-such-segment': ({ segment, k }) =>
    `there is no segment ${text(segment)}; ${text(k)} were found before this step`,
  'no-such-axis': ({ axis, columns }) =>
    `the shape was drawn on axis ${text(axis)} of the map, which has only ${text(columns)}`,
  'nobody-inside': ({ name }) =>
    `nobody is inside the shape drawn for ${text(name, '') || 'the segment'}; delete the step or draw it anew`,
  'cannot-split': ({ name, customers, distinct, into }) =>
    `${JSON.stringify(text(name))} has ${people(customers)}, ${text(distinct)} of them different: too few to be split in ${text(into)}`,
  'archive-too-large': () => 'the workbook would hold a part larger than 4 GB; write CSV or Parquet instead',
  'out-of-memory': () => 'the memory is used up; give Node more or take fewer rows',
};

const KINDS = new Map([
  ['number', 'numbers'],
  ['date', 'dates'],
  ['text', 'words'],
  ['boolean', 'yes or no'],
]);

/** The error as one line that names the file and, where known, step, row and column. */
export function sentenceFor(error: Pick<EngineError, 'code' | 'details' | 'step'>, file: string): string {
  const named = text(error.details['file'], '') || file;
  const step = error.step === undefined ? '' : `step ${error.step + 1}: `;
  return `${named}: ${step}${SENTENCES[error.code](error.details)}`.replace(/\s*\n\s*/g, ' ');
}
