import { daysBeforeEnd, LAST_DAY, moment } from './calendar';
import { Draws } from './draws';
import { GIFT, GOODS, PLACES, type Good } from './goods';
import type { Shopper } from './shoppers';

/** One row of the order file before it is written. */
export interface OrderLine {
  /** Orders are numbered by their moment in the end; lines of one order share this object. */
  order: { at: number; return: boolean };
  /** Null: bought as a guest. */
  customer: string | null;
  good: Good;
  /** Below 0 for returns. */
  quantity: number;
  country: string;
}

const DAY = 86_400_000;
const GUEST_ORDERS = 380;
const RETURNED = 0.02;
const GIFTS = 0.004;

/** All lines of one customer: orders within the habit's span, a few of them returned later. */
export function linesOf(shopper: Shopper): OrderLine[] {
  const { habit, id } = shopper;
  const draws = new Draws(shopper.seed);
  const orders = draws.whole(...habit.orders);
  const [least, most] = habit.quiet;
  const last = moment(draws, daysBeforeEnd(most), daysBeforeEnd(least));
  const end = last - (last % DAY);
  const start = end - Math.round(habit.span * draws.between(0.75, 1)) * DAY;
  const earlier = Array.from({ length: orders - 1 }, () => moment(draws, start, end));
  const moments = [...earlier, last];
  const country = spelt(draws, shopper.country);
  return moments.flatMap((at) => withReturns(draws, basket(draws, shopper, at, id, country)));
}

/** Orders of people who left no name, spread over the year. */
export function guestLines(seed: number): OrderLine[] {
  const draws = new Draws(seed);
  const habit = { lines: 0.6, pieces: 0.4 };
  const weights = PLACES.map(({ weight }) => weight);
  return Array.from({ length: GUEST_ORDERS }, () => {
    const { country } = draws.pick(PLACES, weights);
    return basket(draws, { habit, appetite: 1 }, moment(draws, daysBeforeEnd(364), LAST_DAY), null, country);
  }).flat();
}

function basket(
  draws: Draws,
  { habit, appetite }: { habit: { lines: number; pieces: number }; appetite: number },
  at: number,
  customer: string | null,
  country: string,
): OrderLine[] {
  const order = { at, return: false };
  const line = (good: Good, quantity: number): OrderLine => ({ order, customer, good, quantity, country });
  const goods = Array.from({ length: 1 + draws.count(habit.lines) }, () => draws.pick(GOODS));
  const lines = goods.map((good) => line(good, 1 + draws.count(habit.pieces * appetite)));
  if (draws.chance(GIFTS * lines.length)) lines.push(line(GIFT, 1));
  return lines;
}

function withReturns(draws: Draws, lines: readonly OrderLine[]): OrderLine[] {
  const returned = lines.filter(({ order }) => order.at < LAST_DAY - 20 * DAY && draws.chance(RETURNED));
  const back = returned.map((line) => ({
    ...line,
    order: { at: line.order.at + draws.whole(3, 18) * DAY, return: true },
    quantity: -draws.whole(1, line.quantity),
  }));
  return [...lines, ...back];
}

/** Some customers typed their country themselves. */
function spelt(draws: Draws, country: string): string {
  if (!draws.chance(0.04)) return country;
  return draws.pick([country.toUpperCase(), country.toLowerCase(), `${country} `]);
}
