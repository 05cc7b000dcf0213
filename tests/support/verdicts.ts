import type { MethodName } from '../../src/engine/index';
import { generator } from '../../src/engine/stats/random';
import { planted } from '../engine/stats/planted';
import { saidOfCustomers } from './said-of-customers';

export const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const NAMES = ['visits', 'spend', 'basket', 'pages', 'minutes'];
const PRAISES = /^(Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) segments/;

/** The finding on customers of whom these numbers are known. */
export function foundIn(rows: readonly (readonly number[])[], method?: MethodName): Promise<string> {
  const header = ['customer_id', ...NAMES.slice(0, rows[0]!.length)].join(',');
  const lines = rows.map((row, at) => [`K${1000 + at}`, ...row.map((value) => value.toFixed(4))].join(','));
  return saidOfCustomers([header, ...lines].join('\n'), 'auto', {}, undefined, method);
}

export async function praised(rowsOf: (seed: number) => number[][], method?: MethodName): Promise<number> {
  let count = 0;
  for (const seed of SEEDS) count += Number(PRAISES.test(await foundIn(rowsOf(seed), method)));
  return count;
}

export const shifted = (rows: number[][]) => rows.map((row) => row.map((value) => value + 50));

/** Customers spread evenly in `d` columns. */
export const evenNoise = (d: number) => (seed: number) => {
  const draw = generator(seed);
  return Array.from({ length: 150 }, () => Array.from({ length: d }, () => 10 + 40 * draw()));
};

/** Customers of one Gaussian cloud in `d` columns. */
export const oneCloud = (d: number) => (seed: number) =>
  shifted(planted([new Array<number>(d).fill(0)], 150, 1, seed));
