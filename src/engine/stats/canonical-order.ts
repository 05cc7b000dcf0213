import type { Points } from './points';
import { hashRows } from './random';

/**
 * An order of the rows that depends on their values and the seed, never on where they stood: by the hash of the
 * row, then by its values. Any first m rows are a random sample, and sums taken in this order come out bit for bit
 * the same however the file was sorted. Only rows with equal values keep the order they had.
 */
export function canonicalOrder(points: Points, seed: number): Uint32Array {
  const hashes = hashRows(points.columns, seed);
  const order = radixOrder(hashes);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && hashes[order[to]!] === hashes[order[from]!]) to++;
    if (to - from > 1) sortRun(order, from, to, points.columns);
    from = to;
  }
  return order;
}

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
  if (run.every((row) => columns.every((column) => column[row] === column[first]))) return;
  const rising = [...run].sort((a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! - column[b]!;
    return a - b;
  });
  run.set(rising);
}

/** How many different rows there are, counted up to `most`. The points must be in canonical order. */
export function countDistinct({ columns, n }: Points, most: number): number {
  let distinct = n > 0 ? 1 : 0;
  for (let row = 1; row < n && distinct < most; row++) {
    if (columns.some((column) => column[row] !== column[row - 1])) distinct++;
  }
  return distinct;
}
