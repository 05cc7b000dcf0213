/** The first day of the month of a date, ms since 1970, UTC; null of none. */
export function monthOf(ms: number | null): number | null {
  if (ms === null) return null;
  const day = new Date(ms);
  day.setUTCHours(0, 0, 0, 0);
  return day.setUTCDate(1);
}
