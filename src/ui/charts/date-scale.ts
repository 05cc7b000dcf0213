import { valueScale, type ValueScale } from './value-scale';

const DAY = 86_400_000;
const MONDAY = 4;
/** Of a month; a month is at least so long. */
const SHORTEST_MONTH = 28;
const DAYS = [1, 7];
const MONTHS = [1, 3, 6];
const YEARS = [1, 2, 5];
const YEAR = 12;

const monthsOf = (ms: number): number => {
  const day = new Date(ms);
  return day.getUTCFullYear() * YEAR + day.getUTCMonth();
};
const startOf = (month: number): number =>
  new Date(0).setUTCFullYear(Math.floor(month / YEAR), month - Math.floor(month / YEAR) * YEAR, 1);

/** Days of a scale of dates in ms: each day, Mondays, starts of months, quarters, years and so on, as many as have room. */
export function dateScale(
  [low, high]: readonly [number, number],
  pixels: readonly [number, number],
  apart: number,
): ValueScale {
  const { place } = valueScale([low, high], false, pixels, apart);
  if (!(high > low)) return { place, ticks: [low] };
  const room = (apart * (high - low)) / (pixels[1] - pixels[0]);
  return { place, ticks: ticksIn(low, high, room) };
}

/** @param room least ms between two */
function ticksIn(low: number, high: number, room: number): number[] {
  const days = DAYS.find((step) => step * DAY >= room);
  if (days !== undefined) {
    const shift = days === 1 ? 0 : MONDAY;
    const first = Math.ceil((low / DAY - shift) / days);
    return between(first, high, (at) => (at * days + shift) * DAY);
  }
  const months = monthSteps().find((step) => step * SHORTEST_MONTH * DAY >= room)!;
  const month = Math.ceil(monthsOf(low) / months);
  const first = startOf(month * months) < low ? month + 1 : month;
  return between(first, high, (at) => startOf(at * months));
}

/** Months, then 1, 2 and 5 years and ten times as many. */
const monthSteps = (): number[] => [
  ...MONTHS,
  ...[1, 10, 100, 1_000, 10_000, 100_000].flatMap((times) => YEARS.map((years) => years * times * YEAR)),
];

function between(first: number, high: number, at: (step: number) => number): number[] {
  const ticks: number[] = [];
  for (let step = first; at(step) <= high; step++) ticks.push(at(step));
  return ticks;
}

/** Whether all ticks are starts of months, so that a day need not be written. */
export const areMonths = (ticks: readonly number[]): boolean =>
  ticks.every((ms) => new Date(ms).getUTCDate() === 1);
