import { DAY, dayOf } from '../../steps/parts/calendar';
import { quantile } from '../../stats/quantile';
import { log } from '../../stats/logarithm';
import type { Tally } from '../../table/tally';
import type { DateSummary } from './overview-of';
import { ENOUGH_DAYS, GAP_CHANCE, GAP_OF_STEADY, GAP_TIMES, STEADY } from './thresholds';

const HOUR = 3_600_000;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** 0 Monday to 6 Sunday, of days since 1970. */
export const weekdayOf = (day: number): number => (((day + FIRST_WEEKDAY) % 7) + 7) % 7;

export const hourOf = (ms: number): number => Math.floor((ms - dayOf(ms) * DAY) / HOUR);

/** What counted dates are like; null where there are none. */
export function dateSummary({ values, counts, present }: Tally, hasTime: boolean): DateSummary | null {
  if (present === 0) return null;
  const weekdays = new Array<number>(7).fill(0);
  const hours = new Array<number>(24).fill(0);
  const days: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const day = dayOf(values[i]!);
    if (day !== days.at(-1)) days.push(day);
    weekdays[weekdayOf(day)]! += counts[i]!;
    hours[hourOf(values[i]!)]! += counts[i]!;
  }
  return {
    min: values[0]!,
    max: values[values.length - 1]!,
    hasTime,
    days: days.length,
    weekdays,
    hours: hasTime && values.some((ms) => ms % DAY !== 0) ? hours : null,
    gap: unexpectedGap(days),
  };
}

/**
 * The longest stretch of days without a row, if it is longer than the rhythm of the column explains.
 * @param days those with rows, rising
 */
function unexpectedGap(days: readonly number[]): DateSummary['gap'] {
  if (days.length < ENOUGH_DAYS) return null;
  const steps = Float64Array.from(days.slice(1), (day, i) => day - days[i]!);
  const longest = steps.reduce((best, step, i) => (step > steps[best]! ? i : best), 0);
  if (!(steps[longest]! >= explained(steps))) return null;
  const from = days[longest]! + 1;
  const to = days[longest + 1]! - 1;
  return { from: from * DAY, to: to * DAY, days: to - from + 1 };
}

/** The step from one day with rows to the next from which on it is unexpected. */
function explained(steps: Float64Array): number {
  const rising = steps.slice().sort();
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantile(rising, share)) as [
    number,
    number,
    number,
  ];
  if (middle > 1 && low >= STEADY[0] * middle && high <= STEADY[1] * middle) return GAP_OF_STEADY * middle;
  // The longest step is left out: it is what is being judged.
  const typical = rising.subarray(0, rising.length - 1);
  const busy = typical.length / typical.reduce((sum, step) => sum + step, 0);
  const byChance = busy < 1 ? log(GAP_CHANCE / steps.length) / log(1 - busy) : 2;
  return Math.max(GAP_TIMES * high, byChance);
}
