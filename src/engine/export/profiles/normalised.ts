import { standardCountry } from '../../steps/standardise/country';
import { phoneReader } from '../../steps/standardise/phone';
import { standardPostalCode } from '../../steps/standardise/postal-code';
import { MISSING, type Column } from '../../table/columns';
import { cellTexts } from './cell-texts';
import { harmless } from './harmless';

/** A text as a destination takes it; null where it is not valid. */
export type Normal = (text: string) => string | null;
/** By row: the text as the destination takes it, '' for a blank, null for one that is not valid. */
export type NormalCells = (row: number) => string | null;

const normalOf = (text: string, normal: Normal): string | null => (text.trim() === '' ? '' : normal(text));

/** The cells of a column made normal; each distinct text once. */
export function normalCells(column: Column, normal: Normal): NormalCells {
  if (column.kind !== 'text') {
    const text = cellTexts(column);
    return (row) => normalOf(text(row), normal);
  }
  const { codes, dictionary } = column;
  const made: (string | null | undefined)[] = [];
  return (row) => {
    const code = codes[row]!;
    if (code === MISSING) return '';
    const known = made[code];
    return known === undefined ? (made[code] = normalOf(dictionary.text(code), normal)) : known;
  };
}

/** The same where what is normal hangs on the row's country; '' stands for none. */
function cellsByCountry(
  column: Column,
  country: (row: number) => string,
  normalIn: (country: string) => Normal,
): NormalCells {
  const byCountry = new Map<string, NormalCells>();
  return (row) => {
    const its = country(row);
    let cells = byCountry.get(its);
    if (!cells) byCountry.set(its, (cells = normalCells(column, normalIn(its))));
    return cells(row);
  };
}

/** ISO 3166-1 alpha-2 of each row; `otherwise` where it is blank. Null where it names no country. */
export function countryCells(column: Column | null, otherwise: string | null): NormalCells {
  const fallback = otherwise ?? '';
  if (!column) return () => fallback;
  const cells = normalCells(column, (text) => standardCountry(text, 'alpha-2'));
  return (row) => {
    const country = cells(row);
    return country === '' ? fallback : country;
  };
}

/** E.164 of each row, by its country. */
export async function phoneCells(
  column: Column,
  countries: readonly string[],
  country: (row: number) => string,
): Promise<NormalCells> {
  const readers = new Map<string, Normal>([['', await phoneReader(undefined)]]);
  for (const code of countries) readers.set(code, await phoneReader(code));
  return cellsByCountry(column, country, (code) => readers.get(code)!);
}

/** Postal codes as the row's country writes them; as they stand where they have not its form. */
export const postalCells = (column: Column, country: (row: number) => string, guard: boolean): NormalCells =>
  cellsByCountry(column, country, (code) => (text) => {
    const written = standardPostalCode(text, code || undefined) ?? text.trim();
    return guard ? harmless(written) : written;
  });
