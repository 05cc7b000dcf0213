import { weekday } from '../date-parts/moment';
import { DAY, dayOf } from './calendar';

/** Days of the week, 1 Monday to 7 Sunday, or hours, 0 to 23, of the wall clock in the file. */
export type ClockPart = 'weekdays' | 'hours';

const HOUR = 3_600_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Whether a moment is in one of some of them; NaN, a blank, is in none. */
export function clockTest(part: ClockPart, values: readonly number[]): (moment: number) => boolean {
  const wanted = new Set(values);
  return part === 'weekdays'
    ? (moment) => wanted.has(weekday(dayOf(moment)))
    : (moment) => wanted.has(Math.floor((moment - dayOf(moment) * DAY) / HOUR));
}

/** "on Saturday or Sunday", "from Monday to Friday", "between 09:00 and 12:00", "in the hours from 09:00 or 20:00" */
export function clockInWords(part: ClockPart, values: readonly number[]): string {
  const rising = [...values].sort((a, b) => a - b);
  const [first, last] = [rising[0]!, rising.at(-1)!];
  const run = last - first === rising.length - 1;
  if (part === 'hours')
    return run
      ? `between ${hour(first)} and ${hour(last + 1)}`
      : `in the hours from ${either(rising.map(hour))}`;
  return run && rising.length > 2 ? `from ${day(first)} to ${day(last)}` : `on ${either(rising.map(day))}`;
}

const day = (at: number): string => WEEKDAYS[at - 1]!;
const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`;
const either = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join(' or ');
