import { withBreaths } from '../../pieces';
import { fitBgNbd, type BgNbd, type Histories } from '../../stats/bg-nbd';
import { likelyRepeats } from '../../stats/bg-nbd-forecast';
import { fitGammaGamma } from '../../stats/gamma-gamma';
import type { Work } from '../../work';
import { PairIndex } from '../rfm/pair-index';
import type { PurchaseDays } from './purchase-days';
import type { ValueFit } from './params';

/** With fewer who bought again, four parameters are guesswork. */
export const LEAST_REPEATERS = 30;
/** So many repeats and more are one line of the comparison. */
const MOST_SHOWN = 7;

export type Learnt = Omit<ValueFit, 'referenceDate' | 'orderTotals'>;

/** Learns how customers buy and what they spend. @param end day since 1970 that was seen last */
export async function learnValue(days: PurchaseDays, end: number, work: Work): Promise<Learnt> {
  return learnFrom(grouped(days, end), spendingOf(days), work);
}

/** Money per order of customers who bought again, in an order that hangs on the values alone. */
export interface Spending {
  purchases: Uint32Array;
  mean: Float64Array;
}

/** The same from histories that are known, in an order that hangs on them alone; `longest` in the unit of their times. */
export async function learnFrom(histories: Histories, spending: Spending, work: Work): Promise<Learnt> {
  const customers = histories.weights.reduce((sum, weight) => sum + weight, 0);
  const repeaters = histories.repeats.reduce(
    (sum, count, i) => sum + (count > 0 ? histories.weights[i]! : 0),
    0,
  );
  const longest = histories.age.reduce((most, age) => Math.max(most, age), 0);
  const few = { customers, repeaters, longest, orders: null, spend: null, correlation: null, repeats: [] };
  if (repeaters < LEAST_REPEATERS) return few;
  const progress = { phase: 'learning-value', done: 0, total: customers, unit: 'rows' } as const;
  const { settled, ...orders } = await withBreaths(fitBgNbd(histories), work, progress);
  const enough = spending.mean.length >= LEAST_REPEATERS;
  const spend = enough ? await withBreaths(fitGammaGamma(spending), work, progress) : null;
  return {
    ...few,
    orders: settled ? orders : null,
    spend: spend?.settled
      ? { p: spend.p, q: spend.q, v: spend.v, logLikelihood: spend.logLikelihood, errors: spend.errors }
      : null,
    correlation: enough ? correlationOf(spending) : null,
    repeats: settled ? compared(histories, orders) : [],
  };
}

/** Customers with the same history together, in an order that hangs on the histories alone. */
function grouped(days: PurchaseDays, end: number): Histories {
  const times = new PairIndex();
  const whole = new PairIndex();
  const found: { repeats: number; last: number; age: number; weight: number }[] = [];
  let seen = 0;
  for (let customer = 0; customer < days.repeats.length; customer++) {
    const first = days.first[customer]!;
    if (first !== first) continue;
    const repeats = days.repeats[customer]!;
    const last = days.last[customer]! - first;
    const age = end - first;
    const time = times.numberOf(last, age, seen);
    if (time === seen) seen++;
    const at = whole.numberOf(time, repeats, found.length);
    if (at === found.length) found.push({ repeats, last, age, weight: 1 });
    else found[at]!.weight++;
  }
  found.sort((one, other) => one.repeats - other.repeats || one.age - other.age || one.last - other.last);
  return {
    repeats: Uint32Array.from(found, ({ repeats }) => repeats),
    last: Float64Array.from(found, ({ last }) => last),
    age: Float64Array.from(found, ({ age }) => age),
    weights: Float64Array.from(found, ({ weight }) => weight),
  };
}

/** Of customers who bought again for more than nothing; in an order that hangs on the values alone. */
export function spendingOf({ repeats, mean }: Pick<PurchaseDays, 'repeats' | 'mean'>): Spending {
  const paid: number[] = [];
  mean.forEach((money, customer) => {
    if (money > 0) paid.push(customer);
  });
  paid.sort((one, other) => repeats[one]! - repeats[other]! || mean[one]! - mean[other]!);
  return {
    purchases: Uint32Array.from(paid, (customer) => repeats[customer]!),
    mean: Float64Array.from(paid, (customer) => mean[customer]!),
  };
}

function correlationOf({ purchases, mean }: Spending): number | null {
  const n = mean.length;
  const [centre, usual] = [purchases, mean].map((values) => sum(values) / n) as [number, number];
  const across = sum(mean.map((money, i) => (money - usual) * (purchases[i]! - centre)));
  const spread =
    sum(mean.map((money) => (money - usual) ** 2)) *
    sum(Float64Array.from(purchases, (x) => (x - centre) ** 2));
  return spread > 0 ? across / Math.sqrt(spread) : null;
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
};

function compared({ repeats, age, weights }: Histories, model: BgNbd): ValueFit['repeats'] {
  const customers = Array<number>(MOST_SHOWN + 1).fill(0);
  const expected = Array<number>(MOST_SHOWN + 1).fill(0);
  const byAge = new Map<number, number>();
  repeats.forEach((count, i) => {
    customers[Math.min(count, MOST_SHOWN)]! += weights[i]!;
    byAge.set(age[i]!, (byAge.get(age[i]!) ?? 0) + weights[i]!);
  });
  for (const [seen, weight] of [...byAge].sort(([one], [other]) => one - other)) {
    const shares = likelyRepeats(model, MOST_SHOWN - 1, seen);
    shares.forEach((share, count) => (expected[count]! += share * weight));
    expected[MOST_SHOWN]! += Math.max(0, 1 - sum(shares)) * weight;
  }
  return customers.map((count, i) => ({ repeats: i, customers: count, expected: expected[i]! }));
}
