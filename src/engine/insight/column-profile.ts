import type { BooleanColumn, Column, DateColumn, NumberColumn, TextColumn } from '../table/columns';
import { mostFrequent, tallyOf } from '../table/tally';
import { momentsOf } from '../stats/tally-moments';
import { quantilesOfTally } from '../stats/tally-quantiles';
import type { Work } from '../work';
import { booleanFacts, codeCounts, textFacts, topTexts } from './category-facts';
import type { KindFacts } from './column-facts';
import { equalBins } from './equal-bins';
import { evenOut, type EvenOut } from './even-out';
import { textSummary } from './explore/text-summary';

/** Shares of the values at which a profile says where they stand. */
export const PROFILE_SHARES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

const FREQUENT = 8;
const MOST_VALUES = 50;

/** All that is shown of one column when it is opened. */
export interface ColumnProfile {
  rows: number;
  missing: number;
  distinct: number;
  /** Values at `PROFILE_SHARES`, type 7, exact; dates in ms. Null for text and yes/no. */
  quantiles: readonly number[] | null;
  /** Mean and deviation (divisor n) of numbers; null for other kinds. */
  mean: number | null;
  deviation: number | null;
  /** The most frequent values, most frequent first; empty where all are different. */
  frequent: readonly { value: string | number; count: number }[];
  /** All different values in words, in order, where there are at most 50; else none. None of dates. */
  values: readonly string[];
  /** 20 equal bins from least to greatest, or the counts of the most frequent texts. */
  histogram: readonly number[];
  /** The shortest and the longest text, in characters; null for other kinds. */
  lengths: { least: number; most: number } | null;
  /** How numbers that lean to one side can be evened out; null for others and other kinds. */
  evenOut: EvenOut | null;
}

/** One column in full. Blanks are skipped and counted. Exact over all rows, in passes that breathe. */
export async function columnProfile(column: Column, work: Work): Promise<ColumnProfile> {
  if (column.kind === 'text') return textProfile(column, work);
  return column.kind === 'boolean' ? booleanProfile(column, work) : numberProfile(column, work);
}

const plain = (rows: number, { missing, distinct, histogram }: KindFacts) => ({
  rows,
  missing,
  distinct,
  histogram,
  quantiles: null,
  mean: null,
  deviation: null,
  lengths: null,
  values: [] as string[],
  evenOut: null,
});

async function numberProfile(
  { kind, values, length }: NumberColumn | DateColumn,
  work: Work,
): Promise<ColumnProfile> {
  const tally = await tallyOf(values, work);
  const moments = kind === 'number' ? momentsOf(tally) : null;
  const distinct = tally.values.length;
  return {
    rows: length,
    missing: tally.missing,
    distinct,
    quantiles: distinct > 0 ? quantilesOfTally(tally, PROFILE_SHARES) : null,
    mean: moments?.mean ?? null,
    deviation: moments?.populationDeviation ?? null,
    frequent: distinct === tally.present ? [] : mostFrequent(tally, FREQUENT),
    histogram: equalBins(tally),
    lengths: null,
    values: kind === 'number' && distinct <= MOST_VALUES ? [...tally.values].map(String) : [],
    evenOut: kind === 'number' ? evenOut(tally) : null,
  };
}

async function textProfile(column: TextColumn, work: Work): Promise<ColumnProfile> {
  const facts = await textFacts(column, work);
  const counts = await codeCounts(column, work);
  const frequent = facts.distinct === column.length - facts.missing ? [] : topTexts(column, counts, FREQUENT);
  const texts = textSummary(column.dictionary, counts);
  const lengths = texts && { least: texts.shortest, most: texts.longest };
  const values: string[] = [];
  if (facts.distinct <= MOST_VALUES)
    counts.forEach((count, code) => count > 0 && values.push(column.dictionary.text(code)));
  return { ...plain(column.length, facts), frequent, lengths, values: values.sort() };
}

async function booleanProfile(column: BooleanColumn, work: Work): Promise<ColumnProfile> {
  const facts = await booleanFacts(column, work);
  const frequent = facts.histogram
    .map((count, at) => ({ value: column.spelling[at as 0 | 1], count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const values = column.spelling.filter((_, at) => facts.histogram[at]! > 0);
  return { ...plain(column.length, facts), frequent, values };
}
