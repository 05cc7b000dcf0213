/** The names of map A and the cells each covers, as fifths of recency (5 = most recent) and frequency, from–to. */
const AREAS: readonly (readonly [
  name: string,
  r: readonly [number, number],
  f: readonly [number, number],
])[] = [
  ['Champions', [5, 5], [4, 5]],
  ['Loyal customers', [3, 4], [4, 5]],
  ['Potential loyalists', [4, 5], [2, 3]],
  ['New customers', [5, 5], [1, 1]],
  ['Promising', [4, 4], [1, 1]],
  ['Need attention', [3, 3], [3, 3]],
  ['About to sleep', [3, 3], [1, 2]],
  ['At risk', [1, 2], [3, 4]],
  ["Can't lose them", [1, 2], [5, 5]],
  ['Hibernating', [1, 2], [1, 2]],
];

/** The names of map A that cover a cell; exactly one for every pair of digits from 1 to 5. */
export function areasOf(recency: number, frequency: number): string[] {
  const within = (digit: number, [from, to]: readonly [number, number]) => digit >= from && digit <= to;
  return AREAS.filter(([, r, f]) => within(recency, r) && within(frequency, f)).map(([name]) => name);
}

/**
 * The name of a customer by recency and frequency digits, 1 to 5, where recency 5 is the most recent fifth.
 * Source: the widespread 25-cell map of RFM practice; it ignores money.
 */
export function mapA(recency: number, frequency: number): string {
  return areasOf(recency, frequency)[0]!;
}
