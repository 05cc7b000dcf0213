import { seedFrom } from '../stats/random';
import { Draws } from './draws';
import { shoppers, type Shopper } from './shoppers';

const HEADER = 'customer_id,city,country,age,newsletter,visits_per_month,wishlist_items,support_contacts';

/** Visits a month, wishes noted and calls for help that are usual for each kind. */
const USUAL: Readonly<
  Record<Shopper['habit']['kind'], readonly [visits: number, wishes: number, calls: number]>
> = {
  regular: [9, 6, 1.2],
  occasional: [3, 3, 0.4],
  once: [0.7, 0.8, 0.2],
  slipping: [1, 5, 2],
  new: [5, 3, 0.3],
};

/** The customers of `sampleShop` with the same seed, one row each, as a CSV file in UTF-8; some ages are blank. */
export function sampleCustomers(seed: number): Uint8Array {
  const rows = shoppers(seed).map(rowOf);
  return new TextEncoder().encode(`${HEADER}\n${rows.join('\n')}\n`);
}

function rowOf({ id, city, country, habit, seed }: Shopper): string {
  const draws = new Draws(seedFrom(seed, 1));
  const [visits, wishes, calls] = USUAL[habit.kind].map((mean) => draws.count(mean * draws.spread(0.3)));
  const age = draws.chance(0.01) ? '' : Math.round(18 + 26 * draws.spread(0.35));
  const newsletter = draws.chance(habit.kind === 'once' ? 0.25 : 0.6) ? 'yes' : 'no';
  return [id, city, country, age, newsletter, visits, wishes, calls].join(',');
}
