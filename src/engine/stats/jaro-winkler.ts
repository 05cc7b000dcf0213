/** Longer texts are compared by so many of their first characters. */
const MOST = 64;
/** A common beginning counts for so much per character, up to four of them. */
const PREFIX = 0.1;
const MOST_PREFIX = 4;

const usedA = new Uint8Array(MOST);
const usedB = new Uint8Array(MOST);

/**
 * How alike two texts are, from 0 to 1 for equal ones: Jaro's similarity, raised for a common beginning (0.1 for each of at
 * most four characters). Texts are compared by UTF-16 code units, the first 64 of them. Symmetric.
 * @see Winkler 1990, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const similarity = jaro(a, b);
  let prefix = 0;
  while (prefix < MOST_PREFIX && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return similarity + prefix * PREFIX * (1 - similarity);
}

/** Jaro's similarity alone. @see Jaro 1989 */
export function jaro(a: string, b: string): number {
  const [n, m] = [Math.min(a.length, MOST), Math.min(b.length, MOST)];
  if (n === 0 || m === 0) return a === b ? 1 : 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedA.fill(0, 0, n);
  usedB.fill(0, 0, m);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const to = Math.min(m, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < to; j++) {
      if (usedB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      usedA[i] = usedB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let swapped = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (!usedA[i]) continue;
    while (!usedB[j]) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j++)) swapped++;
  }
  return (common / n + common / m + (common - swapped / 2) / common) / 3;
}
