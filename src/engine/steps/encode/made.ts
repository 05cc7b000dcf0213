import { float64 } from '../../table/buffers';
import { MISSING } from '../../table/columns';
import type { Counts } from '../../recipe/step';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { Coded } from './coded';
import type { EncodeFit, OneHot, OneHotFit } from './params';

/** Columns made of one, by name, and what was counted on the way. */
export interface Encoded {
  columns: [name: string, values: Float64Array][];
  counts: Counts;
}

/** A column of 0 and 1 for each value of its own, in order, then one for all others and one for blanks. */
export async function oneHot(
  coded: Coded,
  params: OneHot,
  { values, rare }: OneHotFit,
  work: Work,
): Promise<Encoded> {
  const rows = coded.codes.length;
  const own = new Map(values.map((value, at) => [value, at]));
  const known = new Set(rare);
  const names = columnNames(params, values);
  const columns = names.map(() => float64(rows));
  const other = params.other === 'none' ? null : columns[values.length]!;
  const blanks = params.blanks === 'column' ? columns.at(-1)! : null;
  const places = Array.from({ length: coded.size }, (_, code) => own.get(coded.word(code)) ?? -1);
  const isRare = Array.from({ length: coded.size }, (_, code) => known.has(coded.word(code)));
  const counts = { columns: columns.length, rare: 0, unseen: 0, blank: 0 };
  await inBlocks(rows, 'encoding', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = coded.codes[row]!;
      if (code === MISSING) {
        counts.blank++;
        if (blanks) blanks[row] = 1;
      } else if (places[code]! >= 0) columns[places[code]!]![row] = 1;
      else {
        counts[isRare[code] ? 'rare' : 'unseen']++;
        if (other) other[row] = 1;
      }
    }
  });
  return { columns: names.map((name, i) => [name, columns[i]!]), counts };
}

/** Names with `_` behind them where a value is called so itself. */
export function columnNames({ column, other, blanks }: OneHot, values: readonly string[]): string[] {
  const free = (word: string): string => (values.includes(word) ? free(`${word}_`) : word);
  const words = [
    ...values,
    ...(other === 'none' ? [] : [free('other')]),
    ...(blanks === 'column' ? [free('blank')] : []),
  ];
  return words.map((word) => `${column}_${word}`);
}

/** One column: the place in the order, from 0, or the share of the value; of a value not seen before blank, or 0. */
export async function asNumbers(
  coded: Coded,
  name: string,
  fit: Exclude<EncodeFit, OneHotFit>,
  work: Work,
): Promise<Encoded> {
  const known =
    'order' in fit
      ? new Map(fit.order.map((value, at) => [value, at]))
      : new Map(fit.counts.map(({ value, count }) => [value, count / fit.cells]));
  const unknown = 'order' in fit ? NaN : 0;
  const numbers = Array.from({ length: coded.size }, (_, code) => known.get(coded.word(code)));
  const values = float64(coded.codes.length);
  let unseen = 0;
  await inBlocks(values.length, 'encoding', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = coded.codes[row]!;
      values[row] = code === MISSING ? NaN : (numbers[code] ?? unknown);
      if (code !== MISSING && numbers[code] === undefined) unseen++;
    }
  });
  return { columns: [[name, values]], counts: { unseen } };
}
