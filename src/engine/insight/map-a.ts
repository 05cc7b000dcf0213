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

/**
 * Map A for 3, 4 or 5 levels: `[recency − 1][frequency − 1]` is the name of a cell.
 *
 * A level of 3 or 4 is called as the fifth in which its middle customer lies, so that a name means the same customers
 * however fine the map: levels 1, 2, 3 are the fifths 1, 3, 5, and levels 1 to 4 the fifths 1, 2, 4, 5. As map A names
 * every pair of fifths exactly once, the smaller maps do so too:
 *
 *          F1               F2                    F3                F4
 *     R3   New customers    Potential loyalists   Champions
 *     R2   About to sleep   Need attention        Loyal customers
 *     R1   Hibernating      At risk               Can't lose them
 *
 *     R4   New customers    Potential loyalists   Champions         Champions
 *     R3   Promising        Potential loyalists   Loyal customers   Loyal customers
 *     R2   Hibernating      Hibernating           At risk           Can't lose them
 *     R1   Hibernating      Hibernating           At risk           Can't lose them
 *
 * Of 3 levels nobody is Promising; of 4 there is no middle, so nobody needs attention or is about to sleep.
 *
 * With `lost` the lowest cell of 4 or 5 levels, R1 F1, is *Lost*: the usual eleven names. The lowest of 3 levels holds too
 * many customers to give them up; they stay *Hibernating*.
 */
export function mapNames(levels: number, lost = false): string[][] {
  const fifths = Array.from({ length: levels }, (_, i) => Math.ceil((5 * (i + 0.5)) / levels));
  const names = fifths.map((recency) => fifths.map((frequency) => mapA(recency, frequency)));
  if (lost && levels >= LEAST_FOR_LOST) names[0]![0] = 'Lost';
  return names;
}

const LEAST_FOR_LOST = 4;
