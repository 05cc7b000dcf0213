import { expectedOfAlive, probabilityAlive } from '../../stats/bg-nbd-forecast';
import { expectedMoney } from '../../stats/gamma-gamma';
import { exp, log1p } from '../../stats/logarithm';
import { float64 } from '../../table/buffers';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { PairIndex } from '../rfm/pair-index';
import { hasMeanSpend } from './doubts';
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
}

/** The four columns of the customers given; NaN where the models do not say. @param end day since 1970 seen last */
export async function forecasts(
  days: PurchaseDays,
  customers: readonly number[],
  fit: ValueFit,
  end: number,
  ahead: Ahead,
  work: Work,
): Promise<Float64Array[]> {
  const columns = FORECASTS.map(() => float64(customers.length).fill(NaN));
  const [alive, orders, money, value] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  const { orders: model, spend } = fit;
  if (model === null) return columns;
  const known = new AheadOfAlive(model, ahead);
  await inBlocks(customers.length, 'learning-value', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const customer = customers[row]!;
      const first = days.first[customer]!;
      if (first !== first) continue;
      const repeats = days.repeats[customer]!;
      const age = end - first;
      const stays = probabilityAlive(model, repeats, days.last[customer]! - first, age);
      const [count, discounted] = known.of(repeats, age);
      if (repeats > 0) alive[row] = stays;
      orders[row] = count * stays;
      if (spend === null || !hasMeanSpend(fit)) continue;
      money[row] = expectedMoney(spend, repeats, days.mean[customer]!);
      value[row] = discounted * stays * money[row]!;
    }
  });
  return columns;
}

/** Orders of those who have not left, in all and discounted: customers with as many repeats seen as long share them. */
class AheadOfAlive {
  readonly #index = new PairIndex();
  readonly #known: (readonly [orders: number, discounted: number])[] = [];

  constructor(
    readonly model: NonNullable<ValueFit['orders']>,
    readonly ahead: Ahead,
  ) {}

  of(repeats: number, age: number): readonly [orders: number, discounted: number] {
    const at = this.#index.numberOf(repeats, age, this.#known.length);
    return (this.#known[at] ??= this.#reckon(repeats, age));
  }

  #reckon(repeats: number, age: number): readonly [orders: number, discounted: number] {
    const { horizon, discount } = this.ahead;
    const perDay = log1p(discount) / MONTH;
    let [before, discounted] = [0, 0];
    for (let month = 1; (month - 1) * MONTH < horizon; month++) {
      const until = Math.min(month * MONTH, horizon);
      const orders = expectedOfAlive(this.model, repeats, age, until);
      discounted += (orders - before) * exp(-until * perDay);
      before = orders;
    }
    return [before, discounted];
  }
}
