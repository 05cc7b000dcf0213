import type { ColumnTable } from 'arquero';
import type { Histories } from '../../stats/bg-nbd';
import { float64 } from '../../table/buffers';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import type { Seen } from '../customer-value/forecasts';
import { inBlocks } from '../parts/blocks';
import type { Params } from './params';

export interface SeenCustomers extends Seen {
  repeats: Float64Array;
  last: Float64Array;
  age: Float64Array;
  mean: Float64Array;
  /** Rows whose figures are no history; NaN in all of them. */
  unfit: number;
}

/**
 * What a table says of its customers, row by row. A history has whole repeats from 0 up and times that rise: 0, `last`,
 * `age`; who never came back has a `last` of 0. Money counts where somebody came back and paid.
 */
export async function seenCustomers(table: ColumnTable, params: Params, work: Work): Promise<SeenCustomers> {
  const [x, tx, seen] = [params.repeats, params.last, params.age].map(
    (name) => columnAs(table, name, 'number').values,
  ) as [Float64Array, Float64Array, Float64Array];
  const money = params.money === null ? null : columnAs(table, params.money, 'number').values;
  const [repeats, last, age, mean] = [0, 1, 2, 3].map(() => float64(x.length).fill(NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let unfit = 0;
  await inBlocks(x.length, 'learning-value', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [often, until, whole] = [x[row]!, tx[row]!, seen[row]!];
      if (!isHistory(often, until, whole)) {
        unfit++;
        continue;
      }
      repeats[row] = often;
      last[row] = until;
      age[row] = whole;
      if (money && often > 0 && money[row]! > 0) mean[row] = money[row]!;
    }
  });
  return { repeats, last, age, mean, unfit };
}

const isHistory = (repeats: number, last: number, age: number): boolean =>
  repeats >= 0 &&
  repeats === Math.floor(repeats) &&
  repeats <= 0xffffffff &&
  last >= 0 &&
  age >= last &&
  age < Infinity &&
  (repeats > 0 || last === 0);

/** Customers with the same history together, in an order that hangs on the histories alone. */
export function histories({ repeats, last, age }: SeenCustomers): Histories {
  const rows: number[] = [];
  for (let row = 0; row < age.length; row++) if (age[row] === age[row]) rows.push(row);
  rows.sort((a, b) => repeats[a]! - repeats[b]! || age[a]! - age[b]! || last[a]! - last[b]!);
  const firsts: number[] = [];
  const weights: number[] = [];
  for (const row of rows) {
    const of = firsts.at(-1);
    const same =
      of !== undefined && repeats[of] === repeats[row] && age[of] === age[row] && last[of] === last[row];
    if (same) weights[weights.length - 1]!++;
    else {
      firsts.push(row);
      weights.push(1);
    }
  }
  return {
    repeats: Uint32Array.from(firsts, (row) => repeats[row]!),
    last: Float64Array.from(firsts, (row) => last[row]!),
    age: Float64Array.from(firsts, (row) => age[row]!),
    weights: Float64Array.from(weights),
  };
}
