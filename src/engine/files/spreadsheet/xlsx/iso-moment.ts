const MOMENT = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d:\d\d(?::\d\d)?)(\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * `2021-01-01T10:10:10.5Z` as the other moments of a sheet are written: `2021-01-01 10:10:10.500`. Midnight is left
 * out where no time is to be shown; a time zone counts as little as elsewhere in a sheet. Null for anything else.
 */
export function isoMoment(text: string, showsTime: boolean): string | null {
  const [, day = '', clock = '', fraction = ''] = MOMENT.exec(text) ?? [];
  if (day === '' && clock === '') return null;
  if (clock === '') return day;
  const ms = fraction === '' ? '' : (Number(fraction).toFixed(3).slice(1) as string);
  const time = (clock.length === 5 ? `${clock}:00` : clock) + (ms === '.000' ? '' : ms);
  if (day === '') return time;
  return time === '00:00:00' && !showsTime ? day : `${day} ${time}`;
}
