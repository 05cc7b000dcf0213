import { MISSING, type TextColumn } from '../table/columns';
import { textReader } from '../steps/parts/text-reader';
import { numberFromText } from '../steps/parts/number-from-text';
import type { ColumnFacts } from './column-facts';

const LOOKED_AT = 200;

/** Cells of a text column that are no numbers: how many, and the first of them (1-based row). */
export interface Misfits {
  count: number;
  first: { row: number; value: string } | null;
}

/** Up to 200 distinct texts of the column, spread over its dictionary. */
export function* someTexts({ dictionary }: TextColumn): Generator<string> {
  const step = Math.max(1, Math.floor(dictionary.size / LOOKED_AT));
  for (let code = 0; code < dictionary.size; code += step) yield dictionary.text(code);
}

/** Whether at least the share of up to 200 distinct texts passes the test; false of an empty column. */
export function mostTexts(column: TextColumn, share: number, test: (text: string) => boolean): boolean {
  let seen = 0;
  let fit = 0;
  for (const text of someTexts(column)) {
    seen++;
    if (test(text)) fit++;
  }
  return seen > 0 && fit >= seen * share;
}

/** Text whose distinct values read as numbers nine times in ten: amounts with a currency sign, say. */
export function readsAsNumbers({ column, identifier }: ColumnFacts): boolean {
  if (column.kind !== 'text' || identifier) return false;
  const isNumber = (text: string) =>
    !Number.isNaN(numberFromText(text, '.')) || !Number.isNaN(numberFromText(text, ','));
  return mostTexts(column, 0.9, isNumber);
}

/** What `change-type` would turn to blanks; texts of white space are blanks already. */
export function misfits(
  { codes, dictionary }: TextColumn,
  decimal: '.' | ',',
  format: string | null = null,
): Misfits {
  const read = format === null ? null : textReader('number', format);
  const fits = new Uint8Array(dictionary.size);
  for (let code = 0; code < fits.length; code++) {
    const text = dictionary.text(code);
    if (text.trim() === '' || !Number.isNaN(read ? read(text) : numberFromText(text, decimal)))
      fits[code] = 1;
  }
  let count = 0;
  let first: Misfits['first'] = null;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === MISSING || fits[code]) continue;
    count++;
    first ??= { row: row + 1, value: dictionary.text(code) };
  }
  return { count, first };
}
