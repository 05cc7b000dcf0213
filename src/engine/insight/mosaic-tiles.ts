/**
 * 100 tiles dealt by largest remainder, one number per share, in that order. Shares of 0 and below, and those that are
 * not numbers, get none; the others are taken relative to their sum. All zeros where nothing is positive. Equal
 * remainders go to the earlier share.
 */
export function mosaicTiles(shares: readonly number[]): number[] {
  const positive = shares.map((share) => (share > 0 && share < Infinity ? share : 0));
  const sum = positive.reduce((total, share) => total + share, 0);
  if (sum === 0) return positive;
  const exact = positive.map((share) => (share / sum) * 100);
  const tiles = exact.map(Math.floor);
  const left = 100 - tiles.reduce((total, count) => total + count, 0);
  const byRemainder = exact
    .map((_, i) => i)
    .sort((a, b) => exact[b]! - tiles[b]! - (exact[a]! - tiles[a]!) || a - b);
  for (const i of byRemainder.slice(0, left)) tiles[i]!++;
  return tiles;
}
