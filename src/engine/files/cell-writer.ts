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

/** `YYYY-MM-DD`, with ` HH:mm:ss` (and milliseconds where there are any) for columns that have a time of day. */
function dateWriter(column: DateColumn, delimiter: string): (row: number) => string {
  return (row) => {
    const value = column.values[row]!;
    if (Number.isNaN(value)) return '';
    const iso = new Date(value).toISOString();
    const clock = value % 1000 === 0 ? iso.slice(11, 19) : iso.slice(11, 23);
    return csvCell(column.hasTime ? `${iso.slice(0, 10)} ${clock}` : iso.slice(0, 10), delimiter);
  };
}

/** Each distinct text is quoted once. */
function textWriter({ codes, dictionary }: TextColumn, delimiter: string): (row: number) => string {
  const cells: (string | undefined)[] = [];
  return (row) => {
    const code = codes[row]!;
    return code === MISSING ? '' : (cells[code] ??= csvCell(dictionary.text(code), delimiter));
  };
}
