import type { GroupingsCompared } from '../../engine/index';
import { count, counted, fixed, inWords, listed, share } from './format';

export const countLabel = (k: number, before: boolean): string =>
  before ? `${k} segments, before the changes by hand` : `${k} segments`;
/** @param alike 1 for the latest recipe of that sentence, 2 for the one before it; the list needs to tell them apart */
export const earlierLabel = (sentence: string, alike: number): string =>
  `As it was: ${sentence}${alike > 1 ? ` (${count(alike)})` : ''}`;
export const columnLabel = (name: string): string => `Column ${name}`;

export const COMPARE_TITLE = 'How else could they be grouped?';
export const COMPARE_LINE =
  'Who stays together with another number of segments, as it was before, or in groups your file has already';

/** From which index on two groupings agree, and how well. Steinley 2004: 0.9 excellent, 0.8 good, 0.65 moderate. */
const AGREEMENT: readonly (readonly [from: number, words: string])[] = [
  [0.9, 'Nearly the same groups'],
  [0.8, 'Much the same groups'],
  [0.65, 'Fairly alike groups'],
  [0.2, 'Rather different groups'],
  [0.05, 'Hardly anything in common'],
];

/** "Much the same groups: adjusted Rand index 0.84". */
export function agreementTitle({ rand }: GroupingsCompared): string {
  const words = AGREEMENT.find(([from]) => rand >= from)?.[1] ?? 'No more in common than by chance';
  return `${words}: adjusted Rand index ${fixed(rand, 2)}`;
}

/** A segment of which so much is in one group stays whole. */
const WHOLE = 0.9;
/** A part that is worth a word. */
const PART = 0.1;

/** What becomes of each segment: "Champions stay together as Champions. Hibernating divides: 61 % Lost, 39 % At risk." */
export function changeSentences({ ours, theirs, counts }: GroupingsCompared): string[] {
  return ours.flatMap((name, at) => {
    const parts = counts
      .map((row, there) => ({ name: theirs[there]!, count: row[at]! }))
      .sort((a, b) => b.count - a.count);
    const size = parts.reduce((sum, part) => sum + part.count, 0);
    if (size === 0) return [];
    const most = parts[0]!;
    if (most.count / size >= WHOLE)
      return [`${name}: ${most.count === size ? 'all' : share(most.count / size)} in ${most.name}.`];
    const told = parts.filter((part) => part.count / size >= PART).slice(0, 3);
    if (told.length === 0) return [`${name}: scattered over ${inWords(parts.length)} groups.`];
    return [`${name}: ${listed(told.map((part) => `${share(part.count / size)} in ${part.name}`))}.`];
  });
}

export function comparedNote({ customers, oneOnly }: GroupingsCompared): string {
  const all = `Shares are of each segment; ${counted(customers, 'customer')} in groups of both.`;
  return oneOnly === 0
    ? all
    : `${all} ${count(oneOnly)} ${oneOnly === 1 ? 'is' : 'are'} in a group of one alone and not counted.`;
}

export const COMPARED_LINE = 'Where the customers of each segment (columns) are in the other grouping (rows)';
export const NOT_COMPARED =
  'This could not be compared: the other grouping no longer fits the file as it is understood.';
