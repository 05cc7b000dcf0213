import { MISSING, type Column } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { textOf } from '../parts/text-of';

/** How two keys are compared: as they are written, or without what people and programs write differently. */
export type KeyMatching = 'exact' | 'alike';

/** The cells of a key column as codes of distinct texts. */
export interface Keys {
  /** For each row the code of its key, or MISSING. */
  codes: Uint32Array;
  /** Distinct keys, in order of first appearance. */
  texts: readonly string[];
  /** For each key how many rows have it. */
  rows: readonly number[];
  /** For each key the first row that has it. */
  firstRows: readonly number[];
}

/** What `alike` leaves of a key: no blanks at its ends, no upper case, no `.0` behind a whole number. */
export const alikeKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^([+-]?\d+)\.0+$/, '$1');

/**
 * The keys of a column, whatever its kind: numbers as their shortest digits, dates as ISO. With `alike`, texts that
 * differ only in case, blanks at their ends or a trailing `.0` are one key; one that is only blanks is missing.
 */
export async function keysOf(column: Column, matching: KeyMatching, work: Work): Promise<Keys> {
  const byText = new Map<string, number>();
  const rows: number[] = [];
  const firstRows: number[] = [];
  const keyOf = (row: number): number => {
    const said = textOf(column, row);
    const text = said !== null && matching === 'alike' ? alikeKey(said) : said;
    if (text === null || text === '') return MISSING;
    const known = byText.get(text);
    if (known !== undefined) return known;
    firstRows.push(row);
    rows.push(0);
    byText.set(text, byText.size);
    return byText.size - 1;
  };
  const known = remembering(column);
  const codes = new Uint32Array(column.length);
  await inBlocks(column.length, 'matching', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = known(row, keyOf);
      codes[row] = code;
      if (code !== MISSING) rows[code]!++;
    }
  });
  return { codes, texts: [...byText.keys()], rows, firstRows };
}

/** Asks for the key of each distinct value only once. */
function remembering(column: Column): (row: number, keyOf: (row: number) => number) => number {
  if (column.kind !== 'text') {
    const seen = new Map<number, number>();
    const { values } = column;
    return (row, keyOf) => {
      const value = values[row]!;
      let code = seen.get(value);
      if (code === undefined) seen.set(value, (code = keyOf(row)));
      return code;
    };
  }
  const NOT_YET = MISSING - 1;
  const seen = new Uint32Array(column.dictionary.size).fill(NOT_YET);
  const { codes } = column;
  return (row, keyOf) => {
    const own = codes[row]!;
    if (own === MISSING) return MISSING;
    if (seen[own] === NOT_YET) seen[own] = keyOf(row);
    return seen[own]!;
  };
}
