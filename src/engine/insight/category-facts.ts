import { MISSING, type BooleanColumn, type TextColumn } from '../table/columns';
import type { Work } from '../work';
import type { KindFacts } from './column-facts';
import { inBlocks } from '../steps/parts/blocks';
import { BINS } from './number-facts';

/** How often each code of the dictionary stands in the column. */
export async function codeCounts(column: TextColumn, work: Work): Promise<Uint32Array> {
  const counts = new Uint32Array(column.dictionary.size);
  await inBlocks(column.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = column.codes[row]!;
      if (code !== MISSING) counts[code]!++;
    }
  });
  return counts;
}

/** Distinct texts and the counts of the 20 most frequent; entries of the dictionary that no row uses do not count. */
export async function textFacts(column: TextColumn, work: Work): Promise<KindFacts> {
  const counts = await codeCounts(column, work);
  let present = 0;
  let distinct = 0;
  for (const count of counts) {
    present += count;
    if (count > 0) distinct++;
  }
  const histogram = [...counts.slice().sort().subarray(-BINS)].filter((count) => count > 0).reverse();
  return { ...NO_RANGE, missing: column.length - present, distinct, histogram };
}

/** The histogram counts false and true, in that order. */
export async function booleanFacts(column: BooleanColumn, work: Work): Promise<KindFacts> {
  const counts: [number, number, number] = [0, 0, 0];
  await inBlocks(column.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) counts[column.values[row] as 0 | 1 | 2]++;
  });
  const [no, yes, missing] = counts;
  return { ...NO_RANGE, missing, distinct: Math.min(no, 1) + Math.min(yes, 1), histogram: [no, yes] };
}

const NO_RANGE = { min: null, max: null, hasTime: false, spread: null };
