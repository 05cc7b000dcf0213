import { atOnce, type Pieces } from '../pieces';

/** Values in rising order, and where each of them stood. */
export interface Rising {
  /** Without NaN; −0 comes before 0. */
  values: Float64Array;
  /** For each of them its place before; equal ones keep their order. */
  rows: Uint32Array;
}

/** So many bits at a time: as many places as a cache holds. */
const DIGIT = 11;
const PLACES = 1 << DIGIT;
const PASSES = 6;
const SIGN = 0x80000000;
/** Two halves of the bits of a double; the lower one comes first on every machine that browsers run on. */
const [LOW, HIGH] = [0, 1];

/**
 * Sorts n doubles with their places: by digits of their bits, which takes time in proportion to n. Digits that are the
 * same everywhere, as most are of whole numbers, cost nothing. **Blanks**: NaN is left out.
 */
export const risingOf = (values: Float64Array): Rising => atOnce(risingInPieces(values));

/** The same, giving way between the digits. */
export function* risingInPieces(values: Float64Array): Pieces<Rising> {
  let now = keysOf(values);
  yield;
  const n = now.rows.length;
  let next: Keys = { low: new Uint32Array(n), high: new Uint32Array(n), rows: new Uint32Array(n) };
  const counts = digitCounts(now);
  for (let pass = 0; pass < PASSES; pass++) {
    const starts = startsOf(counts.subarray(pass * PLACES, (pass + 1) * PLACES), n);
    if (!starts) continue;
    move(now, next, pass, starts);
    [now, next] = [next, now];
    yield;
  }
  const rising = new Float64Array(n);
  for (let i = 0; i < n; i++) rising[i] = values[now.rows[i]!]!;
  return { values: rising, rows: now.rows };
}

/** Numbers without a sign that rise as the doubles do, in two halves. */
interface Keys {
  low: Uint32Array;
  high: Uint32Array;
  rows: Uint32Array;
}

function keysOf(values: Float64Array): Keys {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const rows = new Uint32Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== values[row]) continue;
    const upper = words[row * 2 + HIGH]!;
    const flip = upper >= SIGN ? 0xffffffff : 0;
    low[n] = words[row * 2 + LOW]! ^ flip;
    high[n] = upper ^ (flip | SIGN);
    rows[n++] = row;
  }
  return { low: low.subarray(0, n), high: high.subarray(0, n), rows: rows.subarray(0, n) };
}

/** The digit of a pass: two halves of 32 bits are three digits each, the last of 10 bits. */
const isHigh = (pass: number): boolean => pass >= PASSES / 2;
const shiftOf = (pass: number): number => (pass % (PASSES / 2)) * DIGIT;

function digitCounts({ low, high }: Keys): Uint32Array {
  const counts = new Uint32Array(PASSES * PLACES);
  for (let pass = 0; pass < PASSES; pass++) {
    const words = isHigh(pass) ? high : low;
    const [shift, from] = [shiftOf(pass), pass * PLACES];
    for (let i = 0; i < words.length; i++) counts[from + ((words[i]! >>> shift) & (PLACES - 1))]!++;
  }
  return counts;
}

/** For each value of a digit the first place of the keys that have it; null where all have the same. */
function startsOf(counts: Uint32Array, n: number): Uint32Array | null {
  const starts = new Uint32Array(PLACES);
  let at = 0;
  for (let digit = 0; digit < PLACES; digit++) {
    if (counts[digit] === n) return null;
    starts[digit] = at;
    at += counts[digit]!;
  }
  return starts;
}

function move(from: Keys, to: Keys, pass: number, next: Uint32Array): void {
  const words = isHigh(pass) ? from.high : from.low;
  const shift = shiftOf(pass);
  for (let i = 0; i < words.length; i++) {
    const place = next[(words[i]! >>> shift) & (PLACES - 1)]!++;
    to.low[place] = from.low[i]!;
    to.high[place] = from.high[i]!;
    to.rows[place] = from.rows[i]!;
  }
}
