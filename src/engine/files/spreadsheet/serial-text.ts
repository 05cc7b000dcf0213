import { formatKind, showsTime } from './number-format';

const DAY_MS = 86_400_000;
/** Days from 1970-01-01 to day 0: 1899-12-30 from March 1900 on, for Excel counts a 29 February 1900 that never was. */
const DAY_ZERO_1900 = -25_569;
const DAY_ZERO_1904 = -24_107;
const LEAP_DAY = 60;
/** 9999-12-31 in the system of 1900. */
const LAST_DAY = 2_958_465;

/**
 * A number as text: a wall-clock moment (`2011-12-09 12:50:00`), a day or a time of day (`08:30:00`) where its format
 * makes it one, else its shortest digits. Numbers that are no day of the calendar stay numbers, but for
 * the two Excel shows, `1900-01-00` and `1900-02-29`.
 */
export function serialText(value: number, format: string, date1904: boolean): string {
  const kind = formatKind(format);
  if (kind === 'number' || !(value >= 0)) return String(value);
  const [day, ms] = split(value);
  if (day === 0 && (kind === 'time' || (ms > 0 && !date1904))) return clock(ms);
  const text = dayText(day, date1904);
  if (text === null) return String(value);
  return ms === 0 && kind === 'date' && !showsTime(format) ? text : `${text} ${clock(ms)}`;
}

/** Whole days, and milliseconds of the last: a clock's second that was missed by rounding is hit. */
function split(value: number): [day: number, ms: number] {
  const day = Math.floor(value);
  let ms = Math.round((value - day) * DAY_MS);
  const second = Math.round(ms / 1000) * 1000;
  if (Math.abs(ms - second) <= 1) ms = second;
  return ms === DAY_MS ? [day + 1, 0] : [day, ms];
}

function dayText(serial: number, date1904: boolean): string | null {
  if (date1904) return serial + 1462 > LAST_DAY ? null : isoDay(serial + DAY_ZERO_1904);
  if (serial > LAST_DAY) return null;
  if (serial === 0) return '1900-01-00';
  if (serial === LEAP_DAY) return '1900-02-29';
  return isoDay(serial + DAY_ZERO_1900 + (serial < LEAP_DAY ? 1 : 0));
}

const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function clock(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.slice(11, ms % 1000 === 0 ? 19 : 23);
}
