/** Longer texts are compared by so many of their first characters. */
const MOST = 64;
/** A common beginning counts for so much per character, up to four of them. */
const PREFIX = 0.1;
const MOST_PREFIX = 4;
/** Letters are counted up to so often, by the last five bits of their code. */
const COUNTED = 3;
/** So much may rounding add to a likeness. */
const ROUNDING = 1e-9;

const usedA = new Uint8Array(MOST);
const usedB = new Uint8Array(MOST);

/**
 * How alike any two of many texts are, from 0 to 1 for equal ones: Jaro's similarity, raised for a common beginning (0.1 for
 * each of at most four characters). Texts are compared by UTF-16 code units, the first 64 of them. Symmetric.
 * @see Winkler 1990, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage.
 */
export class JaroWinkler {
  readonly #texts: readonly string[];
  readonly #units: Uint16Array;
  /** Where the units of each text begin; the last is their end. */
  readonly #starts: Uint32Array;
  /** Of each text the letters it has once at least, twice at least, three times at least. */
  readonly #letters: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, at) => (this.#starts[at + 1] = this.#starts[at]! + Math.min(text.length, MOST)));
    this.#units = new Uint16Array(this.#starts[texts.length]!);
    this.#letters = new Uint32Array(texts.length * COUNTED);
    texts.forEach((text, at) => this.#write(text, at));
  }

  /** How alike the texts at two places are; 0 where that is less than `least`. */
  of(a: number, b: number, least = 0): number {
    if (a === b) return 1;
    const n = this.#starts[a + 1]! - this.#starts[a]!;
    const m = this.#starts[b + 1]! - this.#starts[b]!;
    const prefix = this.#prefix(a, b, Math.min(n, m, MOST_PREFIX));
    const raise = prefix * PREFIX;
    // c common characters make Jaro's similarity at most (c ÷ n + c ÷ m + 1) ÷ 3.
    const leastJaro = (least - raise) / (1 - raise) - ROUNDING;
    const needed = ((3 * leastJaro - 1) * n * m) / (n + m);
    if (least > 0 && this.#mostCommon(a, b, n, m) < needed) return 0;
    if (this.#texts[a] === this.#texts[b]) return 1;
    const similarity = jaroOf(this.#units, this.#starts[a]!, n, this.#starts[b]!, m, needed);
    const likeness = similarity + raise * (1 - similarity);
    return likeness < least ? 0 : likeness;
  }

  #write(text: string, at: number): void {
    const from = this.#starts[at]!;
    const to = this.#starts[at + 1]!;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i - from);
      this.#units[i] = unit;
      const bit = 1 << (unit & 31);
      let level = at * COUNTED;
      while (level < (at + 1) * COUNTED && this.#letters[level]! & bit) level++;
      if (level < (at + 1) * COUNTED) this.#letters[level]! |= bit;
    }
  }

  #prefix(a: number, b: number, most: number): number {
    const [from, other] = [this.#starts[a]!, this.#starts[b]!];
    let prefix = 0;
    while (prefix < most && this.#units[from + prefix] === this.#units[other + prefix]) prefix++;
    return prefix;
  }

  /** At most so many characters are common: letters that one has more often than the other are not. */
  #mostCommon(a: number, b: number, n: number, m: number): number {
    let onlyA = 0;
    let onlyB = 0;
    for (let level = 0; level < COUNTED; level++) {
      const one = this.#letters[a * COUNTED + level]!;
      const other = this.#letters[b * COUNTED + level]!;
      onlyA += bitsOf(one & ~other);
      onlyB += bitsOf(other & ~one);
    }
    return Math.min(n - onlyA, m - onlyB);
  }
}

/** How many bits are set. */
function bitsOf(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How alike two texts are. @see JaroWinkler */
export const jaroWinkler = (a: string, b: string): number => new JaroWinkler([a, b]).of(0, 1);

/** Jaro's similarity alone. @see Jaro 1989 */
export function jaro(a: string, b: string): number {
  const units = Uint16Array.from([...a.slice(0, MOST).split(''), ...b.slice(0, MOST).split('')], (unit) =>
    unit.charCodeAt(0),
  );
  const n = Math.min(a.length, MOST);
  if (a === b) return 1;
  return jaroOf(units, 0, n, n, units.length - n, 0);
}

/** Jaro's similarity of n units from `a` and m units from `b`; 0 where fewer than `needed` are common. */
function jaroOf(units: Uint16Array, a: number, n: number, b: number, m: number, needed: number): number {
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedA.fill(0, 0, n);
  usedB.fill(0, 0, m);
  let common = 0;
  for (let i = 0; i < n; i++) {
    if (common + n - i < needed) return 0;
    const unit = units[a + i]!;
    const to = Math.min(m, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < to; j++) {
      if (usedB[j] || unit !== units[b + j]) continue;
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
    if (units[a + i] !== units[b + j++]) swapped++;
  }
  return (common / n + common / m + (common - swapped / 2) / common) / 3;
}
