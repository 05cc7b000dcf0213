import { plainDay } from '../parts/calendar';
import type { Range } from './bounds';

const words = (bound: number | string): string =>
  typeof bound === 'string' ? plainDay(bound) : String(bound);

/** "above 0", "at least 1910", "from 1 Jan 2020 to 24 Nov 2026". */
export function rangeInWords({ from, above, to, below }: Range): string {
  const day = typeof (from ?? above ?? to ?? below) === 'string';
  const low =
    from !== undefined
      ? `${day ? 'from' : 'at least'} ${words(from)}`
      : above !== undefined
        ? `${day ? 'after' : 'above'} ${words(above)}`
        : '';
  const high =
    to !== undefined
      ? `${day ? (low === '' ? 'up to' : 'to') : 'at most'} ${words(to)}`
      : below !== undefined
        ? `${day ? 'before' : 'below'} ${words(below)}`
        : '';
  return [low, high].filter(Boolean).join(day ? ' ' : ' and ');
}
