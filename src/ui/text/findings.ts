import type { Finding } from '../../engine/index';
import { dayQuestion } from './column-ways';
import { encodingName } from './encodings';
import { count, counted, date, figure, money, share } from './format';
import { STORED_TEXTS } from './stored-findings';

export interface FindingText {
  /** Goes on from the count: "rows name no customer (25 %)". */
  sentence: string;
  /** What will happen with them. */
  effect: string;
}

type Details = Finding['details'];
const word = (details: Details, key: string): string => String(details[key] ?? '');
const value = (details: Details, key: string): number | null => {
  const found = details[key];
  return typeof found === 'number' ? found : null;
};
const inBrackets = (part: number | null): string => (part === null ? '' : ` (${share(part)})`);
const textOf = (found: Details[string] | undefined): string | null =>
  typeof found === 'string' ? found : null;
const unitOf = ({ unit }: Details): string | null => textOf(unit);
const inMoney = (amount: number, { currency }: Details): string => money(amount, textOf(currency));
const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** "are blank (9 %)"; "count as blank (9 %), such as £55.59" of cells that are not blank in the file. */
function isBlank(details: Details, n: number): string {
  const share = inBrackets(value(details, 'share'));
  const [written, example] = [value(details, 'written') ?? 0, word(details, 'example')];
  if (written === 0) return `${many(n, 'is', 'are')} blank${share}`;
  if (written === n) return `${many(n, 'counts', 'count')} as blank${share}, such as “${example}”`;
  return `${many(n, 'is', 'are')} blank${share}, ${count(written)} of them counted so, such as “${example}”`;
}

/** " 58 customers have no other rows and go with them." */
const goneWith = (customers: number): string =>
  customers > 0
    ? ` ${counted(customers, 'customer')} ${many(customers, 'has', 'have')} no other rows and ${many(customers, 'goes', 'go')} with them.`
    : '';

/** "in $, the others in €"; "not in € as the others are (10 in $, 2 in £)". */
function inOthers(details: Details): string {
  const [main, others] = [word(details, 'main'), word(details, 'others')];
  const only = /^\d+ in ([^,]+)$/.exec(others)?.[1];
  const counts = others.replace(/\d+(?= in )/g, (digits) => count(Number(digits)));
  return only ? `in ${only}, the others in ${main}` : `not in ${main} as the others are (${counts})`;
}

/** Of so many cells the automatic recipe counts the others as blank. */
const ENOUGH = 0.99;

const TEXTS: Record<string, (details: Details, n: number) => FindingText> = {
  'no-customer': (d, n) => {
    const sum = value(d, 'money');
    const lost =
      sum === null ? '' : ` Their ${inMoney(sum, d)}${inBrackets(value(d, 'moneyShare'))} is in no segment.`;
    return {
      sentence: `${many(n, 'row names', 'rows name')} no customer${inBrackets(value(d, 'share'))}`,
      effect: `Set aside.${lost}`,
    };
  },
  'negative-quantity': (_, n) => ({
    sentence: `${many(n, 'row has', 'rows have')} a negative quantity`,
    effect: 'Taken off what was spent; not counted as orders.',
  }),
  'negative-amount': (_, n) => ({
    sentence: `${many(n, 'row has', 'rows have')} a negative amount`,
    effect: 'Taken off what was spent; not counted as orders.',
  }),
  copies: (d, n) => {
    const sum = value(d, 'money');
    return {
      sentence: `${many(n, 'row copies', 'rows copy')} another row exactly`,
      effect: sum === null ? 'Removed.' : `Removed; together ${inMoney(sum, d)}.`,
    };
  },
  'copies-kept': (d, n) => ({
    sentence: `${many(n, 'row copies', 'rows copy')} another row exactly`,
    effect: word(d, 'column')
      ? 'Kept: each row counts as one customer.'
      : 'Kept: without a key they may be different people.',
  }),
  'never-ordered': (d, n) => ({
    sentence: `${many(n, 'customer', 'customers')} never ordered${inBrackets(value(d, 'share'))}`,
    effect: 'Set aside: they are in no segment.',
  }),
  free: (_, n) => ({ sentence: `${many(n, 'row costs', 'rows cost')} nothing or less`, effect: 'Kept.' }),
  'ids-end-in-zero': (d, n) => ({
    sentence: `${word(d, 'role') === 'order' ? 'order' : 'customer'} ${many(n, 'number ends', 'numbers end')} in .0`,
    effect: `Kept as text (${word(d, 'value')}).`,
  }),
  'unclosed-quote': (d, n) => ({
    sentence: `${many(n, 'line is', 'lines are')} inside one cell: the quote in row ${count(value(d, 'row') ?? 0)} never closes`,
    effect: 'Close it in the file and open it again.',
  }),
  'wrongly-decoded': (d, n) => ({
    sentence: `${many(n, 'cell has', 'cells have')} letters that another program spoilt${d.column === null ? '' : ` in ${word(d, 'column')}`}`,
    effect: `${word(d, 'value')} was ${word(d, 'plain')}. Kept as in the file.`,
  }),
  'encoding-late': (d, n) => ({
    sentence: `${many(n, 'cell is', 'cells are')} not UTF-8, as the beginning of the file is; the first is in row ${count(value(d, 'row') ?? 0)} (${word(d, 'column')})`,
    effect: `The whole file is read as ${encodingName(word(d, 'encoding'))}. “Change” says otherwise.`,
  }),
  'spoilt-letters': (d, n) => ({
    sentence: `${many(n, 'cell has', 'cells have')} letters that cannot be read; the first is in row ${count(value(d, 'row') ?? 0)} (${word(d, 'column')})`,
    effect: 'A question mark in a diamond stands for each of them.',
  }),
  mended: (d, n) => ({
    sentence: `${many(n, 'row was', 'rows were')} mended: a cell too many or too few, first in row ${count(value(d, 'firstRow') ?? 0)}`,
    effect: 'Cut anew to look like the other rows. “Change” switches it off.',
  }),
  'repeated-names': (d, n) => ({
    sentence: `${many(n, 'row repeats the names of the columns: row', 'rows repeat the names of the columns; the first is row')} ${count(value(d, 'row') ?? 0)}`,
    effect: `${value(d, 'leftOut') === 1 ? 'Left out.' : 'Another table may begin there.'} The ${counted(value(d, 'below') ?? 0, 'row')} below count like the others.`,
  }),
  'header-rows': (_, n) => ({
    sentence: `${many(n, 'row names', 'rows name')} the columns together`,
    effect: 'Joined to one name each, what repeats said once. “Change” says otherwise.',
  }),
  ragged: (d, n) => ({
    sentence: `${many(n, 'row does', 'rows do')} not have ${count(value(d, 'expected') ?? 0)} cells; the first is row ${count(value(d, 'firstRow') ?? 0)} with ${count(value(d, 'firstCells') ?? 0)}`,
    effect: "Extra cells are kept in 'Extra 1'; missing ones are blank.",
  }),
  'other-tables': (d, n) => ({
    sentence: `other ${many(n, 'table stands', 'tables stand')} on the sheet (${word(d, 'others')}; ${counted(value(d, 'rows') ?? 0, 'row')})`,
    effect: `Left out: only the largest, in ${word(d, 'range')}, is read.`,
  }),
  'error-cells': (_, n) => ({
    sentence: `${many(n, 'cell holds', 'cells hold')} an error such as #N/A or #DIV/0!`,
    effect: 'Counted as blank.',
  }),
  'hidden-rows': (_, n) => ({
    sentence: `${many(n, 'row is', 'rows are')} hidden in the workbook`,
    effect: 'Read like all others; delete them there if they should not count.',
  }),
  'merged-names': (_, n) => ({
    sentence: `${many(n, 'column has', 'columns have')} a name from merged cells`,
    effect: 'The merged name stands before the name below it.',
  }),
  'ambiguous-date': (d) => {
    const day = value(d, 'day');
    const format = word(d, 'format');
    const { written, dayFirst, monthFirst } = dayQuestion(format, day ?? 0);
    return {
      sentence: `dates in ${word(d, 'column')} could have day and month the other way round`,
      effect:
        day === null
          ? `Read as ${format}.`
          : `Is ${written} ${dayFirst} or ${monthFirst}? Read as ${format.startsWith('DD') ? dayFirst : monthFirst}.`,
    };
  },
  'mark-as-word': (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} ${many(n, 'says', 'say')} '${word(d, 'mark')}'`,
    effect: 'Kept as a word.',
  }),
  'number-as-date': (d, n) => ({
    sentence: `${many(n, 'number', 'numbers')} in ${word(d, 'column')} may be ${many(n, 'a date', 'dates')}, counted ${COUNTED[word(d, 'format')] ?? ''}`,
    effect: 'Kept as numbers.',
  }),
  'mixed-currencies': (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} ${many(n, 'is', 'are')} ${inOthers(d)}`,
    effect:
      value(d, 'needed') !== 1
        ? 'Kept as text: currencies are never added up.'
        : (value(d, 'share') ?? 0) >= ENOUGH
          ? `Counted as blank: never added to ${word(d, 'main')}.`
          : `Not added up. Count ${word(d, 'main')} alone, or split the file by currency.`,
  }),
  'several-currencies': (d, n) => ({
    sentence: `${many(n, 'row is', 'rows are')} ${inOthers(d)}, as ${word(d, 'column')} says`,
    effect: `Added up as if they were the same: sums mean little. Count ${word(d, 'main')} alone, or split the file.`,
  }),
  'digits-lost': (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} lost digits in a spreadsheet: ${word(d, 'value')}`,
    effect: 'Kept; different ones may read the same. Export again with the column as text.',
  }),
  'currencies-of-files': (d, n) => ({
    sentence: `${many(n, 'row', 'rows')} of other files count ${word(d, 'column')} ${inOthers(d)}`,
    effect: 'Added up as if they were the same: sums mean little. Put together files of one currency.',
  }),
  'text-in-number': (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} ${many(n, 'is', 'are')} not a number; row ${count(value(d, 'row') ?? 0)} says '${word(d, 'value')}'`,
    effect: 'Counted as blank where the column is needed as a number; else kept as text.',
  }),
  'text-in-date': (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} ${many(n, 'is', 'are')} not a date; row ${count(value(d, 'row') ?? 0)} says '${word(d, 'value')}'`,
    effect: 'Counted as blank where the column is needed as a date; else kept as text.',
  }),
  blank: (d, n) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${word(d, 'column')} ${isBlank(d, n)}`,
    effect: `${BLANKS[word(d, 'role')] ?? BLANK_IN_LIST[word(d, 'list')] ?? 'Kept blank.'}${goneWith(value(d, 'customers') ?? 0)}`,
  }),
  'repeated-key': (d, n) => ({
    sentence: `${many(n, 'row repeats', 'rows repeat')} a ${word(d, 'column')} of another row`,
    effect: 'Each row counts as one customer.',
  }),
  'old-birth': (d, n) => ({
    sentence: `${many(n, 'birth', 'births')} before ${word(d, 'year')} in ${word(d, 'column')}`,
    effect: 'Kept as they are.',
  }),
  'future-date': (d, n) => {
    const latest = value(d, 'latest');
    return {
      sentence: `${many(n, 'date', 'dates')} in ${word(d, 'column')} ${many(n, 'lies', 'lie')} in the future`,
      effect: latest === null ? 'Kept.' : `Kept; the last is ${date(latest)}.`,
    };
  },
  'times-apart': (d, n) => ({
    sentence: `${many(n, 'time', 'times')} of day in ${word(d, 'time')} ${many(n, 'belongs', 'belong')} to the days in ${word(d, 'date')}`,
    effect: 'Kept as text. Segments count whole days and stay the same.',
  }),
  'near-copies': (_, n) => ({
    sentence: `${many(n, 'row copies', 'rows copy')} another but for case or spaces`,
    effect: 'Kept.',
  }),
  'renamed-headers': (d, n) => ({
    sentence: `${many(n, 'column has a name that was', 'columns have names that were')} blank or taken: ${word(d, 'names')}`,
    effect: 'Named anew.',
  }),
  'mostly-blank': (d, n) => ({
    sentence: `${many(n, 'column is', 'columns are')} mostly blank: ${word(d, 'names')}`,
    effect: 'Kept; not grouped by.',
  }),
  extreme: (d, n) => {
    const amount = value(d, 'value');
    const example = amount === null ? '' : `: ${figure(amount, unitOf(d), 2)}`;
    return {
      sentence: `${word(d, 'column')} far beyond ${many(n, 'all others', 'the others')}${example}`,
      effect: 'Kept.',
    };
  },
  'rare-values': (d, n) => {
    const names = word(d, 'values');
    return {
      sentence: `${many(n, 'customer', 'customers')} with a rare ${word(d, 'column')}${names ? ` (${names})` : ''}`,
      effect: 'Kept.',
    };
  },
  'copies-but-key': (d, n) => ({
    sentence: `${many(n, 'row equals', 'rows equal')} another but for ${word(d, 'column') || 'the key'}`,
    effect: 'Kept: each may be a customer of its own.',
  }),
  ...STORED_TEXTS,
  constant: (d, n) => ({
    sentence: `${many(n, 'column holds', 'columns hold')} one value only: ${word(d, 'names')}`,
    effect: 'Kept; not grouped by.',
  }),
};

/** The button that adds a finding's step, by the step it adds. */
const REMEDIES: Record<string, (params: Record<string, unknown>, details: Details) => string> = {
  'drop-duplicates': ({ columns }) => (columns === undefined ? 'Remove them' : 'Keep the first of each'),
  'drop-missing': () => 'Set aside',
  'fill-missing': () => 'Fill with the median',
  'change-type': ({ to }, { main }) =>
    typeof main === 'string'
      ? `Count ${main} alone`
      : to === 'date'
        ? 'Count as blank, read as dates'
        : 'Count as blank, read as numbers',
  'merge-date-time': () => 'Put them together',
  'keep-values': (_, { main }) => `Count ${String(main)} alone`,
  'repair-text': () => 'Repair the letters',
  'trim-decimals': (_, details) => `Write ${word(details, 'plain')} instead`,
  limit: ({ outside }) => (outside === 'blank' ? 'Make blank' : 'Set aside'),
};

/** What the button of a finding with a remedy says. */
export function remedyLabel({ remedy, details }: Finding): string {
  if (!remedy) return '';
  const label = Object.hasOwn(REMEDIES, remedy.op) ? REMEDIES[remedy.op]! : () => 'Mend';
  return label(remedy.params, details);
}

const COUNTED: Record<string, string> = {
  'excel-serial': 'in days as Excel does',
  'epoch-seconds': 'in seconds since 1970',
  'epoch-milliseconds': 'in milliseconds since 1970',
};
const BLANKS: Record<string, string> = {
  date: 'Set aside: without a date they cannot be counted.',
  amount: 'Set aside: without money they cannot be counted.',
  quantity: 'Set aside: without money they cannot be counted.',
  price: 'Set aside: without money they cannot be counted.',
  order: 'Each day counts as one order there.',
};
const BLANK_IN_LIST: Record<string, string> = {
  'grouped-by': 'Filled with the median.',
  'described-by': 'Kept blank; left out of the typical values.',
  'left-out': 'Left out.',
  'set-aside': 'Set aside: when they last ordered is not known.',
};

/** A finding in words. An unknown one is named by its code, never left out. */
export function findingText({ code, count: n, details }: Finding): FindingText {
  const write = Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined;
  return write
    ? write(details, n)
    : { sentence: counted(n, 'row').replace(/^\S+ /, '') + `: ${code}`, effect: 'Kept.' };
}
