import { log } from '../../stats/logarithm';
import { CATEGORIES } from './thresholds';

/** 1 − entropy ÷ the greatest it can be, of the counts of all values; null of one value, or of too many to be categories. */
export function imbalanceOf(counts: Uint32Array): number | null {
  if (counts.length < 2 || counts.length > CATEGORIES) return null;
  const present = counts.reduce((sum, count) => sum + count, 0);
  const entropy = counts.reduce((sum, count) => sum - (count / present) * log(count / present), 0);
  return Math.max(0, 1 - entropy / log(counts.length));
}
