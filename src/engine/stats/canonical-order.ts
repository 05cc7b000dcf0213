import type { Points } from './points';
import { hashRows, seedFrom } from './random';

/**
 * An order of the rows that depends on their values and the seed, never on where they stood: by a hash of the row and
 * of how many equal rows came before it. Any first m rows are a random sample, and sums taken in this order come out
 * bit for bit the same however the file was sorted, for only rows with equal values can change places.
 */
export function canonicalOrder({ columns }: Points, seed: number): Uint32Array {
  const hashes = hashRows(columns, seed);
  const grouped = sortedBy(hashes, columns);
  let copies = 0;
  for (let i = 1; i < grouped.length; i++) {
    const row = grouped[i]!;
    copies = sameValues(columns, row, grouped[i - 1]!) ? copies + 1 : 0;
    // Without this, copies of a row would stand side by side and a sample would hold all of them or none.
    if (copies > 0) hashes[row] = seedFrom(hashes[row]!, copies);
  }
  return sortedBy(hashes, columns);
}

/** Rows by rising hash; different rows with the same hash by their values. */
function sortedBy(hashes: Uint32Array, columns: readonly Float64Array[]): Uint32Array {
  const order = radixOrder(hashes);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && hashes[order[to]!] === hashes[order[from]!]) to++;
    if (to - from > 1) sortRun(order, from, to, columns);
    from = to;
  }
  return order;
}

const sameValues = (columns: readonly Float64Array[], a: number, b: number): boolean =>
  columns.every((column) => column[a] === column[b]);

/** Rows by rising key; equal keys keep their order. Two passes over 16 bits each. */
function radixOrder(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, row) => row);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65537);
    for (const key of keys) starts[((key >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1]! += starts[digit]!;
    const next = new Uint32Array(keys.length);
    for (const row of order) next[starts[(keys[row]! >>> shift) & 0xffff]!++] = row;
    order = next;
  }
  return order;
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
