import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { isMissing, type Column } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { wholeOf, type CodedPicture } from './brush/coded-pictures';

/** Patterns that are told one by one. */
const MOST_PATTERNS = 12;

/** Where a table is blank. */
export interface MissingTogether {
  rows: number;
  /** Rows without a blank. */
  complete: number;
  /** Columns with blanks, most first. */
  columns: readonly { name: string; missing: number }[];
  /** Correlation of being blank for each two of them that are not blank throughout (Pearson of 0 and 1), the strongest first. */
  pairs: readonly { a: string; b: string; value: number; both: number }[];
  /** Which columns are blank in the same rows, the most frequent first; rows without a blank are not among them. */
  patterns: readonly { columns: readonly string[]; rows: number }[];
  /** Rows of all further patterns. */
  otherPatterns: number;
}

/** Which of the columns are blank, and which are blank in the same rows. @throws EngineError `missing-column`, Stopped */
export const missingTogether = async (
  table: ColumnTable,
  names: readonly string[],
  work: Work,
): Promise<MissingTogether> => (await missingPatterns(table, names, work)).together;

/** The same, and which of the told patterns each row has: all others are the bar behind them, rows without a blank in none. */
export async function missingPatterns(
  table: ColumnTable,
  names: readonly string[],
  work: Work,
): Promise<{ together: MissingTogether; picture: CodedPicture }> {
  const rows = table.numRows();
  const patterns = new Patterns(rows);
  const columns: { name: string; missing: number }[] = [];
  for (const name of names) columns.push({ name, missing: await patterns.add(columnOf(table, name), work) });
  const found = patterns.counted();
  const blank = (at: number) => columns[at]!.missing > 0;
  const told = found.filter(({ columns: at }) => at.length > 0).sort((one, other) => other.rows - one.rows);
  const together: MissingTogether = {
    rows,
    complete: found.find(({ columns: at }) => at.length === 0)?.rows ?? 0,
    columns: columns.filter((_, at) => blank(at)).sort((one, other) => other.missing - one.missing),
    pairs: pairsOf(columns, found, rows),
    patterns: told
      .slice(0, MOST_PATTERNS)
      .map(({ columns: at, rows: count }) => ({ columns: at.map((c) => columns[c]!.name), rows: count })),
    otherPatterns: told.slice(MOST_PATTERNS).reduce((sum, { rows: count }) => sum + count, 0),
  };
  return { together, picture: patterns.picture(told.slice(0, MOST_PATTERNS)) };
}

interface Pattern {
  /** Which of those that were found it is. */
  at: number;
  /** Places of the columns that are blank. */
  columns: readonly number[];
  rows: number;
}

/** Each row's pattern of blanks, found column by column: a blank leads from the pattern so far to the next. */
class Patterns {
  readonly #of: Uint32Array;
  readonly #made: { before: number; column: number }[] = [{ before: -1, column: -1 }];
  #columns = 0;

  constructor(rows: number) {
    this.#of = new Uint32Array(rows);
  }

  /** Takes the next column; returns how many of its cells are blank. */
  async add(column: Column, work: Work): Promise<number> {
    const next = new Map<number, number>();
    const at = this.#columns++;
    let missing = 0;
    await inBlocks(column.length, 'looking', work, (from, to) => {
      for (let row = from; row < to; row++) {
        if (!isMissing(column, row)) continue;
        missing++;
        const before = this.#of[row]!;
        let pattern = next.get(before);
        if (pattern === undefined) {
          pattern = this.#made.push({ before, column: at }) - 1;
          next.set(before, pattern);
        }
        this.#of[row] = pattern;
      }
    });
    return missing;
  }

  counted(): Pattern[] {
    const counts = new Uint32Array(this.#made.length);
    for (const pattern of this.#of) counts[pattern]!++;
    const columns: (readonly number[])[] = [];
    this.#made.forEach(({ before, column }) => columns.push(before < 0 ? [] : [...columns[before]!, column]));
    return columns
      .map((blank, at) => ({ at, columns: blank, rows: counts[at]! }))
      .filter(({ rows }) => rows > 0);
  }

  /** Each row by which of some patterns it has. */
  picture(told: readonly Pattern[]): CodedPicture {
    const bars = told.length + 1;
    const place = new Uint8Array(this.#made.length).fill(told.length);
    told.forEach(({ at }, bar) => (place[at] = bar));
    place[0] = bars;
    const codes = new Uint8Array(this.#of.length);
    for (let row = 0; row < codes.length; row++) codes[row] = place[this.#of[row]!]!;
    return { bars, codes, whole: wholeOf({ bars, codes }) };
  }
}

function pairsOf(
  columns: readonly { name: string; missing: number }[],
  patterns: readonly Pattern[],
  rows: number,
) {
  const n = columns.length;
  const both = new Float64Array(n * n);
  for (const { columns: at, rows: count } of patterns)
    for (let i = 0; i < at.length; i++)
      for (let j = i + 1; j < at.length; j++) both[at[i]! * n + at[j]!]! += count;
  const partly = columns.flatMap(({ missing }, at) => (missing > 0 && missing < rows ? [at] : []));
  return partly
    .flatMap((a, i) =>
      partly.slice(i + 1).map((b) => {
        const [m, k] = [columns[a]!.missing, columns[b]!.missing];
        const together = both[a * n + b]!;
        const value = (rows * together - m * k) / Math.sqrt(m * (rows - m)) / Math.sqrt(k * (rows - k));
        return { a: columns[a]!.name, b: columns[b]!.name, value, both: together };
      }),
    )
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
}
