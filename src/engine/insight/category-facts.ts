import { MISSING, type BooleanColumn, type TextColumn } from '../table/columns';
import type { Work } from '../work';
import type { KindFacts } from './column-facts';
import { inBlocks } from '../steps/parts/blocks';
import { BINS } from './number-facts';

/** How often each code of the dictionary stands in the column. */
export async function codeCounts(column: TextColumn, work: Work): Promise<Uint32Array> {
  const { codes } = column;
  const counts = new Uint32Array(column.dictionary.size);
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
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
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code]!;
    present += count;
    if (count > 0) distinct++;
  }
  const histogram = greatest(counts, BINS);
  return {
    ...NO_RANGE,
    missing: column.length - present,
    distinct,
    histogram,
    top: topTexts(column, counts, TOP),
  };
}

/** The histogram counts false and true, in that order. */
export async function booleanFacts(column: BooleanColumn, work: Work): Promise<KindFacts> {
  const { values } = column;
  const counts: [number, number, number] = [0, 0, 0];
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) counts[values[row] as 0 | 1 | 2]++;
  });
  const [no, yes, missing] = counts;
  return { ...NO_RANGE, missing, distinct: Math.min(no, 1) + Math.min(yes, 1), histogram: [no, yes] };
}

/** The greatest counts above 0, greatest first. */
function greatest(counts: Uint32Array, most: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (const count of counts) {
    if (count <= least) continue;
    best.push(count);
    if (best.length < 2 * most) continue;
    best.sort((a, b) => b - a).length = most;
    least = best[most - 1]!;
  }
  return best.sort((a, b) => b - a).slice(0, most);
}

const NO_RANGE = { min: null, max: null, hasTime: false, spread: null, top: [] };
const TOP = 3;

/** The most frequent texts, most frequent first, ties in the order of the file. */
export function topTexts(
  { dictionary }: TextColumn,
  counts: Uint32Array,
  most: number,
): { value: string; count: number }[] {
  const best: number[] = [];
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0 || (best.length === most && counts[code]! <= counts[best[most - 1]!]!)) continue;
    const at = best.findIndex((other) => counts[other]! < counts[code]!);
    best.splice(at < 0 ? best.length : at, 0, code);
    best.length = Math.min(best.length, most);
  }
  return best.map((code) => ({ value: dictionary.text(code), count: counts[code]! }));
}
