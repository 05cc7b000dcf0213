import { DAY } from '../parts/calendar';

/** A wall-clock moment taken apart. */
export interface Moment {
  /** Days since 1970-01-01. */
  day: number;
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  dayOfMonth: number;
  /** 0 to 23. */
  hour: number;
}

/**
 * Writes a moment (wall-clock milliseconds) into `into`. Gregorian throughout.
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days
 */
export function takeApart(ms: number, into: Moment): void {
  const day = Math.floor(ms / DAY);
  into.hour = Math.floor((ms - day * DAY) / 3_600_000);
  if (day === into.day) return;
  into.day = day;
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  into.dayOfMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  into.month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  into.year = yearOfEra + era * 400 + (into.month <= 2 ? 1 : 0);
}

/** A moment to write into. */
export const noMoment = (): Moment => ({ day: NaN, year: 0, month: 0, dayOfMonth: 0, hour: 0 });

/** 1 is Monday, 7 Sunday (ISO 8601). */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The year and the week, 1 to 53, in which the Thursday of the same week lies (ISO 8601). */
export function isoWeek(day: number): { year: number; week: number } {
  const thursday = noMoment();
  takeApart((day - weekday(day) + 4) * DAY, thursday);
  const newYear = Date.UTC(2000, 0, 1) / DAY + daysFrom2000(thursday.year);
  return { year: thursday.year, week: Math.floor((thursday.day - newYear) / 7) + 1 };
}

/** Days from 1 January 2000 to that of a year. */
function daysFrom2000(year: number): number {
  const leaps = (to: number) => Math.floor(to / 4) - Math.floor(to / 100) + Math.floor(to / 400);
  return (year - 2000) * 365 + leaps(year - 1) - leaps(1999);
}
