/** Whether places of a cycle differ in the same way in each of its rounds. */
export interface Friedman {
  /** Kendall's W: 0 no agreement between the rounds, 1 the same order in each. */
  agreement: number;
  /** Iman and Davenport's F, with k − 1 and (n − 1)(k − 1) degrees of freedom; Infinity where all agree. */
  f: number;
}

/**
 * Friedman's test of n rounds by k places, by ranks within each round, corrected for ties. Null below two rounds or
 * places, and where no round has a difference.
 * @see Iman and Davenport 1980; scipy.stats.friedmanchisquare (its statistic is n (k − 1) × agreement)
 */
export function friedman(rounds: readonly (readonly number[])[]): Friedman | null {
  const n = rounds.length;
  const k = rounds[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const sums = new Array<number>(k).fill(0);
  let tied = 0;
  for (const round of rounds) {
    const { ranks, ties } = ranksOf(round);
    ranks.forEach((rank, place) => (sums[place]! += rank));
    tied += ties;
  }
  const squares = sums.reduce((all, sum) => all + (sum - (n * (k + 1)) / 2) ** 2, 0);
  const most = (n * n * (k ** 3 - k)) / 12 - (n * tied) / 12;
  if (!(most > 0)) return null;
  const agreement = squares / most;
  return { agreement, f: agreement < 1 ? ((n - 1) * agreement) / (1 - agreement) : Infinity };
}

/** Ranks from 1, equal values sharing the mean of theirs, and Σ (t³ − t) over the ties. */
function ranksOf(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  let ties = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to + 1) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return { ranks, ties };
}
