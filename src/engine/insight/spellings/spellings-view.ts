import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { MISSING } from '../../table/columns';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { findSpellings, type SpellingGroup } from './find-spellings';

/** Spellings of a column that may be one, for a person to accept or leave. */
export interface Spellings {
  /** Those with most evidence, best first. */
  groups: readonly SpellingGroup[];
  /** How many groups there are in all. */
  total: number;
  /** How many cells hold each text that was asked for. */
  rows: readonly (readonly [text: string, rows: number])[];
}

/**
 * The groups of spellings found in a text column, at most so many, and in how many cells each text of `asked` stands;
 * blanks count nowhere. @throws EngineError `missing-column`, `wrong-kind`
 */
export async function spellingsOf(
  table: ColumnTable,
  column: string,
  asked: readonly string[],
  most: number,
  work: Work,
): Promise<Spellings> {
  const groups = await findSpellings(table, column, work);
  const rows = await rowsOf(table, column, asked, work);
  return { groups: groups.slice(0, most), total: groups.length, rows };
}

async function rowsOf(
  table: ColumnTable,
  column: string,
  asked: readonly string[],
  work: Work,
): Promise<[string, number][]> {
  if (asked.length === 0) return [];
  const { codes, dictionary } = columnAs(table, column, 'text');
  const rows = new Map(asked.map((text) => [text, 0]));
  const wanted = new Map<number, string>();
  for (let code = 0; code < dictionary.size; code++) {
    const text = dictionary.text(code);
    if (rows.has(text)) wanted.set(code, text);
  }
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const text = codes[row] === MISSING ? undefined : wanted.get(codes[row]!);
      if (text !== undefined) rows.set(text, rows.get(text)! + 1);
    }
  });
  return [...rows];
}
