/** Three rows of the table that are used again and again. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

/**
 * Letters to insert, delete, change or swap with their neighbour to make one text of the other (optimal string
 * alignment, Damerau 1964); `most` + 1 where it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // What both begin and end with costs nothing, and is most of what near texts have.
  let [start, end, otherEnd] = [0, one.length, other.length];
  while (start < end && start < otherEnd && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  while (end > start && otherEnd > start && one.charCodeAt(end - 1) === other.charCodeAt(otherEnd - 1)) {
    end--;
    otherEnd--;
  }
  const [n, m] = [end - start, otherEnd - start];
  if (n === 0 || m === 0) return n + m;
  if (most === 1) return isOneEdit(one, other, start, n, m) ? 1 : 2;
  return betweenParts(one, other, start, n, m, most);
}

/** Whether parts that differ at both ends are one letter changed, or two swapped. */
const isOneEdit = (one: string, other: string, start: number, n: number, m: number): boolean =>
  n === m &&
  (n === 1 ||
    (n === 2 &&
      one.charCodeAt(start) === other.charCodeAt(start + 1) &&
      one.charCodeAt(start + 1) === other.charCodeAt(start)));

/** The same of `n` and `m` letters from `start` on. */
function betweenParts(one: string, other: string, start: number, n: number, m: number, most: number): number {
  if (m + 1 > rows[0].length) {
    const size = 2 * (m + 1);
    rows = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  }
  let [before, last, now]: Int32Array[] = [rows[0], rows[1], rows[2]];
  for (let j = 0; j <= m; j++) last![j] = j;
  for (let i = 1; i <= n; i++) {
    const letter = one.charCodeAt(start + i - 1);
    const previous = i > 1 ? one.charCodeAt(start + i - 2) : -1;
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    let least = i;
    now![0] = i;
    if (from > 1) now![from - 1] = most + 1;
    for (let j = from; j <= to; j++) {
      const there = other.charCodeAt(start + j - 1);
      let cost = last![j - 1]! + (letter === there ? 0 : 1);
      if (last![j]! + 1 < cost) cost = last![j]! + 1;
      if (now![j - 1]! + 1 < cost) cost = now![j - 1]! + 1;
      if (
        j > 1 &&
        previous === there &&
        letter === other.charCodeAt(start + j - 2) &&
        before![j - 2]! + 1 < cost
      )
        cost = before![j - 2]! + 1;
      now![j] = cost;
      if (cost < least) least = cost;
    }
    if (to < m) now![to + 1] = most + 1;
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return Math.min(last![m]!, most + 1);
}
