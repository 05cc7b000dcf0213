import { isNamedIdentifier } from '../files/named-identifier';
import { MISSING, type NumberColumn, type TextColumn } from '../table/columns';
import type { Dictionary } from '../table/dictionary';
import type { Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import { collectRows } from './row-collector';
import type { Finding } from './understanding';

/** 1.23E+11 for a number of twelve digits or more: the others are gone. */
const ROUNDED = /^\d(?:[.,]\d{1,6})?[eE]\+(\d{2})$/;
const SHORTEST = '1E+11'.length;
const PLUS = 0x2b;
const SMALL_E = 0x65;
const LEAST_DIGITS = 11;
/** Spreadsheets show at most six digits of such a number, so the last six of twelve are zeros. */
const LEAST_ROUNDED = 1e11;
const ZEROS = 1e6;
/** So many of the long numbers must end in zeros; one alone may be a number like any other. */
const MOSTLY = 0.9;
const NAMES: ReadonlySet<Role> = new Set(['customer', 'order', 'product', 'phone']);

/**
 * Cells that name something (customers, orders, goods, barcodes) and that a spreadsheet wrote as `1.23457E+11`: what
 * stands behind the sixth digit is lost, and two of them may read the same. Counts cells.
 */
export async function digitsLost({ facts, roles, work }: Examined): Promise<Finding[]> {
  const naming = new Set([...roles].filter(([role]) => NAMES.has(role)).map(([, column]) => column));
  const found: Finding[] = [];
  for (const one of facts) {
    if (!one.identifier && !naming.has(one.name) && !isNamedIdentifier(one.name)) continue;
    const test = isRounded(one);
    if (!test) continue;
    const { count, rows } = await collectRows(one.rows, work, test);
    if (count === 0) continue;
    const value = String(one.column.at(rows[0]!));
    found.push({ code: 'digits-lost', count, details: { column: one.name, value }, rows });
  }
  return found;
}

function isRounded({ column }: ColumnFacts): ((row: number) => boolean) | null {
  if (column.kind === 'text') return roundedTexts(column);
  return column.kind === 'number' ? roundedNumbers(column) : null;
}

function roundedTexts({ codes, dictionary }: TextColumn): ((row: number) => boolean) | null {
  const rounded = new Uint8Array(dictionary.size);
  let any = false;
  for (let code = 0; code < rounded.length; code++) {
    if (!endsInPower(dictionary, code)) continue;
    const power = ROUNDED.exec(dictionary.text(code))?.[1];
    if (power === undefined || Number(power) < LEAST_DIGITS) continue;
    rounded[code] = 1;
    any = true;
  }
  return any ? (row) => codes[row] !== MISSING && rounded[codes[row]!] === 1 : null;
}

/** Whether the bytes end in `E+` and two more; making a text of every name would take long. */
function endsInPower({ bytes, offsets }: Dictionary, code: number): boolean {
  const end = offsets[code + 1]!;
  return end - offsets[code]! >= SHORTEST && bytes[end - 3] === PLUS && (bytes[end - 4]! | 0x20) === SMALL_E;
}

function roundedNumbers({ values }: NumberColumn): ((row: number) => boolean) | null {
  let long = 0;
  let rounded = 0;
  for (const value of values) {
    if (!(value >= LEAST_ROUNDED)) continue;
    long++;
    if (value % ZEROS === 0) rounded++;
  }
  return rounded > 1 && rounded >= long * MOSTLY
    ? (row) => values[row]! >= LEAST_ROUNDED && values[row]! % ZEROS === 0
    : null;
}
