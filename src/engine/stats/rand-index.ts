/**
 * How far two labellings of the same rows agree beyond chance: 1 for the same partition, about 0 for unrelated ones.
 * @see Hubert and Arabie 1985; scikit-learn, adjusted_rand_score.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const together = new Map<string, number>();
  const inA = new Map<number, number>();
  const inB = new Map<number, number>();
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row]!, b[row]!];
    inA.set(x, (inA.get(x) ?? 0) + 1);
    inB.set(y, (inB.get(y) ?? 0) + 1);
    together.set(`${x} ${y}`, (together.get(`${x} ${y}`) ?? 0) + 1);
  }
  const pairs = (counts: Iterable<number>) =>
    [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const [both, onlyA, onlyB, all] = [
    pairs(together.values()),
    pairs(inA.values()),
    pairs(inB.values()),
    pairs([a.length]),
  ];
  if (all === 0) return 1;
  const expected = (onlyA * onlyB) / all;
  const most = (onlyA + onlyB) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/**
 * The same from the cross table of two labellings: rows by one, columns by the other, counts of what has both.
 * One pass over the rows makes that table, however many there are.
 */
export function adjustedRandOf(counts: readonly (readonly number[])[]): number {
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const rows = counts.map(sumOf);
  const columns = (counts[0] ?? []).map((_, column) => sumOf(counts.map((row) => row[column]!)));
  const all = pairs(sumOf(rows));
  if (all === 0) return 1;
  const both = sumOf(counts.flat().map(pairs));
  const [inRows, inColumns] = [sumOf(rows.map(pairs)), sumOf(columns.map(pairs))];
  const expected = (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
