/** Milliseconds of one calendar day. */
export const DAY = 86_400_000;

/** The calendar day of a wall-clock moment, as days since 1970-01-01; NaN stays NaN. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds of a calendar day written as if UTC, or null where there is no such day. `month` 1 is January. */
export function dayMs(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`, or null where that is not a day. */
export function parseDay(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const ms = found && dayMs(Number(found[1]), Number(found[2]), Number(found[3]));
  return ms === null ? null : ms / DAY;
}

/** `YYYY-MM-DD` of days since 1970-01-01. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** "10 Dec 2011" for `2011-12-10`; the text itself where that is not a day. */
export function plainDay(iso: string): string {
  const day = parseDay(iso);
  if (day === null) return iso;
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Wall-clock milliseconds of `YYYY-MM-DD`, which `HH:mm:ss` or `HH:mm:ss.sss` may follow; null where that is none. */
export function momentOf(text: string): number | null {
  const [, date = '', time = ''] = /^(\S+)(?: (\d{2}:\d{2}:\d{2}(?:\.\d{3})?))?$/.exec(text) ?? [];
  const day = parseDay(date);
  if (day === null || time === '') return day === null ? null : day * DAY;
  const [hours, minutes, seconds] = time.split(':').map(Number) as [number, number, number];
  if (hours > 23 || minutes > 59 || seconds >= 60) return null;
  return day * DAY + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** A moment as `momentOf` reads it: the clock only where it is not midnight. */
export function momentText(ms: number): string {
  const iso = new Date(ms).toISOString();
  return ms % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, -1).replace('T', ' ');
}
