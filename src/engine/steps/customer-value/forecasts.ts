import { expectedOfAlive, probabilityAlive } from '../../stats/bg-nbd-forecast';
import { expectedMoney } from '../../stats/gamma-gamma';
import { exp, log1p } from '../../stats/logarithm';
import { float64 } from '../../table/buffers';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { hasMeanSpend } from './doubts';
import type { Learnt } from './learn';
import type { ValueFit } from './params';
import type { PurchaseDays } from './purchase-days';

/** The columns behind those of `rfm`. */
export const FORECASTS = [
  'probability_alive',
  'expected_orders',
  'expected_order_value',
  'expected_value',
] as const;

/** Days by which money is discounted at once. */
const MONTH = 30;

export interface Ahead {
  /** Days. */
  horizon: number;
  /** A share for each 30 days. */
  discount: number;
  /** Days in the unit that the model's times are counted in; 1, if not said. */
  unit?: number;
}

/** Histories of customers, row by row; NaN in `age` where there is none. Times in the unit of the model. */
export interface Seen {
  repeats: ArrayLike<number>;
  last: ArrayLike<number>;
  age: ArrayLike<number>;
  /** Mean money of the repeats; NaN without any. */
  mean: ArrayLike<number>;
}

/** The four columns of the customers given; NaN where the models do not say. @param end day since 1970 seen last */
export function forecasts(
  days: PurchaseDays,
  customers: readonly number[],
  fit: ValueFit,
  end: number,
  ahead: Ahead,
  work: Work,
): Promise<Float64Array[]> {
  const each = (of: (customer: number) => number) => Float64Array.from(customers, of);
  const seen = {
    repeats: each((one) => days.repeats[one]!),
    last: each((one) => days.last[one]! - days.first[one]!),
    age: each((one) => end - days.first[one]!),
    mean: each((one) => days.mean[one]!),
  };
  return forecastsOf(seen, fit, ahead, work);
}

/** The same of histories that are known. */
export async function forecastsOf(
  { repeats, last, age, mean }: Seen,
  fit: Learnt,
  ahead: Ahead,
  work: Work,
): Promise<Float64Array[]> {
  const columns = FORECASTS.map(() => float64(age.length).fill(NaN));
  const [alive, orders, money, value] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  const { orders: model, spend } = fit;
  if (model === null) return columns;
  const known = new AheadOfAlive(model, ahead);
  await inBlocks(age.length, 'learning-value', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [times, seen] = [repeats[row]!, age[row]!];
      if (seen !== seen) continue;
      const stays = probabilityAlive(model, times, last[row]!, seen);
      const [count, discounted] = known.of(times, seen);
      if (times > 0) alive[row] = stays;
      orders[row] = count * stays;
      if (spend === null || !hasMeanSpend(fit)) continue;
      money[row] = expectedMoney(spend, times, mean[row]!);
      value[row] = discounted * stays * money[row]!;
    }
  });
  return columns;
}

type OfAlive = readonly [orders: number, discounted: number];

/** Orders of those who have not left, in all and discounted: customers with as many repeats seen as long share them. */
class AheadOfAlive {
  readonly #byAge = new Map<number, Map<number, OfAlive>>();

  constructor(
    readonly model: NonNullable<ValueFit['orders']>,
    readonly ahead: Ahead,
  ) {}

  of(repeats: number, age: number): OfAlive {
    let known = this.#byAge.get(age);
    if (!known) this.#byAge.set(age, (known = new Map()));
    let found = known.get(repeats);
    if (!found) known.set(repeats, (found = this.#reckon(repeats, age)));
    return found;
  }

  #reckon(repeats: number, age: number): OfAlive {
    const { horizon, discount, unit = 1 } = this.ahead;
    const perDay = log1p(discount) / MONTH;
    let [before, discounted] = [0, 0];
    for (let month = 1; (month - 1) * MONTH < horizon; month++) {
      const until = Math.min(month * MONTH, horizon);
      const orders = expectedOfAlive(this.model, repeats, age, until / unit);
      discounted += (orders - before) * exp(-until * perDay);
      before = orders;
    }
    return [before, discounted];
  }
}
