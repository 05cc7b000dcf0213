import { blankWidth } from './cell-bytes';
import type { DateParser } from './date-parser';

/** In which order day, month and year stand; `MMM` is the month's English name. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY' | 'DMMMY' | 'MMMDY' | 'YYYYMMDD';

/** The orders that are written in digits with a separator, as the kernel numbers them. */
export const NUMERIC_ORDERS: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];

const DAY_MS = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = ['uary', 'ruary', 'ch', 'il', '', 'e', 'y', 'ust', 'tember', 'ober', 'ember', 'ember'];
const MONTH_OF = new Map(
  MONTHS.flatMap((short, month) => [
    [short, month + 1] as const,
    [short + FULL[month]!, month + 1] as const,
  ]).concat([['sept', 9]]),
);
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const BLANK = 0x20;
const COMMA = 0x2c;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Days from 1970-01-01 to a day of the Gregorian calendar; NaN where the calendar has no such day. */
export function dayNumber(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return NaN;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return NaN;
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Two-digit years as POSIX reads them: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068. */
const fullYear = (year: number, digits: number): number =>
  digits === 4 ? year : digits !== 2 ? NaN : year < 69 ? 2000 + year : 1900 + year;

/** What `DateCells` remembers of the cells it met, as plain data. */
export interface DatesMet {
  largestFirst: number;
  largestSecond: number;
  hasTime: boolean;
  yearDigits: number;
  timeParts: number;
  mark: number;
  zone: boolean;
  half: boolean;
}

/** Reads the dates of one column, all written in one order with one separator, and remembers what it met. */
export class DateCells implements DateParser {
  /** The largest day-or-month that stood first, and second: nothing above 12 means that they could change places. */
  largestFirst = 0;
  largestSecond = 0;
  hasTime = false;
  #at = 0;
  #value = 0;
  #digits = 0;
  #yearDigits = 0;
  #timeParts = 0;
  #mark = BLANK;
  #zone = false;
  #half = false;

  constructor(
    readonly order: DateOrder,
    /** Byte between the parts; not used by `YYYYMMDD`. */
    readonly separator: number,
  ) {}

  /** Milliseconds since 1970 of the wall-clock moment the bytes spell; NaN where they spell none in this pattern. */
  parse(bytes: Uint8Array, start: number, end: number): number {
    let last = end;
    this.#at = start;
    while (this.#at < last && bytes[this.#at]! <= BLANK) this.#at++;
    while (last > this.#at && bytes[last - 1]! <= BLANK) last--;
    if (last - this.#at < 6) return NaN;
    const days = this.#date(bytes, last);
    if (this.#at === last || Number.isNaN(days)) return days * DAY_MS;
    return days * DAY_MS + this.#time(bytes, last);
  }

  get met(): DatesMet {
    const { largestFirst, largestSecond, hasTime } = this;
    const [yearDigits, timeParts] = [this.#yearDigits, this.#timeParts];
    const [mark, zone, half] = [this.#mark, this.#zone, this.#half];
    return { largestFirst, largestSecond, hasTime, yearDigits, timeParts, mark, zone, half };
  }

  /** Remembers what others met in the cells that follow, all of which they understood. */
  absorb(met: DatesMet): void {
    this.largestFirst = Math.max(this.largestFirst, met.largestFirst);
    this.largestSecond = Math.max(this.largestSecond, met.largestSecond);
    if (met.hasTime) this.#mark = met.mark;
    this.hasTime ||= met.hasTime;
    if (met.yearDigits > 0) this.#yearDigits = met.yearDigits;
    this.#timeParts = Math.max(this.#timeParts, met.timeParts);
    this.#zone ||= met.zone;
    this.#half ||= met.half;
  }

  /** The pattern in letters, such as `YYYY-MM-DD HH:mm:ss` or `DD/MM/YY`. */
  get format(): string {
    const year = this.#yearDigits === 2 ? 'YY' : 'YYYY';
    const mark = String.fromCharCode(this.separator);
    const parts = {
      YMD: ['YYYY', 'MM', 'DD'].join(mark),
      DMY: ['DD', 'MM', year].join(mark),
      MDY: ['MM', 'DD', year].join(mark),
      DMMMY: ['DD', 'MMM', year].join(mark),
      MMMDY: `MMM DD${mark === ',' ? ',' : ''} ${year}`,
      YYYYMMDD: 'YYYYMMDD',
    };
    if (!this.hasTime) return parts[this.order];
    const clock = ['HH:mm', 'HH:mm:ss', 'HH:mm:ss.SSS'][this.#timeParts - 2] ?? 'HH:mm';
    return `${parts[this.order]}${this.#mark === BLANK ? ' ' : 'T'}${clock}${this.#half ? ' a' : ''}${this.#zone ? 'Z' : ''}`;
  }

  /** Whether days and months could change places in every cell met. */
  get ambiguous(): boolean {
    return (
      (this.order === 'DMY' || this.order === 'MDY') && this.largestFirst <= 12 && this.largestSecond <= 12
    );
  }

  #date(bytes: Uint8Array, last: number): number {
    switch (this.order) {
      case 'YYYYMMDD':
        return this.#compact(bytes, last);
      case 'MMMDY':
      case 'DMMMY':
        return this.#named(bytes, last);
      default:
        return this.#numeric(bytes, last);
    }
  }

  #numeric(bytes: Uint8Array, last: number): number {
    const first = this.#number(bytes, last);
    const firstDigits = this.#digits;
    if (bytes[this.#at++] !== this.separator) return NaN;
    const second = this.#number(bytes, last);
    if (this.#digits < 1 || this.#digits > 2 || bytes[this.#at++] !== this.separator || this.#at > last)
      return NaN;
    const third = this.#number(bytes, last);
    if (this.order === 'YMD') {
      return firstDigits === 4 && this.#digits >= 1 && this.#digits <= 2
        ? dayNumber(first, second, third)
        : NaN;
    }
    if (firstDigits < 1 || firstDigits > 2) return NaN;
    const year = fullYear(third, this.#digits);
    this.#yearDigits = this.#digits;
    if (first > this.largestFirst) this.largestFirst = first;
    if (second > this.largestSecond) this.largestSecond = second;
    return this.order === 'DMY' ? dayNumber(year, second, first) : dayNumber(year, first, second);
  }

  #named(bytes: Uint8Array, last: number): number {
    let day = 0;
    if (this.order === 'DMMMY') {
      day = this.#number(bytes, last);
      if (this.#digits < 1 || this.#digits > 2 || bytes[this.#at++] !== this.separator) return NaN;
    }
    const month = this.#monthName(bytes, last);
    if (this.order === 'DMMMY') {
      if (bytes[this.#at++] !== this.separator) return NaN;
    } else {
      if (bytes[this.#at++] !== BLANK) return NaN;
      day = this.#number(bytes, last);
      if (this.#digits < 1 || this.#digits > 2) return NaN;
      if (this.separator !== BLANK && bytes[this.#at++] !== this.separator) return NaN;
      if (bytes[this.#at++] !== BLANK) return NaN;
    }
    const year = fullYear(this.#number(bytes, last), this.#digits);
    this.#yearDigits = this.#digits;
    return dayNumber(year, month, day);
  }

  #compact(bytes: Uint8Array, last: number): number {
    const value = this.#number(bytes, last);
    if (this.#digits !== 8 || this.#at !== last) return NaN;
    const year = Math.floor(value / 10_000);
    return year < 1900 || year > 2100 ? NaN : dayNumber(year, Math.floor(value / 100) % 100, value % 100);
  }

  #number(bytes: Uint8Array, last: number): number {
    let value = 0;
    let at = this.#at;
    let digit = 0;
    while (at < last && (digit = bytes[at]! - 0x30) >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at++;
    }
    this.#digits = at - this.#at;
    this.#at = at;
    return value;
  }

  #monthName(bytes: Uint8Array, last: number): number {
    let name = '';
    while (this.#at < last && bytes[this.#at]! > 0x40 && name.length < 10) {
      name += String.fromCharCode(bytes[this.#at++]! | 0x20);
    }
    if (bytes[this.#at] === 0x2e && this.separator !== 0x2e) this.#at++;
    return MONTH_OF.get(name) ?? NaN;
  }

  /** `T08:26`, ` 8:26:00.5 pm`, `T08:26:00+01:00`: milliseconds of the day; the zone is passed over. */
  #time(bytes: Uint8Array, last: number): number {
    let mark = bytes[this.#at++]!;
    // 3/4/2025, 10:22 PM
    if (mark === COMMA && this.#at < last && bytes[this.#at] === BLANK) mark = BLANK;
    if (mark !== BLANK && mark !== 0x54 && mark !== 0x74) return NaN;
    while (this.#at < last && bytes[this.#at] === BLANK) this.#at++;
    let hour = this.#number(bytes, last);
    if (this.#digits < 1 || this.#digits > 2 || bytes[this.#at++] !== 0x3a) return NaN;
    const minute = this.#number(bytes, last);
    if (this.#digits !== 2 || this.#at > last) return NaN;
    let parts = 2;
    let seconds = 0;
    if (this.#at < last && bytes[this.#at] === 0x3a) {
      this.#at++;
      seconds = this.#number(bytes, last);
      if (this.#digits !== 2) return NaN;
      parts = 3;
      if (this.#at < last && (bytes[this.#at] === 0x2e || bytes[this.#at] === 0x2c)) {
        this.#at++;
        const fraction = this.#number(bytes, last);
        if (this.#digits < 1 || this.#digits > 9) return NaN;
        seconds += fraction / 10 ** this.#digits;
        parts = 4;
      }
    }
    hour = this.#halfDay(bytes, last, hour);
    if (this.#at < last && !this.#offset(bytes, last)) return NaN;
    if (!(hour <= 24) || minute > 59 || seconds >= 61 || (hour === 24 && minute + seconds > 0)) return NaN;
    this.hasTime = true;
    this.#mark = mark;
    if (parts > this.#timeParts) this.#timeParts = parts;
    return (hour * 60 + minute) * 60_000 + Math.floor(seconds * 1000 + 1e-6);
  }

  #halfDay(bytes: Uint8Array, last: number, hour: number): number {
    let at = this.#at;
    if (at < last && bytes[at] === BLANK) at++;
    const letter = at < last ? bytes[at]! | 0x20 : 0;
    if ((letter !== 0x61 && letter !== 0x70) || (bytes[at + 1]! | 0x20) !== 0x6d || at + 2 > last)
      return hour;
    this.#at = at + 2;
    this.#half = true;
    if (hour < 1 || hour > 12) return NaN;
    return (hour % 12) + (letter === 0x70 ? 12 : 0);
  }

  #offset(bytes: Uint8Array, last: number): boolean {
    const blank = blankWidth(bytes, this.#at);
    let at = this.#at + blank;
    const byte = bytes[at++];
    if (byte === 0x5a || byte === 0x7a) this.#zone = at === last;
    else if (byte === 0x2b || byte === 0x2d) {
      let digits = 0;
      while (at < last && (isDigit(bytes[at]) || (digits === 2 && bytes[at] === 0x3a))) {
        if (bytes[at++] !== 0x3a) digits++;
      }
      this.#zone = at === last && (digits === 2 || digits === 4);
    } else if (last - this.#at - blank === 3 && (byte === 0x55 || byte === 0x47)) {
      // UTC and GMT
      this.#zone = true;
      at = last;
    } else return false;
    this.#at = last;
    return at === last && this.#zone;
  }
}
