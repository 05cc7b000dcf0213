import { DAY } from '../../steps/parts/calendar';
import { periodsOf, type PeriodUnit } from './periods';

/** Days put together by period of the calendar. */
export interface PeriodDays {
  unit: PeriodUnit;
  starts: readonly number[];
  /** Days of each period, whether or not the table has them. */
  days: number[];
  /** Where each begins among the days, and where the last one ends; 0 and their number where they are cut. */
  bounds: number[];
  /** The whole ones, from and to (not with it): the first and the last may be cut. */
  whole: { from: number; to: number };
}

/** A period that lacks no more days than this at the cut end is whole: shops rest. */
const REST: Readonly<Record<PeriodUnit, number>> = { day: 0, week: 2, month: 3, year: 7 };

/** @param first the first day, since 1970, of so many */
export function periodDays(first: number, days: number, unit: PeriodUnit): PeriodDays {
  const { starts } = periodsOf(first * DAY, (first + days - 1) * DAY, unit);
  const edges = [...starts, endAfter(starts.at(-1)!, unit)].map((start) => start / DAY - first);
  const [cutBefore, cutAfter] = [-edges[0]!, edges.at(-1)! - days];
  return {
    unit,
    starts,
    days: starts.map((_, i) => edges[i + 1]! - edges[i]!),
    bounds: edges.map((edge) => Math.min(Math.max(edge, 0), days)),
    whole: {
      from: cutBefore > REST[unit] ? 1 : 0,
      to: starts.length - (cutAfter > REST[unit] ? 1 : 0),
    },
  };
}

/** The start of the period that follows the last one. */
function endAfter(start: number, unit: PeriodUnit): number {
  const far = { day: 1, week: 7, month: 31, year: 366 }[unit];
  return periodsOf(start, start + far * DAY, unit).starts[1]!;
}

/** What each period brings of what each day does. */
export const periodSums = ({ starts, bounds }: PeriodDays, days: Float64Array): number[] =>
  starts.map((_, i) => {
    let total = 0;
    for (let day = bounds[i]!; day < bounds[i + 1]!; day++) total += days[day]!;
    return total;
  });
