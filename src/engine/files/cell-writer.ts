import { MISSING, type Column, type DateColumn, type TextColumn } from '../table/columns';
import type { FormulaGuard } from '../export/formula-guard';
import { csvCell } from './csv-cell';

/** How numbers and cells are set apart in a written file. */
export interface CsvStyle {
  /** One character. */
  delimiter: string;
  decimal: '.' | ',';
  /** How days are written; `iso` where nothing is said. */
  dates?: DateLook;
  /** Makes cells that a spreadsheet would run as formulas harmless. */
  guard?: FormulaGuard;
}

/**
 * `iso` 2025-12-03, `excel` the same with times to the second, as every Excel knows them, `day-first` 03/12/2025,
 * `month-first` 12/03/2025, `dotted` 03.12.2025.
 */
export type DateLook = 'iso' | 'excel' | 'day-first' | 'month-first' | 'dotted';

/** Writes the cells of one column, ready to stand in a file; '' for a missing one. */
export function cellWriter(column: Column, style: CsvStyle): (row: number) => string {
  const { delimiter, decimal, guard } = style;
  switch (column.kind) {
    case 'number':
      return (row) => csvCell(numberText(column.values[row]!, decimal), delimiter);
    case 'date':
      return dateWriter(column, style);
    case 'boolean': {
      const [no, yes] = column.spelling;
      const spelt = (text: string) => csvCell(guard ? guard.text(text) : text, delimiter);
      return (row) => (column.values[row] === 2 ? '' : spelt(column.values[row] === 1 ? yes : no));
    }
    case 'text':
      return textWriter(column, style);
  }
}

/** From here on a whole number has 16 digits, which would be read back as an identifier. */
const LONG = 1e15;

/** The shortest text that reads back as the same number; '' for NaN. */
export function numberText(value: number, decimal: '.' | ','): string {
  if (Number.isNaN(value)) return '';
  const text = Number.isInteger(value) && Math.abs(value) >= LONG ? value.toExponential() : String(value);
  return decimal === ',' ? text.replace('.', ',') : text;
}

const DAY_MS = 86_400_000;
const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** What a date may be written with. */
const OF_DATES = '0123456789-+:./ ';

/** The day, with ` HH:mm:ss` (and milliseconds where there are any) for columns that have a time of day. */
function dateWriter(
  { values, hasTime }: DateColumn,
  { delimiter, dates = 'iso' }: CsvStyle,
): (row: number) => string {
  let lastDay = NaN;
  let lastText = '';
  const ready = OF_DATES.includes(delimiter) ? csvCell : (text: string) => text;
  return (row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return '';
    const day = Math.floor(value / DAY_MS);
    if (day !== lastDay) {
      lastDay = day;
      lastText = dayText(new Date(day * DAY_MS).toISOString().replace('T00:00:00.000Z', ''), dates);
    }
    if (!hasTime) return ready(lastText, delimiter);
    return ready(`${lastText} ${clockText(value - day * DAY_MS, dates !== 'excel')}`, delimiter);
  };
}

/** The day in the look asked for; years beyond 9999 have no other than ISO's. */
function dayText(iso: string, dates: DateLook): string {
  const [year, month, day] = iso.split('-');
  if (iso.length !== 10) return iso;
  if (dates === 'day-first') return `${day}/${month}/${year}`;
  if (dates === 'month-first') return `${month}/${day}/${year}`;
  return dates === 'dotted' ? `${day}.${month}.${year}` : iso;
}

function clockText(ms: number, fraction: boolean): string {
  const seconds = Math.floor(ms / 1000);
  const clock = `${TWO[Math.floor(seconds / 3600)]!}:${TWO[Math.floor(seconds / 60) % 60]!}:${TWO[seconds % 60]!}`;
  const rest = ms - seconds * 1000;
  return rest === 0 || !fraction ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}

/** Each distinct text is quoted once. */
function textWriter(
  { codes, dictionary }: TextColumn,
  { delimiter, guard }: CsvStyle,
): (row: number) => string {
  const cells: (string | undefined)[] = [];
  return (row) => {
    const code = codes[row]!;
    if (code === MISSING) return '';
    if (guard) return csvCell(guard.text(dictionary.text(code)), delimiter);
    return (cells[code] ??= csvCell(dictionary.text(code), delimiter));
  };
}
