import { MISSING, type Column, type DateColumn, type TextColumn } from '../table/columns';
import { csvCell } from './csv-cell';

/** How numbers and cells are set apart in a written file. */
export interface CsvStyle {
  /** One character. */
  delimiter: string;
  decimal: '.' | ',';
}

/** Writes the cells of one column, ready to stand in a file; '' for a missing one. */
export function cellWriter(column: Column, { delimiter, decimal }: CsvStyle): (row: number) => string {
  switch (column.kind) {
    case 'number':
      return (row) => csvCell(numberText(column.values[row]!, decimal), delimiter);
    case 'date':
      return dateWriter(column, delimiter);
    case 'boolean': {
      const spelling = [...column.spelling.map((text) => csvCell(text, delimiter)), ''];
      return (row) => spelling[column.values[row]!]!;
    }
    case 'text':
      return textWriter(column, delimiter);
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

/** `YYYY-MM-DD`, with ` HH:mm:ss` (and milliseconds where there are any) for columns that have a time of day. */
function dateWriter({ values, hasTime }: DateColumn, delimiter: string): (row: number) => string {
  let lastDay = NaN;
  let lastText = '';
  return (row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return '';
    const day = Math.floor(value / DAY_MS);
    if (day !== lastDay) {
      lastDay = day;
      lastText = new Date(day * DAY_MS).toISOString().replace('T00:00:00.000Z', '');
    }
    return csvCell(hasTime ? `${lastText} ${clockText(value - day * DAY_MS)}` : lastText, delimiter);
  };
}

function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const clock = `${TWO[Math.floor(seconds / 3600)]!}:${TWO[Math.floor(seconds / 60) % 60]!}:${TWO[seconds % 60]!}`;
  const rest = ms - seconds * 1000;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}

/** Each distinct text is quoted once. */
function textWriter({ codes, dictionary }: TextColumn, delimiter: string): (row: number) => string {
  const cells: (string | undefined)[] = [];
  return (row) => {
    const code = codes[row]!;
    return code === MISSING ? '' : (cells[code] ??= csvCell(dictionary.text(code), delimiter));
  };
}
