import { Draws } from './draws';
import { PLACES } from './goods';

/** How the customers of one kind buy. */
export interface Habit {
  kind: 'regular' | 'occasional' | 'once' | 'slipping' | 'new';
  /** How many customers. */
  size: number;
  /** Orders, at least and at most. */
  orders: readonly [number, number];
  /** Days between the last order and the end of the data, at least and at most. */
  quiet: readonly [number, number];
  /** Days over which the orders spread before the last one, at most. */
  span: number;
  /** Mean of lines per order beyond the first, and of pieces per line beyond the first. */
  lines: number;
  pieces: number;
}

/** The segments that are planted: 16 % buy often and much, 9 % did and stay away, the others buy little. */
export const HABITS: readonly Habit[] = [
  { kind: 'regular', size: 330, orders: [9, 16], quiet: [0, 25], span: 364, lines: 1.1, pieces: 1.4 },
  { kind: 'occasional', size: 620, orders: [2, 5], quiet: [25, 120], span: 320, lines: 0.8, pieces: 0.5 },
  { kind: 'once', size: 600, orders: [1, 1], quiet: [130, 360], span: 0, lines: 0.5, pieces: 0.3 },
  { kind: 'slipping', size: 170, orders: [6, 11], quiet: [110, 220], span: 190, lines: 1.1, pieces: 1.3 },
  { kind: 'new', size: 280, orders: [1, 2], quiet: [0, 18], span: 14, lines: 0.8, pieces: 0.5 },
];

/** One customer of the invented shop. */
export interface Shopper {
  id: string;
  habit: Habit;
  country: string;
  city: string;
  /** How much more than others of the kind this one buys per order; around 1. */
  appetite: number;
  /** For draws that belong to this customer only. */
  seed: number;
}

/** The customers of the shop, in the order of their numbers, the kinds mixed. */
export function shoppers(seed: number): Shopper[] {
  const draws = new Draws(seed);
  const habits = draws.shuffled(HABITS.flatMap((habit) => new Array<Habit>(habit.size).fill(habit)));
  const weights = PLACES.map(({ weight }) => weight);
  return habits.map((habit, at) => {
    const place = draws.pick(PLACES, weights);
    return {
      id: `C-${10_000 + at * 3 + draws.whole(0, 2)}`,
      habit,
      country: place.country,
      city: draws.pick(place.cities),
      appetite: draws.spread(0.3),
      seed: draws.whole(0, 0x7fffffff),
    };
  });
}
