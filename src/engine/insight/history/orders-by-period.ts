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

/** Days of rows, as days since 1970-01-01. */
export interface DaysOfRows {
  first: number;
  last: number;
  /** Where a few rows lie more than a year behind all others: the last day of those, and how many they are. */
  stray: { after: number; rows: number } | null;
}

/** A year without an order, and behind it at most so many of all rows: more likely a wrong date than a long pause. */
const YEAR = 366;
const FEW = 0.01;
/** Days that are looked at one by one. */
const MOST_DAYS = 1 << 20;

/** First and last day of the rows that enter; null where none does. */
export async function daysOf(rows: OrderRows, work: Work): Promise<DaysOfRows | null> {
  let [first, last] = [Infinity, -Infinity];
  await inBlocks(rows.count, 'going-back', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row)) continue;
      const day = rows.day(row);
      if (day < first) first = day;
      if (day > last) last = day;
    }
  });
  if (last === -Infinity) return null;
  return { first, last, stray: last - first <= YEAR ? null : await strayBehind(rows, { first, last }, work) };
}

async function strayBehind(
  rows: OrderRows,
  { first, last }: { first: number; last: number },
  work: Work,
): Promise<DaysOfRows['stray']> {
  if (last - first >= MOST_DAYS) return null;
  const counts = new Uint32Array(last - first + 1);
  let all = 0;
  await inBlocks(rows.count, 'going-back', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!rows.enters(row)) continue;
      counts[rows.day(row) - first]!++;
      all++;
    }
  });
  let found: DaysOfRows['stray'] = null;
  let behind = 0;
  for (let day = counts.length - 1, next = day; day >= 0; day--) {
    if (counts[day] === 0) continue;
    if (next - day > YEAR && behind <= FEW * all) found = { after: first + day, rows: behind };
    behind += counts[day]!;
    next = day;
  }
  return found;
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
