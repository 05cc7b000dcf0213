import { date } from './format';

const DAY = 86_400_000;
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LONG = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

type Unit = 'day' | 'week' | 'month' | 'year';

export const MONTHS_SHORT: readonly string[] = SHORT;
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();
const monthOf = (ms: number): number => new Date(ms).getUTCMonth();

/** Years may come in fives and more. */
function yearsName(start: number, starts: readonly number[]): string {
  const step = starts.length > 1 ? yearOf(starts[1]!) - yearOf(starts[0]!) : 1;
  return step > 1 ? `${yearOf(start)}–${yearOf(start) + step - 1}` : String(yearOf(start));
}

/** "Dec 2010", "3 Mar 2025", "the week of 3 Mar 2025", "2011"; as a sentence begins with it. */
export function periodName(start: number, unit: Unit, starts: readonly number[], whole = false): string {
  if (unit === 'year') return yearsName(start, starts);
  if (unit === 'month') return `${(whole ? LONG : SHORT)[monthOf(start)]!} ${yearOf(start)}`;
  return unit === 'week' && whole ? `The week of ${date(start)}` : date(start);
}

/** "November", with its year where there is another one. */
export function periodPlain(start: number, unit: Unit, starts: readonly number[]): string {
  if (unit !== 'month') return periodName(start, unit, starts, true);
  const twice = starts.filter((one) => monthOf(one) === monthOf(start)).length > 1;
  return twice ? periodName(start, unit, starts, true) : LONG[monthOf(start)]!;
}

/** Below an axis: the year only where it begins. */
export function periodTick(start: number, unit: Unit, starts: readonly number[], at: number): string {
  if (unit === 'year') return yearsName(start, starts).split('–')[0]!;
  const before = starts[at - 1];
  if (unit === 'month') {
    const other = before === undefined || yearOf(before) !== yearOf(start);
    return other ? `${SHORT[monthOf(start)]} ${yearOf(start)}` : SHORT[monthOf(start)]!;
  }
  // Over more than a year, weeks are told by their month.
  if (unit === 'week' && yearOf(starts.at(-1)!) - yearOf(starts[0]!) > 1)
    return `${SHORT[monthOf(start)]} ${yearOf(start)}`;
  const day = new Date(start).getUTCDate();
  return before === undefined ? date(start) : `${day} ${SHORT[monthOf(start)]}`;
}

/** Along an axis of dates: years, months where all begin one, else days, or times of the day. */
export function dateTicks(ticks: readonly number[]): (ms: number) => string {
  if (ticks.every(startsMonth)) return monthTick;
  const hours = ticks.at(-1)! - ticks[0]! < 2 * DAY && ticks.some((ms) => ms % DAY !== 0);
  return hours ? hourTicks(ticks) : date;
}

const startsMonth = (ms: number): boolean => ms % DAY === 0 && new Date(ms).getUTCDate() === 1;

/** Of a month that begins a year the year alone. */
const monthTick = (ms: number): string =>
  monthOf(ms) === 0 ? String(yearOf(ms)) : `${SHORT[monthOf(ms)]!} ${yearOf(ms)}`;

/** The date where a day begins, or beside the first time where none does. */
function hourTicks(ticks: readonly number[]): (ms: number) => string {
  const days = ticks.some((ms) => ms % DAY === 0);
  return (ms) => {
    if (ms % DAY === 0) return date(ms);
    const [time, day] = [new Date(ms).toISOString().slice(11, 16), new Date(ms).getUTCDate()];
    return days || ms !== ticks[0] ? time : `${day} ${SHORT[monthOf(ms)]!} ${time}`;
  };
}

/** Whether the last period ends after the last day there is. */
export function isCutShort(start: number, last: number, unit: Unit): boolean {
  if (unit === 'day') return false;
  const next =
    unit === 'week'
      ? start + 7 * DAY
      : new Date(0).setUTCFullYear(
          yearOf(start) + (unit === 'year' ? 1 : 0),
          unit === 'year' ? 0 : monthOf(start) + 1,
          1,
        );
  return last < next - DAY;
}
