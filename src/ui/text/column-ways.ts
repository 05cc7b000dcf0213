import type { ColumnReading, ColumnTrial, Kind, RunnerUp } from '../../engine/index';
import { cellText, decimalsFor } from '../parts/table-cells';
import { count, counted, listed } from './format';
import { kindLabel } from './labels';

type Way = Pick<RunnerUp, 'kind' | 'format'>;

const SERIALS: Record<string, string> = {
  'excel-serial': 'A date, counted in days as Excel does',
  'epoch-seconds': 'A date, counted in seconds since 1970',
  'epoch-milliseconds': 'A date, counted in milliseconds since 1970',
};

/** One way to understand a column: "A date, day first (DD/MM/YYYY)", "A number, written 1.234,56 €". */
export function wayLabel({ kind, format }: Way): string {
  if (kind === 'text') return 'Text';
  if (kind === 'boolean') return format === '0/1' ? 'Yes or no, written 1 and 0' : 'Yes or no';
  if (format === null) return kind === 'number' ? 'A number' : 'A date';
  if (kind === 'number') return `A number, written ${format}`;
  if (Object.hasOwn(SERIALS, format)) return SERIALS[format]!;
  if (/^DD.MM\b/.test(format)) return `A date, day first (${format})`;
  if (/^MM.DD\b/.test(format)) return `A date, month first (${format})`;
  return `A date, written ${format}`;
}

/** "2,998 of 3,000 cells fit", "all 3,000 cells fit", "all of the first 1,000 cells fit". */
export function fitsLine({ fits, of, sampled }: Pick<RunnerUp, 'fits' | 'of' | 'sampled'>): string {
  if (of === 0) return 'nothing in it';
  const cells = sampled ? `the first ${counted(of, 'cell')}` : counted(of, 'cell');
  if (fits === of)
    return sampled ? `all of ${cells} fit` : of === 1 ? 'the one cell fits' : `all ${cells} fit`;
  return `${fits === 0 ? 'none' : count(fits)} of ${cells} ${fits === 1 ? 'fits' : 'fit'}`;
}

const IDENTIFIERS: Record<string, string> = {
  'leading-zeros': 'cells begin with zeros, which a number would lose',
  'too-many-digits': 'cells have more digits than a number can keep',
  phone: 'they are telephone numbers',
  'postal-code': 'they are postal codes',
  email: 'they are e-mail addresses',
  'named-identifier': 'by its name it says who or what, not how much',
};

/** Said of dates with years of two digits. */
const TWO_DIGITS = ' Years 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068.';

/** Why the column is what it is, in one sentence. */
export function whySentence({ why, kind, format, name }: ColumnReading, missing: number): string {
  if (!why) return `${name} is ${kindLabel(kind)}.`;
  const missed = missing > 0 ? ` ${counted(missing, 'cell')} ${missing === 1 ? 'is' : 'are'} blank.` : '';
  const blank = (kind === 'date' && /\bYY\b/.test(format ?? '') ? TWO_DIGITS : '') + missed;
  const fit = fitsLine({ ...why, sampled: false });
  const { details } = why;
  switch (why.code) {
    case 'chosen':
      return `${wayLabel({ kind, format })}, as you said: ${fit}.${blank}`;
    case 'all-fit':
      return `${wayLabel({ kind, format })}: ${fit}.${blank}`;
    case 'day-settled':
      return `${wayLabel({ kind, format })}: ${fit}, and above 12 stands only what comes ${String(details.place)}.${blank}`;
    case 'day-open':
      return `${wayLabel({ kind, format })}, but no cell has a number above 12: day and month could be the other way round.${blank}`;
    case 'two-words':
      return `Yes or no: every cell says '${String(details.yes)}' or '${String(details.no)}'.${blank}`;
    case 'identifier':
      return `Text: ${IDENTIFIERS[String(details.identifier)] ?? 'it names something'}.${blank}`;
    case 'in-the-way': {
      const cells = Number(details.count);
      const kinds = details.kind === 'date' ? 'date' : 'number';
      return `Text: ${counted(cells, 'cell')} ${cells === 1 ? `is no ${kinds}` : `are no ${kinds}s`}.${blank}`;
    }
    case 'blank':
      return 'Text: there is nothing in it.';
    case 'words':
      return `Text: its cells are neither all numbers nor all dates.${blank}`;
  }
}

/** A cell as it would be understood; null is a blank. */
export function understoodText(
  trial: Pick<ColumnTrial, 'kind' | 'unit' | 'hasTime' | 'cells'>,
  value: string | number | boolean | null,
): string {
  if (value === null) return 'blank';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const numbers = trial.cells.map((cell) => (typeof cell.value === 'number' ? cell.value : null));
  const head = {
    name: '',
    kind: trial.kind,
    hasTime: trial.hasTime,
    role: null,
    unit: trial.unit,
    missing: 0,
    distinct: 0,
    histogram: [],
  };
  return cellText(head, value, trial.kind === 'number' ? decimalsFor(numbers, trial.unit) : 0, true);
}

/** "2 cells do not fit and would be blank; row 701 says 'twelve'." */
export function misfitsLine(
  { fits, of, first, whole }: ColumnTrial,
  rowInFile: (row: number) => number,
): string {
  const bad = of - fits;
  if (bad === 0) return '';
  const where = first.slice(0, 3).map(({ row, value }) => `row ${count(rowInFile(row))} says '${value}'`);
  const among = whole ? '' : ' among the first rows';
  return `${counted(bad, 'cell')}${among} ${bad === 1 ? 'does' : 'do'} not fit and would be blank: ${listed(where)}.`;
}

const FULL_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** The question about a date that could be read two ways, with the two answers: "3 April", "March 4". */
export function dayQuestion(
  format: string,
  ms: number,
): { written: string; dayFirst: string; monthFirst: string } {
  const day = new Date(ms);
  const isDayFirst = format.startsWith('DD');
  const [d, m] = [day.getUTCDate(), day.getUTCMonth() + 1];
  const [first, second] = isDayFirst ? [d, m] : [m, d];
  const mark = format[2] ?? '/';
  const year = /YYYY/.test(format) ? String(day.getUTCFullYear()) : String(day.getUTCFullYear()).slice(-2);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    written: [two(first), two(second), year].join(mark),
    dayFirst: `${first} ${FULL_MONTHS[second - 1]}`,
    monthFirst: `${FULL_MONTHS[first - 1]} ${second}`,
  };
}

/** The same pattern with day and month the other way round. */
export const swappedFormat = (format: string): string =>
  format.replace(
    /^(DD|MM)(.)(DD|MM)/,
    (_, first: string, mark: string, second: string) => second + mark + first,
  );

/** What kinds a column can be told to be. */
export const KINDS: readonly Kind[] = ['number', 'date', 'boolean', 'text'];
