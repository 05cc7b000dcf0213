import { DAY, parseDay } from '../parts/calendar';

type Bound = number | string | undefined;

/** What a person says about a range; dates as `YYYY-MM-DD`. */
export interface Range {
  from?: Bound;
  above?: Bound;
  to?: Bound;
  below?: Bound;
}

/** The same in the column's own unit (dates: ms); an open end is not allowed itself. */
export interface Bounds {
  least: number;
  leastOpen: boolean;
  most: number;
  mostOpen: boolean;
  /** Whether the bounds are days. */
  dates: boolean;
}

/**
 * The range as numbers; null where it says nothing, says one end twice, mixes days and numbers, names a day that is
 * none or leaves no room. A last day is allowed to its end.
 */
export function bounds({ from, above, to, below }: Range): Bounds | null {
  const given = [from, above, to, below].filter((bound) => bound !== undefined);
  const dates = typeof given[0] === 'string';
  if (given.length === 0 || given.some((bound) => (typeof bound === 'string') !== dates)) return null;
  if ((from !== undefined && above !== undefined) || (to !== undefined && below !== undefined)) return null;
  const [low, high] = [from ?? above, to ?? below];
  const least = low === undefined ? -Infinity : start(low);
  const most = high === undefined ? Infinity : start(high);
  if (Number.isNaN(least) || Number.isNaN(most)) return null;
  const wholeDay = dates ? DAY : 0;
  const found: Bounds = {
    least: above !== undefined ? least + wholeDay : least,
    leastOpen: above !== undefined && !dates,
    most: to !== undefined ? most + wholeDay : most,
    mostOpen: below !== undefined || (to !== undefined && dates),
    dates,
  };
  return found.least <= found.most ? found : null;
}

function start(bound: number | string): number {
  if (typeof bound === 'number') return bound;
  const day = parseDay(bound);
  return day === null ? NaN : day * DAY;
}
