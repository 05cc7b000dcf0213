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

/** On an axis of days: of one that begins a year its number, of one that begins a month its name. */
export function dateTick(ms: number): string {
  const [month, day] = [monthOf(ms), new Date(ms).getUTCDate()];
  if (day !== 1) return date(ms);
  return month === 0 ? String(yearOf(ms)) : `${SHORT[month]!} ${yearOf(ms)}`;
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
