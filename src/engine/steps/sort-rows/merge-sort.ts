import type { Work } from '../../work';

const RUN = 4096;
const BLOCK = 65_536;

/** Rows 0 to n − 1 in order, equal ones as they stood; breathes between blocks. */
export async function sortedRows(
  rows: number,
  compare: (a: number, b: number) => number,
  work: Work,
): Promise<Uint32Array> {
  let order = Uint32Array.from({ length: rows }, (_, row) => row);
  const breathe = (done: number) => work.breathe({ phase: 'sorting', done, total: rows, unit: 'rows' });
  for (let from = 0; from < rows; from += RUN) {
    await breathe(from);
    order.subarray(from, from + RUN).sort((a, b) => compare(a, b) || a - b);
  }
  let merged = new Uint32Array(rows);
  for (let width = RUN; width < rows; width *= 2) {
    for (let from = 0; from < rows; from += 2 * width) {
      const middle = Math.min(from + width, rows);
      const end = Math.min(from + 2 * width, rows);
      let [left, right] = [from, middle];
      for (let at = from; at < end; at++) {
        if ((at - from) % BLOCK === 0) await breathe(at);
        const takesLeft = right >= end || (left < middle && compare(order[left]!, order[right]!) <= 0);
        merged[at] = order[takesLeft ? left++ : right++]!;
      }
    }
    [order, merged] = [merged, order];
  }
  return order;
}
