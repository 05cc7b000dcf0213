import { atOnce, withBreaths, type Pieces } from '../pieces';
import type { Work } from '../work';
import type { Points } from './points';
import { hashRows, seedFrom } from './random';

/**
 * An order of the rows that depends on their values and the seed, never on where they stood: by a hash of the row and
 * of how many equal rows came before it. Any first m rows are a random sample, and sums taken in this order come out
 * bit for bit the same however the file was sorted, for only rows with equal values can change places.
 */
export const canonicalOrder = (points: Points, seed: number): Uint32Array => atOnce(ordering(points, seed));

/** The same, giving way between its steps, so that a million rows can be stopped. @throws Stopped */
export const canonicalOrderOf = (points: Points, seed: number, work: Work): Promise<Uint32Array> =>
  withBreaths(ordering(points, seed), work);

function* ordering({ columns }: Points, seed: number): Pieces<Uint32Array> {
  const hashes = hashRows(columns, seed);
  yield;
  const grouped = yield* sortedBy(hashes, columns);
  let copies = 0;
  let copied = false;
  for (let i = 1; i < grouped.rows.length; i++) {
    const row = grouped.rows[i]!;
    const isCopy = grouped.keys[i] === grouped.keys[i - 1] && sameValues(columns, row, grouped.rows[i - 1]!);
    copies = isCopy ? copies + 1 : 0;
    // Without this, copies of a row would stand side by side and a sample would hold all of them or none.
    if (copies > 0) hashes[row] = seedFrom(hashes[row]!, copies);
    copied ||= isCopy;
  }
  yield;
  return copied ? (yield* sortedBy(hashes, columns)).rows : grouped.rows;
}

/** Rows and their keys, by rising key. */
interface Sorted {
  rows: Uint32Array;
  keys: Uint32Array;
}

/** Rows by rising hash; different rows with the same hash by their values. */
function* sortedBy(hashes: Uint32Array, columns: readonly Float64Array[]): Pieces<Sorted> {
  const sorted = yield* radixSorted(hashes);
  const { rows, keys } = sorted;
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && keys[to] === keys[from]) to++;
    if (to - from > 1) sortRun(rows, from, to, columns);
    from = to;
  }
  return sorted;
}

const sameValues = (columns: readonly Float64Array[], a: number, b: number): boolean =>
  columns.every((column) => column[a] === column[b]);

/** So many bits at a time: as many places as a cache holds. */
const DIGIT = 11;
const DIGITS = 1 << DIGIT;

/** Rows by rising key; equal keys keep their order. */
function* radixSorted(given: Uint32Array): Pieces<Sorted> {
  const n = given.length;
  let keys = given;
  let rows = new Uint32Array(n);
  for (let row = 0; row < n; row++) rows[row] = row;
  let otherKeys: Uint32Array = new Uint32Array(n);
  let otherRows = new Uint32Array(n);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const next = placesOf(given, shift);
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      const to = next[(key >>> shift) & (DIGITS - 1)]!++;
      otherKeys[to] = key;
      otherRows[to] = rows[i]!;
    }
    const spare = keys === given ? new Uint32Array(n) : keys;
    [keys, rows, otherKeys, otherRows] = [otherKeys, otherRows, spare, rows];
    yield;
  }
  return { rows, keys };
}

/** For each value of a digit the first place of the keys that have it. */
function placesOf(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
  return starts;
}

/** Sorts rows of one hash by their values, unless they are all equal, which is nearly always so. */
function sortRun(order: Uint32Array, from: number, to: number, columns: readonly Float64Array[]): void {
  const run = order.subarray(from, to);
  const first = run[0]!;
  if (run.every((row) => sameValues(columns, row, first))) return;
  const rising = [...run].sort((a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! - column[b]!;
    return a - b;
  });
  run.set(rising);
}

/** How many different rows there are, counted up to `most`; two that share a hash count as one. */
export function countDistinct({ columns }: Points, most: number): number {
  const seen = new Set<number>();
  for (const hash of hashRows(columns, 0)) {
    seen.add(hash);
    if (seen.size >= most) break;
  }
  return seen.size;
}
