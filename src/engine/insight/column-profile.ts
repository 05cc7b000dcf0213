import { inBlocks } from '../steps/parts/blocks';
import type { BooleanColumn, Column, DateColumn, NumberColumn, TextColumn } from '../table/columns';
import { ValueCounts } from '../table/value-counts';
import { quantilesOf } from '../stats/quantiles-of';
import type { Work } from '../work';
import { booleanFacts, codeCounts, textFacts, topTexts } from './category-facts';
import type { KindFacts } from './column-facts';
import { numberFacts } from './number-facts';

/** Shares of the values at which a profile says where they stand. */
export const PROFILE_SHARES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

const FREQUENT = 8;
/** Beyond this many different numbers none is frequent enough to be worth the room that counting them takes. */
const MOST_COUNTED = 1 << 20;

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
  /** The most frequent values, most frequent first; empty where all are different or too many to count. */
  frequent: readonly { value: string | number; count: number }[];
  /** 20 equal bins from least to greatest, or the counts of the most frequent texts. */
  histogram: readonly number[];
  /** The shortest and the longest text, in characters; null for other kinds. */
  lengths: { least: number; most: number } | null;
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
});

async function numberProfile(column: NumberColumn | DateColumn, work: Work): Promise<ColumnProfile> {
  const facts = await numberFacts(column, work);
  const { values, length } = column;
  const any = facts.min !== null;
  return {
    ...plain(length, facts),
    quantiles: any ? await quantilesOf(values, PROFILE_SHARES, work) : null,
    mean: facts.spread?.mean ?? null,
    deviation: facts.spread?.deviation ?? null,
    frequent: await frequentNumbers(values, facts, work),
  };
}

async function frequentNumbers(
  values: Float64Array,
  { distinct, missing }: KindFacts,
  work: Work,
): Promise<ColumnProfile['frequent']> {
  if (distinct === values.length - missing || distinct > MOST_COUNTED) return [];
  const counts = new ValueCounts(distinct);
  await inBlocks(values.length, 'looking', work, (from, to) => counts.add(values, from, to));
  return counts.top(FREQUENT);
}

async function textProfile(column: TextColumn, work: Work): Promise<ColumnProfile> {
  const facts = await textFacts(column, work);
  const counts = await codeCounts(column, work);
  const frequent = facts.distinct === column.length - facts.missing ? [] : topTexts(column, counts, FREQUENT);
  let [least, most] = [Infinity, 0];
  await inBlocks(counts.length, 'looking', work, (from, to) => {
    for (let code = from; code < to; code++) {
      if (counts[code] === 0) continue;
      const { length } = column.dictionary.text(code);
      least = Math.min(least, length);
      most = Math.max(most, length);
    }
  });
  return { ...plain(column.length, facts), frequent, lengths: facts.distinct > 0 ? { least, most } : null };
}

async function booleanProfile(column: BooleanColumn, work: Work): Promise<ColumnProfile> {
  const facts = await booleanFacts(column, work);
  const frequent = facts.histogram
    .map((count, at) => ({ value: column.spelling[at as 0 | 1], count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return { ...plain(column.length, facts), frequent };
}
