import type { ColumnSummary, ReadReport, SheetReport, Understanding } from '../../engine/index';
import { bytes, count, counted, date, listed, share } from './format';
import { sampleWords } from './reading';
import { decimalLabel, delimiterLabel, encodingLabel, spreadsheetLabel } from './labels';
import { storedWords } from './stored-words';

/** "48.0 MB · UTF-8, comma, decimal point, names in row 1" */
export function readingLine(report: ReadReport): string {
  const { encoding, delimiter, decimal, header, skip } = report.options;
  const names = header ? `names in row ${skip + 1}` : 'no names';
  if (report.stored) return `${bytes(report.bytes)} · ${storedWords(report)}`;
  if (report.sheet) return `${bytes(report.bytes)} · ${sheetWords(report.sheet)}, ${names}`;
  const { sample } = report.options;
  const how = [
    encodingLabel(encoding),
    delimiterLabel(delimiter),
    decimalLabel(decimal),
    names,
    ...(sample ? [sampleWords(sample)] : []),
  ].join(', ');
  return `${bytes(report.bytes)} · ${how}`;
}

/** "Excel, sheet 'Orders', one of 2, A10:G66, 3 errors as blanks": a spreadsheet has neither separator nor characters to speak of. */
function sheetWords({ format, name, others, errors, range }: SheetReport): string {
  const parts = [
    spreadsheetLabel(format),
    `sheet '${name}'`,
    others.length > 0 && `one of ${count(others.length + 1)}`,
    range,
    errors > 0 && `${count(errors)} ${errors === 1 ? 'error as blank' : 'errors as blanks'}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Orders, 1,200 rows, hidden": a sheet to choose; the one that is read needs no number. */
export function sheetLabel(name: string, rows: number | null, hidden = false): string {
  const label = rows === null ? name : `${name}, ${counted(rows, 'row')}`;
  return hidden ? `${label}, hidden` : label;
}

/** What was understood, as one sentence: the headline of the check screen. */
export function understoodHeadline(of: Understanding): string {
  const { rows, columns } = of.report;
  if (of.grain === 'customers') {
    return `${count(rows)} customers, ${unbroken('one row each')}, ${unbroken(counted(columns.length, 'column'))}.`;
  }
  const lines = counted(rows, 'order line');
  const named = of.guesses.some(({ role }) => role === 'customer');
  const from = named ? ` from ${counted(of.customers, 'customer')}` : '';
  return `${lines}${from}${span(of)}.`;
}

function span({ from, to }: Understanding): string {
  if (from === null || to === null) return '';
  const [first, last] = [unbroken(date(from)), unbroken(date(to))];
  return first === last ? `, all on ${first}` : `, ${first} to ${last}`;
}

/** Kept on one line. */
const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');

/** What the button will do, in one line beside it. */
export function whatTheButtonDoes(of: Understanding): string {
  if (of.grain === 'customers') {
    const group = of.findings.some((finding) => finding.code === 'never-ordered')
      ? 'Sets aside who never ordered, groups the others by what they do'
      : 'Groups by what customers do';
    return `${group}, describes them by who they are. All of it can be changed.`;
  }
  const parts = ['Removes copies'];
  const without = of.findings.find((finding) => finding.code === 'no-customer');
  if (without) parts.push('sets aside rows without a customer');
  if (of.findings.some((finding) => finding.code === 'negative-quantity')) parts.push('nets returns');
  if (parts.length < 3) parts.push('adds up orders per customer');
  return `${listed(parts)}. All of it can be changed.`;
}

/** "4,070 different", "1,454 blank", "no blanks": one line about a column's cells. */
export function blanksLine(column: Pick<ColumnSummary, 'missing'>, rows: number): string {
  if (column.missing === 0) return 'no blanks';
  const part = column.missing / Math.max(1, rows);
  return part >= 0.01 ? `${share(part)} blank` : `${count(column.missing)} blank`;
}

const REASONS: Record<string, (detail: string) => string> = {
  constant: (value) => `always ${value}`,
  'nearly-constant': (value) => `${value} in at least 95 % of the cells`,
  'mostly-blank': (part) => (part ? `${part} blank` : 'mostly blank'),
  'too-many-texts': () => 'over 50 different texts',
  'copy-of': (other) => `goes with ${other}`,
  'sum-of-others': (others) => (others ? `the sum of ${others}` : 'the sum of others'),
  blanks: () => 'over 5 % blank',
  'beyond-twelve': () => 'beyond the first twelve',
  chosen: () => 'your choice',
};

/** Why a column is left out, in a few words. */
export const reasonText = (reason: string | null, detail: string | null): string =>
  reason === null ? '' : (REASONS[reason]?.(detail ?? '') ?? '');
