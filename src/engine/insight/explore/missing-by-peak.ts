/** Fewer rows than this, in a group or beside it, tell too little. */
const FEWEST_ROWS = 30;
/** Fewer cells than this that are unlike the rest may be chance, however rare they are elsewhere. */
const FEWEST_CELLS = 10;
/** Standard errors from which a difference of shares is told: hundreds of cells are looked at. */
const CLEAR = 5;

/** A group of rows in which a column is blank more or less often than in all other rows. */
export interface BlanksPeak {
  column: string;
  /** The place of the group. */
  at: number;
  /** Share of blank cells in the group and in all other rows, 0 to 1. */
  share: number;
  rest: number;
}

/**
 * The greatest difference of the shares of blanks between a group and all other rows that is clear by the test of two
 * proportions (pooled, 5 standard errors; at least 30 rows on either side, and 10 blanks where there are more of them); of two alike the one with more blanks. Null where none is.
 * @param told which groups may be told
 */
export function blanksPeak(
  rows: readonly number[],
  missing: readonly { column: string; counts: readonly number[] }[],
  told: readonly boolean[],
): BlanksPeak | null {
  const all = sum(rows);
  let peak: BlanksPeak | null = null;
  for (const { column, counts } of missing) {
    const blank = sum(counts);
    counts.forEach((count, at) => {
      const [own, others] = [rows[at]!, all - rows[at]!];
      if (!told[at] || own < FEWEST_ROWS || others < FEWEST_ROWS) return;
      const found = { column, at, share: count / own, rest: (blank - count) / others };
      const pooled = blank / all;
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / own + 1 / others));
      const more = found.share > found.rest;
      // Blanks where there are more of them, and filled cells where there are fewer.
      const blanks = more ? count : blank - count;
      const filled = more ? others - (blank - count) : own - count;
      const clear = Math.min(blanks, filled) >= FEWEST_CELLS && apart(found) >= CLEAR * error;
      if (clear && (!peak || isGreater(found, peak))) peak = found;
    });
  }
  return peak;
}

const apart = ({ share, rest }: BlanksPeak): number => Math.abs(share - rest);
/** Of two groups, one has as much more as the other has less, but for rounding. */
function isGreater(one: BlanksPeak, other: BlanksPeak): boolean {
  const more = apart(one) - apart(other);
  return Math.abs(more) < 1e-12 ? one.share > one.rest && other.share < other.rest : more > 0;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
