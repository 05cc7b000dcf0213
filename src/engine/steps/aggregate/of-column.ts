import { float64, uint32 } from '../../table/buffers';
import { DateColumn, isMissing, MISSING, NumberColumn, TextColumn, type Column } from '../../table/columns';
import { takeOrBlank } from '../../table/take-or-blank';
import { groupsOf } from '../parts/groups';
import { ExactSums } from '../rfm/exact-sums';
import type { CustomerRows } from './customer-rows';

/** n customers, NaN where nothing is known. */
const blankNumbers = (rows: CustomerRows): Float64Array => float64(rows.count).fill(NaN);

/** Sum and count of each customer's numbers; blanks are passed over. */
async function added(
  values: Float64Array,
  rows: CustomerRows,
): Promise<{ sums: ExactSums; counts: Uint32Array }> {
  const sums = new ExactSums(rows.count);
  const counts = new Uint32Array(rows.count);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[rows.rows[i]!]!;
      if (value !== value) continue;
      sums.add(customer, value);
      counts[customer]!++;
    }
  });
  return { sums, counts };
}

/** 0 where all cells are blank, as pandas has it. */
export async function sumOf(values: Float64Array, rows: CustomerRows): Promise<Float64Array> {
  const { sums } = await added(values, rows);
  return float64(rows.count).map((_, customer) => sums.at(customer));
}

export async function meanOf(values: Float64Array, rows: CustomerRows): Promise<Float64Array> {
  const { sums, counts } = await added(values, rows);
  return blankNumbers(rows).map((blank, customer) =>
    counts[customer] === 0 ? blank : sums.at(customer) / counts[customer]!,
  );
}

/** Divisor n: 0 for a single value. */
export async function deviationOf(values: Float64Array, rows: CustomerRows): Promise<Float64Array> {
  const { sums, counts } = await added(values, rows);
  const squares = new ExactSums(rows.count);
  await rows.each((customer, from, to) => {
    const mean = sums.at(customer) / counts[customer]!;
    for (let i = from; i < to; i++) {
      const value = values[rows.rows[i]!]!;
      if (value === value) squares.add(customer, (value - mean) ** 2);
    }
  });
  return blankNumbers(rows).map((blank, customer) =>
    counts[customer] === 0 ? blank : Math.sqrt(squares.at(customer) / counts[customer]!),
  );
}

export async function medianOf(values: Float64Array, rows: CustomerRows): Promise<Float64Array> {
  const medians = blankNumbers(rows);
  let room = new Float64Array(64);
  await rows.each((customer, from, to) => {
    if (to - from > room.length) room = new Float64Array(2 * (to - from));
    let count = 0;
    for (let i = from; i < to; i++) {
      const value = values[rows.rows[i]!]!;
      if (value === value) room[count++] = value;
    }
    if (count > 0) medians[customer] = middleOf(room.subarray(0, count));
  });
  return medians;
}

/** The median of some values, which are sorted by that. */
export function middleOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

/** The least (`sign` 1) or greatest (−1) number or moment. */
export async function extremeOf(
  column: NumberColumn | DateColumn,
  rows: CustomerRows,
  sign: 1 | -1,
): Promise<Column> {
  const { values } = column;
  const found = blankNumbers(rows);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[rows.rows[i]!]!;
      const best = found[customer]!;
      if (value === value && !(sign * value >= sign * best)) found[customer] = value;
    }
  });
  return column.kind === 'date' ? new DateColumn(found, column.hasTime) : new NumberColumn(found);
}

/** The value of the earliest or the latest row that has one; of equally late rows the first, or for the latest the last. */
export async function endOf(
  column: Column,
  dates: Float64Array | null,
  rows: CustomerRows,
  last: boolean,
): Promise<Column> {
  const at = uint32(rows.count).fill(MISSING);
  await rows.each((customer, from, to) => {
    let best = NaN;
    for (let i = from; i < to; i++) {
      const row = rows.rows[i]!;
      if (isMissing(column, row)) continue;
      const when = dates ? dates[row]! : i;
      if (last ? when < best : when >= best) continue;
      best = when;
      at[customer] = row;
    }
  });
  return takeOrBlank(column, at);
}

/** How many different values; a blank is none. */
export async function distinctOf(column: Column, rows: CustomerRows): Promise<Float64Array> {
  const { codes, size } = await groupsOf(column, 'adding-up', rows.work);
  const seenBy = new Uint32Array(size).fill(MISSING);
  const counts = float64(rows.count);
  await rows.each((customer, from, to) => {
    for (let i = from; i < to; i++) {
      const code = codes[rows.rows[i]!]!;
      if (code === MISSING || seenBy[code] === customer) continue;
      seenBy[code] = customer;
      counts[customer]!++;
    }
  });
  return counts;
}

/** The most common value among purchases; of equally common ones the first in the alphabet (by UTF-16). */
export async function favouriteOf(column: TextColumn, rows: CustomerRows): Promise<TextColumn> {
  const { codes, dictionary } = column;
  const counts = new Uint32Array(dictionary.size);
  const favourites = uint32(rows.count).fill(MISSING);
  const seen: number[] = [];
  await rows.each((customer, from, to) => {
    seen.length = 0;
    for (let i = from; i < to; i++) {
      const code = codes[rows.rows[i]!]!;
      if (code === MISSING || rows.returned[i]) continue;
      if (counts[code]!++ === 0) seen.push(code);
    }
    let best = MISSING;
    for (const code of seen) {
      const ahead = best === MISSING ? 1 : counts[code]! - counts[best]!;
      if (ahead > 0 || (ahead === 0 && dictionary.text(code) < dictionary.text(best))) best = code;
    }
    favourites[customer] = best;
    for (const code of seen) counts[code] = 0;
  });
  return new TextColumn(favourites, dictionary);
}

/** The share of purchases with this value: of rows, or of their money; blank where they come to nothing. */
export async function shareOf(
  column: TextColumn,
  value: string,
  rows: CustomerRows,
  ofMoney: boolean,
): Promise<Float64Array> {
  const { codes, dictionary } = column;
  const isWanted = Uint8Array.from({ length: dictionary.size }, (_, code) =>
    Number(dictionary.text(code) === value),
  );
  const shares = blankNumbers(rows);
  await rows.each((customer, from, to) => {
    let [wanted, all] = [0, 0];
    for (let i = from; i < to; i++) {
      if (rows.returned[i]) continue;
      const weight = ofMoney ? rows.sizes[i]! : 1;
      all += weight;
      if (isWanted[codes[rows.rows[i]!]!] === 1) wanted += weight;
    }
    if (all > 0) shares[customer] = wanted / all;
  });
  return shares;
}
