import { valueScale, type ValueScale } from './value-scale';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Minutes between two ticks of a day. */
const CLOCK = [1, 5, 15, 30, 60, 120, 180, 240, 360, 720];
/** Shorter ranges have ticks within days. */
const SHORT = 2 * DAY;
const MONDAY = 4;
/** Of a month; a month is at least so long. */
const SHORTEST_MONTH = 28;
const DAYS = [1, 7];
const MONTHS = [1, 3, 6];
const YEARS = [1, 2, 5];
const YEAR = 12;
const CLOSER = 0.62;

const monthsOf = (ms: number): number => {
  const day = new Date(ms);
  return day.getUTCFullYear() * YEAR + day.getUTCMonth();
};
const startOf = (month: number): number =>
  new Date(0).setUTCFullYear(Math.floor(month / YEAR), month - Math.floor(month / YEAR) * YEAR, 1);

/** How the ticks of an axis are written: each by itself, or those of dates by which there are. */
export interface AxisTicks {
  tick: (value: number) => string;
  dates?: ((ticks: readonly number[]) => (ms: number) => string) | undefined;
}

/** A scale of numbers, on ± log(1 + |x|) where `long`, or of dates where such are written; and how its ticks are. */
export function axisScale(
  range: readonly [number, number],
  long: boolean,
  pixels: readonly [number, number],
  apart: number,
  { tick, dates }: AxisTicks,
): ValueScale & { tick: AxisTicks['tick'] } {
  if (!dates) return { ...valueScale(range, long, pixels, apart), tick };
  const scale = dateScale(range, pixels, apart);
  return { ...scale, tick: dates(scale.ticks) };
}

/**
 * Ticks of a scale of dates in ms: times of the day, days, Mondays, starts of months, quarters, years and so on, as many as
 * have room; both ends where none of these lies between.
 */
export function dateScale(
  [low, high]: readonly [number, number],
  pixels: readonly [number, number],
  apart: number,
): ValueScale {
  const { place } = valueScale([low, high], false, pixels, apart);
  if (!(high > low)) return { place, ticks: [low] };
  const room = (apart * (high - low)) / (pixels[1] - pixels[0]);
  const ticks = ticksIn(low, high, room);
  // One alone tells no distance: words that touch are left out, those of years are short.
  const closer = ticks.length === 1 ? ticksIn(low, high, room * CLOSER) : ticks;
  if (closer.length > 0) return { place, ticks: closer };
  return { place, ticks: high - low >= room ? [low, high] : [low] };
}

/** @param room least ms between two */
function ticksIn(low: number, high: number, room: number): number[] {
  const minutes = high - low < SHORT && CLOCK.find((step) => step * MINUTE >= room);
  if (minutes) {
    const step = minutes * MINUTE;
    return between(Math.ceil(low / step), high, (at) => at * step);
  }
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
