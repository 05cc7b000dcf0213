/** The items of a list that stand between two heights: from the first to before the last. */
export function shownBetween(tops: readonly number[], from: number, to: number): [number, number] {
  const items = tops.length - 1;
  let [low, high] = [0, items];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1]! <= from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < items && tops[last]! < to) last++;
  return [low, last];
}
