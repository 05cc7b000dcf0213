import { ZERO_ONE, type Way } from './builder-of';
import { isNamedDate } from './named-identifier';

/** Days of Excel from 1954 to 2064: what shops have to do with. */
const SERIAL = { from: 20_000, to: 60_000 };
/** Seconds from 2000 to 2035. */
const EPOCH = { from: 946_684_800, to: 2_051_222_400 };
const NAMED_MOMENT = /time|stamp|epoch|unix|created|updated|modified|(^|_)(at|on|ts)$/i;

/** Whether the name says that the column holds dates or moments: `order_date`, `created_at`, `timestamp`. */
export const isNamedMoment = (name: string): boolean => isNamedDate(name) || NAMED_MOMENT.test(name);

/**
 * What else a column of plain numbers may be: days of Excel where the name says date, seconds or milliseconds since
 * 1970, days as YYYYMMDD, yes and no as 1 and 0. Offered, never taken without a word.
 */
export function offeredWays(texts: readonly string[], name: string): Way[] {
  const values = texts.filter((text) => text.trim() !== '').map(Number);
  const all = (test: (value: number) => boolean) => values.length > 0 && values.every(test);
  const within = ({ from, to }: { from: number; to: number }, times = 1) =>
    all((value) => value >= from * times && value < to * times);
  const ways: Way[] = [];
  if (isNamedDate(name) && within(SERIAL)) ways.push({ kind: 'date', format: 'excel-serial' });
  const moment = isNamedMoment(name);
  if (moment && within(EPOCH)) ways.push({ kind: 'date', format: 'epoch-seconds' });
  if (within(EPOCH, 1000)) ways.push({ kind: 'date', format: 'epoch-milliseconds' });
  if (all((value) => value > 19_000_000 && value < 21_000_000))
    ways.push({ kind: 'date', format: 'YYYYMMDD' });
  if (values.includes(0) && values.includes(1) && all((value) => value === 0 || value === 1))
    ways.push({ kind: 'boolean', format: ZERO_ONE });
  return ways;
}
