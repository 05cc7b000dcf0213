const SHORTEST = 5;
const DIGIT = /\d/;

/**
 * Whether one letter was left out, added, replaced or changed about with its neighbour: not the first, in words of five
 * letters or more, and no digit, for "Size 1" is another than "Size 2".
 */
export function isOneSlipAway(right: string, slip: string): boolean {
  if (Math.abs(right.length - slip.length) > 1 || right.length < SHORTEST || right[0] !== slip[0])
    return false;
  let from = 0;
  while (from < right.length && right[from] === slip[from]) from++;
  let [a, b] = [right.length, slip.length];
  while (a > from && b > from && right[a - 1] === slip[b - 1]) {
    a--;
    b--;
  }
  const [gone, come] = [right.slice(from, a), slip.slice(from, b)];
  if (DIGIT.test(gone + come)) return false;
  if (gone.length <= 1 && come.length <= 1) return gone !== come;
  return gone.length === 2 && come.length === 2 && gone[0] === come[1] && gone[1] === come[0];
}
