import type { CsvLook, ListFormat, ReadReport } from '../../../../engine/index';
import type { FileLook } from '../../../../workers/kept-lists';

const USUAL: CsvLook = { delimiter: ',', decimal: '.', encoding: 'utf-8', dates: 'iso', guard: true };

/** What a file that was read says of the taste of whoever made it. */
export interface LookRead {
  options: Pick<ReadReport['options'], 'delimiter' | 'decimal'>;
}

/** CSV as the file that was read, so that it opens where that one did. */
export function usualLook(read: LookRead | null): FileLook {
  const delimiter = DELIMITERS.find(({ value }) => value === read?.options.delimiter)?.value;
  // A decimal comma needs another separator, or each number is quoted.
  const decimal = delimiter && delimiter !== ',' ? read!.options.decimal : USUAL.decimal;
  return { format: 'csv', csv: { ...USUAL, ...(delimiter && { delimiter }), decimal } };
}

type Options<T extends string> = readonly { value: T; label: string }[];

export const FORMATS: Options<ListFormat> = [
  { value: 'csv', label: 'CSV' },
  { value: 'xlsx', label: 'Excel workbook' },
  { value: 'parquet', label: 'Parquet' },
];
export const DELIMITERS: Options<CsvLook['delimiter']> = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
];
export const DECIMALS: Options<CsvLook['decimal']> = [
  { value: '.', label: 'point: 1234.5' },
  { value: ',', label: 'comma: 1234,5' },
];
export const ENCODINGS: Options<CsvLook['encoding']> = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-8-bom', label: 'UTF-8, marked for Excel' },
  { value: 'windows-1252', label: 'Windows-1252' },
];
export const DATES: Options<CsvLook['dates']> = [
  { value: 'iso', label: '2025-12-03' },
  { value: 'excel', label: '2025-12-03, for Excel' },
  { value: 'day-first', label: '03/12/2025' },
  { value: 'month-first', label: '12/03/2025' },
  { value: 'dotted', label: '03.12.2025' },
];

export const labelOf = <T extends string>(options: Options<T>, value: T): string =>
  options.find((one) => one.value === value)!.label;

/** What the other formats are good for. */
export const ABOUT: Readonly<Record<Exclude<ListFormat, 'csv'>, string>> = {
  xlsx: 'Numbers and days stay what they are, leading zeros stay. The profiles, the recipe and a data dictionary are on sheets of their own.',
  parquet: 'Columns keep their kinds in a small file, for Python, DuckDB, Power BI and data warehouses.',
};
