import { numberText } from '../../files/cell-writer';
import { MISSING, type Column } from '../../table/columns';

const DAY_MS = 86_400_000;
/** Up to here a whole number is written with its digits. */
const DIGITS = 1e21;

/** The cells of a column as texts; '' for a missing one. Dates are ISO 8601, numbers have their digits. */
export function cellTexts(column: Column): (row: number) => string {
  switch (column.kind) {
    case 'number':
      return (row) => digits(column.values[row]!);
    case 'date':
      return (row) => dateText(column.values[row]!, column.hasTime);
    case 'boolean': {
      const spelling = [...column.spelling, ''];
      return (row) => spelling[column.values[row]!]!;
    }
    case 'text': {
      const { codes, dictionary } = column;
      return (row) => (codes[row] === MISSING ? '' : dictionary.text(codes[row]!));
    }
  }
}

/** Phone numbers read as numbers must not become powers of ten. */
const digits = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < DIGITS ? String(value) : numberText(value, '.');

function dateText(value: number, hasTime: boolean): string {
  if (Number.isNaN(value)) return '';
  const iso = new Date(value).toISOString();
  return hasTime && value % DAY_MS !== 0 ? `${iso.slice(0, 10)} ${iso.slice(11, 19)}` : iso.slice(0, 10);
}
