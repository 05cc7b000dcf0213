import { isCurrency } from '../table/build/currency';
import type { NumberFormat } from '../table/build/number-format';

/** What one cell shows of how its column writes numbers. */
interface Written {
  unit: string | null;
  unitFirst: boolean;
  /** Digits and the marks between them. */
  digits: string;
  bracketed: boolean;
}

const BLANKS = '\\s\\u00a0\\u2007-\\u2009\\u202f';
const SIGNS = `[${BLANKS}()+\\-\\u2212]*`;
const CELL = new RegExp(
  `^${SIGNS}([^\\d${BLANKS}()+\\-\\u2212,]*?)${SIGNS}([.,]?\\d(?:[\\d.,'’${BLANKS}]*\\d)?[.,]?(?:[eE][+-]?\\d{1,3})?)${SIGNS}([^\\d${BLANKS}()+\\-\\u2212,]*?)${SIGNS}$`,
);
const LAKH = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?$/;
const BLANK_GROUPS = new RegExp(`\\d[${BLANKS}]\\d`);
const IN_THREES = /^\d{1,3}(?:[.,]\d{3})+$/;
/** So much of the sample must look like numbers before their format is thought about. */
const ENOUGH = 0.5;
const FIRST = 50;
/** No number is written with more characters. */
const LONGEST = 64;

/**
 * The formats beyond plain digits in which the texts may be numbers, likeliest first. `decimal` is the file's mark.
 * None where nothing but digits in groups of blanks or in brackets stands there that might as well be telephone
 * numbers or numbers of a list.
 */
export function numberFormats(texts: readonly string[], decimal: '.' | ','): NumberFormat[] {
  const filled = texts.filter((text) => text.trim() !== '');
  if (!mostly(filled.slice(0, FIRST))) return [];
  const cells = filled.map(written).filter((cell) => cell !== null);
  if (cells.length === 0 || cells.length < filled.length * ENOUGH) return [];
  const unit = commonestUnit(cells);
  if (unit === null && !areQuantities(cells)) return [];
  const unitFirst = cells.filter((cell) => cell.unit === unit && cell.unitFirst).length * 2 > cells.length;
  const lakh = cells.some(({ digits }) => LAKH.test(digits));
  const other = decimal === '.' ? ',' : '.';
  const inThrees = unit !== null && unit !== '%' && cells.every(({ digits }) => !fractional(digits, decimal));
  // Money has cents, not thousandths: 1.234 € is a thousand and more.
  const swapped = inThrees && cells.some(({ digits }) => digits.includes(decimal) && IN_THREES.test(digits));
  const marks = swapped ? [other, decimal] : [decimal, other];
  const formats = marks.map((mark): NumberFormat => ({
    decimal: mark as '.' | ',',
    unit,
    unitFirst,
    lakh: false,
  }));
  return lakh ? [{ decimal: '.', unit, unitFirst, lakh }, ...formats] : formats;
}

/** The digits of an amount in a currency or per cent, with the marks between them; null for any other text. */
export function amountInCell(text: string): string | null {
  const found = written(text);
  return found === null || found.unit === null ? null : found.digits;
}

/**
 * The currency a cell is written in, as written; `%` for a share, null for a number without either, undefined for what
 * is no number.
 */
export function unitInCell(text: string): string | null | undefined {
  return written(text)?.unit;
}

const mostly = (texts: readonly string[]): boolean =>
  texts.filter((text) => written(text) !== null).length >= texts.length * ENOUGH;

function written(text: string): Written | null {
  if (text.length > LONGEST) return null;
  const [, before = '', digits = '', after = ''] = CELL.exec(text) ?? [];
  if (digits === '' || (before !== '' && after !== '')) return null;
  const unit = before || after || null;
  if (unit !== null && !(unit === '%' ? after === '%' : isCurrency(unit))) return null;
  return { unit, unitFirst: before !== '', digits, bracketed: text.includes('(') };
}

function commonestUnit(cells: readonly Written[]): string | null {
  const counts = new Map<string, number>();
  for (const { unit } of cells) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** Whether a mark of that kind would be read as a decimal one with another number of digits than three behind it. */
const fractional = (digits: string, decimal: string): boolean =>
  digits.includes(decimal) && !IN_THREES.test(digits);

/** Digits in groups of blanks, or in brackets, that cannot be taken for telephone numbers or numbers of a list. */
function areQuantities(cells: readonly Written[]): boolean {
  if (cells.every(({ bracketed }) => bracketed)) return false;
  const blanks = cells.filter(({ digits }) => BLANK_GROUPS.test(digits));
  if (blanks.length === 0) return true;
  const lengths = new Set(cells.map(({ digits }) => digits.replace(/\D/g, '').length));
  return lengths.size > 1 || cells.some(({ digits }) => /[.,]\d{1,2}$/.test(digits));
}
