/** Shares dealt into 100 tiles by largest remainder: the sum is exact. */
export function dealt(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const exact = shares.map((share) => (share / sum) * 100);
  const tiles = exact.map(Math.floor);
  const rest = exact
    .map((value, i) => ({ i, part: value - Math.floor(value) }))
    .sort((a, b) => b.part - a.part);
  const missing = 100 - tiles.reduce((total, count) => total + count, 0);
  for (const { i } of rest.slice(0, missing)) tiles[i]!++;
  return tiles;
}
