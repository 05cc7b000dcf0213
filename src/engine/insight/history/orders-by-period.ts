import { uint32, uint8 } from '../../table/buffers';
import { inBlocks } from '../../steps/parts/blocks';
import type { OrderRows } from '../../steps/rfm/order-rows';
import type { Work } from '../../work';

/** Rows that enter, put together by the first of some days that is not before them. */
export interface RowsByPeriod {
  /** Those of all days one behind the other; within a day in the order of the file. */
  rows: Uint32Array;
  /** Where the rows of each day end in `rows`. */
  ends: readonly number[];
}

/** First and last day of the rows that enter; null where none does. */
export async function daysOf(rows: OrderRows, work: Work): Promise<{ first: number; last: number } | null> {
  let [first, last] = [Infinity, -Infinity];
  await inBlocks(rows.count, 'going-back', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row)) continue;
      const day = rows.day(row);
      if (day < first) first = day;
      if (day > last) last = day;
    }
  });
  return last === -Infinity ? null : { first, last };
}

/** Sorts the rows that enter by the days they belong to. @param days rising, at most 255, none of the rows behind the last */
export async function rowsByPeriod(
  rows: OrderRows,
  days: readonly number[],
  work: Work,
): Promise<RowsByPeriod> {
  const OUT = 255;
  const periods = uint8(rows.count).fill(OUT);
  const sizes = days.map(() => 0);
  await inBlocks(rows.count, 'going-back', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row)) continue;
      const day = rows.day(row);
      let period = 0;
      while (days[period]! < day) period++;
      periods[row] = period;
      sizes[period]!++;
    }
  });
  const starts: number[] = [];
  let all = 0;
  for (const size of sizes) {
    starts.push(all);
    all += size;
  }
  const sorted = uint32(all);
  await inBlocks(rows.count, 'going-back', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const period = periods[row]!;
      if (period !== OUT) sorted[starts[period]!++] = row;
    }
  });
  return { rows: sorted, ends: starts };
}
