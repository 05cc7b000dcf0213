import { atOnce, type Pieces } from '../pieces';
import { productMoment, rankInterval, type Correlation } from './correlation';
import type { Rising } from './rising';

/** A column in rank order. */
export interface Ranked {
  rising: Rising;
  /** Twice the average rank of each row, so that it is a whole number; 0 where missing. */
  twice: Uint32Array;
  /** Rows that have none. */
  missing: number;
}

/** Values ranked between two breaths: they lie anywhere in memory. */
const PIECE = 1 << 17;

/** Ranks of a column of n rows, equal values sharing the average of theirs. **Blanks**: none, 0. */
export const rankedOf = (rising: Rising, n: number): Ranked => atOnce(rankedInPieces(rising, n));

/** The same, giving way now and then. */
export function* rankedInPieces(rising: Rising, n: number): Pieces<Ranked> {
  const twice = new Uint32Array(n);
  yield* rank(rising, null, twice);
  return { rising, twice, missing: n - rising.rows.length };
}

/**
 * Spearman's rank correlation of the rows in which both are there: ranks are given among those rows alone, equal values
 * share their average rank. Interval by Bonett and Wright. Null where Pearson's would be.
 * @see pandas, DataFrame.corr(method = "spearman"); R, cor(method = "spearman", use = "pairwise").
 */
export const spearman = (one: Ranked, other: Ranked): Correlation | null =>
  atOnce(spearmanInPieces(one, other));

/** The same, giving way now and then. */
export function* spearmanInPieces(one: Ranked, other: Ranked): Pieces<Correlation | null> {
  const n = one.twice.length;
  const [xs, ys, rows] =
    one.missing + other.missing === 0
      ? [one.twice, other.twice, n]
      : [...(yield* ranksAmong(one, other)), countBoth(one, other)];
  // Ranks have the mean n + 1 when doubled; rows that lack one take that place and change nothing.
  const centred = (values: Uint32Array) => ({ values, centre: rows + 1 });
  if (rows < 2) return null;
  yield;
  const found = productMoment(centred(filled(xs, rows + 1)), centred(filled(ys, rows + 1)));
  return found && { value: found.value, rows, ...rankInterval(found.value, rows) };
}

function filled(twice: Uint32Array, middle: number): Uint32Array {
  for (let i = 0; i < twice.length; i++) if (twice[i] === 0) return twice.map((rank) => rank || middle);
  return twice;
}

function* ranksAmong(one: Ranked, other: Ranked): Pieces<[Uint32Array, Uint32Array]> {
  const ranks = [new Uint32Array(one.twice.length), new Uint32Array(one.twice.length)] as const;
  yield* rank(one.rising, other.twice, ranks[0]);
  yield* rank(other.rising, one.twice, ranks[1]);
  return [...ranks];
}

function countBoth({ twice }: Ranked, other: Ranked): number {
  let rows = 0;
  for (let i = 0; i < twice.length; i++) if (twice[i] !== 0 && other.twice[i] !== 0) rows++;
  return rows;
}

/** Writes twice the average rank of each row that is not 0 in `among`. */
function* rank({ values, rows }: Rising, among: Uint32Array | null, into: Uint32Array): Pieces<void> {
  let [before, breath] = [0, PIECE];
  for (let from = 0; from < rows.length;) {
    let to = from;
    let count = 0;
    const value = values[from];
    for (; to < rows.length && values[to] === value; to++) if (!among || among[rows[to]!] !== 0) count++;
    const twice = 2 * before + count + 1;
    for (let i = from; i < to; i++) if (!among || among[rows[i]!] !== 0) into[rows[i]!] = twice;
    before += count;
    from = to;
    if (from < breath) continue;
    breath = from + PIECE;
    yield;
  }
}
