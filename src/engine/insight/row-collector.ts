import { inBlocks } from '../steps/parts/blocks';
import type { Work } from '../work';

const SHOWN = 1000;

/** Rows that something is true of: all counted, the first 1,000 kept. */
export interface Collected {
  count: number;
  rows: Uint32Array;
}

/** Counts the rows a test is true of; `each` sees every one of them. */
export async function collectRows(
  rows: number,
  work: Work,
  test: (row: number) => boolean,
  each: (row: number) => void = () => undefined,
): Promise<Collected> {
  const first: number[] = [];
  let count = 0;
  await inBlocks(rows, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!test(row)) continue;
      if (count < SHOWN) first.push(row);
      count++;
      each(row);
    }
  });
  return { count, rows: Uint32Array.from(first) };
}
