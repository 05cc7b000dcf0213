import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { moments } from '../../../src/engine/stats/moments';
import { pointsOf, type Points } from '../../../src/engine/stats/points';

/** The shared collection of public files beside the repository; tests that need it are skipped without it. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/data');
export const hasPublicData = existsSync(FOLDER);
export const NEEDS = '(needs ../shared/data)';

const rowsOf = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(resolve(FOLDER, file), 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

const column = (rows: readonly Record<string, string>[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => Number(row[name]));

/** Mean 0, deviation 1, divisor n. */
export function z(values: Float64Array): Float64Array {
  const { mean, deviation } = moments(values);
  return values.map((value) => (value - mean) / deviation);
}

export function customers(file: string, names: readonly string[], scaled: boolean): Points {
  const rows = rowsOf(`customers/${file}`);
  return pointsOf(names.map((name) => (scaled ? z(column(rows, name)) : column(rows, name))));
}

/** The twelve grouping columns, log1p where the skewness is above 1, z. */
export function marketing(): Points {
  const rows = rowsOf('customers/marketing_campaign_semicolon.csv');
  const names = Object.keys(rows[0]!).filter((name) => /^(Recency|Mnt|Num)/.test(name));
  const columns = names.sort().map((name) => column(rows, name));
  return pointsOf(columns.map((values) => z(moments(values).skewness > 1 ? values.map(Math.log1p) : values)));
}

/** Frequency, monetary and recency by DESIGN.md section 5, log1p, z; computed here without the engine's own steps. */
export function onlineRetail(): Points {
  const text = readFileSync(resolve(FOLDER, 'transactions/online_retail_2010-2011.csv'), 'utf8');
  const seen = new Set<string>();
  const known = new Map<string, { orders: Set<string>; money: number; last: number }>();
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data }) => {
      const [order, , , quantity, date, price, id] = data;
      const copy = data.join('\u0001');
      if (!id || id === 'CustomerID' || seen.has(copy)) return;
      seen.add(copy);
      const money = Number(quantity) * Number(price);
      const customer = known.get(id) ?? { orders: new Set(), money: 0, last: NaN };
      known.set(id, customer);
      customer.money += money;
      if (Number(quantity) < 0 || money < 0) return;
      customer.orders.add(order!);
      const day = Date.parse(`${date!.slice(0, 10)}T00:00:00Z`) / 86_400_000;
      customer.last = Number.isNaN(customer.last) ? day : Math.max(customer.last, day);
    },
  });
  const bought = [...known.values()].filter(({ orders }) => orders.size > 0);
  const reference = Math.max(...bought.map(({ last }) => last)) + 1;
  const log = (value: (customer: (typeof bought)[number]) => number) =>
    z(Float64Array.from(bought, (customer) => Math.log1p(Math.max(0, value(customer)))));
  return pointsOf([
    log(({ orders }) => orders.size),
    log(({ money }) => money),
    log(({ last }) => reference - last),
  ]);
}
