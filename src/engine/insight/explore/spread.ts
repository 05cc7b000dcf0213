/** The same bars for all rows and for each group. */
export interface Spread {
  /** Of the whole column; rows whose group is blank are among them. */
  all: { rows: number; counts: readonly number[] };
  /** Only groups with rows; level null is all other values together, last. */
  groups: readonly { level: string | null; rows: number; counts: readonly number[] }[];
  peak: SpreadPeak | null;
}

/** The bar of a named group whose share exceeds that of all rows most, beyond chance. */
export interface SpreadPeak {
  group: number;
  bar: number;
  share: number;
  whole: number;
}

/** A bar stands out where a group's share of it is so many standard errors above that of all rows. */
const BEYOND_CHANCE = 4;
/** Less is not worth a sentence. */
const LEAST_ABOVE = 0.03;

export function spreadOf(all: Spread['all'], found: Spread['groups']): Spread {
  const groups = found.filter(({ rows }) => rows > 0);
  return { all, groups, peak: peakOf(all, groups) };
}

/** @param bars only the first so many of them are looked at */
export function peakOf(
  all: Spread['all'],
  groups: Spread['groups'],
  bars = all.counts.length,
): SpreadPeak | null {
  let [peak, most]: [SpreadPeak | null, number] = [null, LEAST_ABOVE];
  groups.forEach(({ level, rows, counts }, group) => {
    if (level === null || rows === 0) return;
    for (let bar = 0; bar < bars; bar++) {
      const [share, whole] = [counts[bar]! / rows, all.counts[bar]! / all.rows];
      const above = share - whole;
      if (above <= most || above < BEYOND_CHANCE * Math.sqrt((whole * (1 - whole)) / rows)) continue;
      [peak, most] = [{ group, bar, share, whole }, above];
    }
  });
  return peak;
}
