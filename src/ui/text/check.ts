import type { ColumnSummary, ReadReport, Understanding } from '../../engine/index';
import { bytes, count, date, share } from './format';
import { decimalLabel, delimiterLabel, encodingLabel } from './labels';

/** "48.0 MB · UTF-8, comma, decimal point, names in row 1" */
export function readingLine(report: ReadReport): string {
  const { encoding, delimiter, decimal, header, skip } = report.options;
  const names = header ? `names in row ${skip + 1}` : 'no names';
  const how = [encodingLabel(encoding), delimiterLabel(delimiter), decimalLabel(decimal), names].join(', ');
  return `${bytes(report.bytes)} · ${how}`;
}

/** What was understood, as one sentence: the headline of the check screen. */
export function understoodHeadline(of: Understanding): string {
  const { rows, columns } = of.report;
  if (of.grain === 'customers') {
    return `${count(rows)} customers, one row each, ${count(columns.length)} ${columns.length === 1 ? 'column' : 'columns'}.`;
  }
  const lines = `${count(rows)} ${rows === 1 ? 'order line' : 'order lines'}`;
  const named = of.guesses.some(({ role }) => role === 'customer');
  const from = named ? ` from ${count(of.customers)} ${of.customers === 1 ? 'customer' : 'customers'}` : '';
  return `${lines}${from}${span(of)}.`;
}

function span({ from, to }: Understanding): string {
  if (from === null || to === null) return '';
  return date(from) === date(to) ? `, all on ${date(from)}` : `, ${date(from)} to ${date(to)}`;
}

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
  return `${parts.join(', ')}, and adds up orders per customer. All of it can be changed.`;
}

/** "4,070 different", "1,454 blank", "no blanks": one line about a column's cells. */
export function blanksLine(column: Pick<ColumnSummary, 'missing'>, rows: number): string {
  if (column.missing === 0) return 'no blanks';
  const part = column.missing / Math.max(1, rows);
  return part >= 0.01 ? `${share(part)} blank` : `${count(column.missing)} blank`;
}

const REASONS: Record<string, (detail: string) => string> = {
  constant: (value) => `always ${value}`,
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
