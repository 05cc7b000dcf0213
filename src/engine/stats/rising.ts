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
/** So many keys are moved between two breaths. */
const PIECE = 1 << 18;
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
  let now = yield* keysOf(values);
  const n = now.rows.length;
  let next: Keys = { low: new Uint32Array(n), high: new Uint32Array(n), rows: new Uint32Array(n) };
  const counts = yield* digitCounts(now);
  for (let pass = 0; pass < PASSES; pass++) {
    const starts = startsOf(counts.subarray(pass * PLACES, (pass + 1) * PLACES), n);
    if (!starts) continue;
    for (let from = 0; from < n; from += PIECE) {
      move(now, next, pass, starts, [from, Math.min(n, from + PIECE)]);
      yield;
    }
    [now, next] = [next, now];
  }
  const [rising, { rows }] = [new Float64Array(n), now];
  for (let from = 0; from < n; from += PIECE) {
    const to = Math.min(n, from + PIECE);
    for (let i = from; i < to; i++) rising[i] = values[rows[i]!]!;
    yield;
  }
  return { values: rising, rows };
}

/** Numbers without a sign that rise as the doubles do, in two halves. */
interface Keys {
  low: Uint32Array;
  high: Uint32Array;
  rows: Uint32Array;
}

function* keysOf(values: Float64Array): Pieces<Keys> {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const rows = new Uint32Array(values.length);
  let n = 0;
  for (let from = 0; from < values.length; from += PIECE) {
    const to = Math.min(values.length, from + PIECE);
    for (let row = from; row < to; row++) {
      if (values[row] !== values[row]) continue;
      const upper = words[row * 2 + HIGH]!;
      const flip = upper >= SIGN ? 0xffffffff : 0;
      low[n] = words[row * 2 + LOW]! ^ flip;
      high[n] = upper ^ (flip | SIGN);
      rows[n++] = row;
    }
    yield;
  }
  return { low: low.subarray(0, n), high: high.subarray(0, n), rows: rows.subarray(0, n) };
}

/** The digit of a pass: two halves of 32 bits are three digits each, the last of 10 bits. */
const isHigh = (pass: number): boolean => pass >= PASSES / 2;
const shiftOf = (pass: number): number => (pass % (PASSES / 2)) * DIGIT;

function* digitCounts({ low, high }: Keys): Pieces<Uint32Array> {
  const counts = new Uint32Array(PASSES * PLACES);
  for (let pass = 0; pass < PASSES; pass++) {
    const words = isHigh(pass) ? high : low;
    const [shift, from] = [shiftOf(pass), pass * PLACES];
    for (let i = 0; i < words.length; i++) counts[from + ((words[i]! >>> shift) & (PLACES - 1))]!++;
    yield;
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

function move(
  from: Keys,
  to: Keys,
  pass: number,
  next: Uint32Array,
  [first, end]: readonly [number, number],
): void {
  const words = isHigh(pass) ? from.high : from.low;
  const shift = shiftOf(pass);
  for (let i = first; i < end; i++) {
    const place = next[(words[i]! >>> shift) & (PLACES - 1)]!++;
    to.low[place] = from.low[i]!;
    to.high[place] = from.high[i]!;
    to.rows[place] = from.rows[i]!;
  }
}
