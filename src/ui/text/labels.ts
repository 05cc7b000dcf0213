import type { Grain, Kind, Role } from '../../engine/index';

export const FORMATS = 'CSV, TSV, TXT, Excel, Parquet or SQLite';

const ROLES: Record<Role, string> = {
  customer: 'customer',
  order: 'order',
  date: 'date',
  amount: 'amount',
  quantity: 'quantity',
  price: 'price',
  product: 'product',
  country: 'country',
  email: 'e-mail',
  phone: 'phone',
  name: 'name',
  consent: 'consent',
  recency: 'days since the last order',
  frequency: 'number of orders',
  monetary: 'spent',
};

/** A role as a word in a sentence. */
export const roleLabel = (role: Role): string => ROLES[role];

/** A kind as the head of a table says it. */
export function kindLabel(kind: Kind, hasTime = false): string {
  if (kind === 'date') return hasTime ? 'date and time' : 'date';
  return kind === 'boolean' ? 'yes or no' : kind;
}

/** What one row is. */
export const grainLabel = (grain: Grain): string => (grain === 'orders' ? 'one order line' : 'one customer');

const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  whitespace: 'blanks',
  '\u001f': 'no separator',
};

/** "comma", "semicolon": how cells are kept apart. */
export const delimiterLabel = (delimiter: string): string => DELIMITERS[delimiter] ?? `'${delimiter}'`;

/** The program people know a kind of spreadsheet by. */
export const spreadsheetLabel = (format: string): string => (format === 'ods' ? 'OpenDocument' : 'Excel');

const STORED: Record<string, string> = { parquet: 'Parquet', sqlite: 'SQLite' };

/** "Parquet", "SQLite": files that keep cells with their kinds. */
export const storedLabel = (format: string): string => STORED[format] ?? format;

/** "UTF-8", "Windows-1252". */
export function encodingLabel(encoding: string): string {
  if (encoding.startsWith('utf')) return encoding.toUpperCase();
  return encoding.charAt(0).toUpperCase() + encoding.slice(1);
}

/** "decimal point" or "decimal comma". */
export const decimalLabel = (decimal: '.' | ','): string =>
  decimal === '.' ? 'decimal point' : 'decimal comma';
