import { autocorrelation } from '../../stats/autocorrelation';
import type { DaySeries } from './day-sums';
import type { ExploreFinding } from './finding';
import { lineFit } from './line-fit';
import { TREND_CHANGE, TREND_PERIODS, TREND_T } from './thresholds';
import type { Levels } from './time-findings';

/** A rise or fall of whole months or weeks that chance would not bring, and that matters. */
export function trendFinding(
  date: string,
  { columns, of }: DaySeries,
  { unit, levels, days }: Levels,
): ExploreFinding | null {
  const n = levels.length;
  if (n < TREND_PERIODS || levels.some((level) => level !== level)) return null;
  const { start, slope, fit, rest } = lineFit(levels);
  const t = Math.sqrt(fit / (1 - fit)) * Math.sqrt(Math.max(0, independent(rest) - 2));
  if (!(t >= TREND_T)) return null;
  const length = of === 'mean' ? 1 : days.reduce((sum, one) => sum + one, 0) / n;
  const [from, to] = [start * length, (start + slope * (n - 1)) * length];
  if (Math.abs(to - from) < (TREND_CHANGE * Math.abs(from + to)) / 2) return null;
  return {
    kind: 'trend',
    columns: [date, ...columns],
    figures: { of, unit, from, to, times: from > 0 && to > 0 ? to / from : null, fit, periods: n },
    severity: 3,
    weight: fit,
    picture: { of: 'time', date, measure: columns[0] ?? null, unit: unit === 'week' ? 'week' : 'month' },
  };
}

/** So many independent values say as much as these, of which each goes with the one before. */
function independent(rest: readonly number[]): number {
  const along = autocorrelation(rest);
  if (!(along > 0)) return rest.length;
  return (rest.length * (1 - along)) / (1 + along);
}
