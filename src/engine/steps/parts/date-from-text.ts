import { dayMs } from './calendar';

/** Which of year, month and day comes first. A text that starts with four digits is always read year first. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const YEAR_FIRST = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_NAMED = /^(\d{1,2})[-/. ]?([a-z]{3})[a-z]*\.?[-/. ,]*(\d{4}|\d{2})$/i;
const MONTH_NAMED = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?$/i;

/**
 * Wall-clock milliseconds of a text, written as if UTC; NaN if it is no date. A zone or offset is left aside, English
 * month names are understood, and two-digit years are 1969 to 2068 (POSIX).
 */
export function dateFromText(text: string, order: DateOrder): number {
  const [, date = '', time = ''] = /^(.*?)(?:(?:T|,? +)(\d{1,2}:.*))?$/s.exec(text.trim()) ?? [];
  const day = dayFromText(date, order);
  const clock = time === '' ? 0 : clockFromText(time);
  return day === null || clock === null ? NaN : day + clock;
}

function dayFromText(text: string, order: DateOrder): number | null {
  let found = YEAR_FIRST.exec(text);
  if (found) return dayMs(Number(found[1]), Number(found[3]), Number(found[4]));
  found = YEAR_LAST.exec(text);
  if (found) {
    const first = Number(found[1]);
    const second = Number(found[3]);
    if (order === 'ymd')
      return found[4]!.length === 2 ? dayMs(year(found[1]!), second, Number(found[4])) : null;
    return order === 'dmy' ? dayMs(year(found[4]!), second, first) : dayMs(year(found[4]!), first, second);
  }
  found = DAY_NAMED.exec(text);
  if (found) return dayMs(year(found[3]!), month(found[2]!), Number(found[1]));
  found = MONTH_NAMED.exec(text);
  return found && dayMs(Number(found[3]), month(found[1]!), Number(found[2]));
}

const month = (name: string): number => NAMES.indexOf(name.toLowerCase()) + 1;

function year(digits: string): number {
  const value = Number(digits);
  if (digits.length === 4) return value;
  return digits.length === 2 ? value + (value < 69 ? 2000 : 1900) : NaN;
}

function clockFromText(text: string): number | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, hours = '', minutes = '', seconds = '0', fraction = '', half] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
}
