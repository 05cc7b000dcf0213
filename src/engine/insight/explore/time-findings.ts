import { cycleTest } from '../../stats/cycle';
import type { DaySeries, DaySums } from './day-sums';
import { weekdayOf } from './date-summary';
import type { ExploreFinding } from './finding';
import { lineFit } from './line-fit';
import { periodDays, periodSums, type PeriodDays } from './period-sums';
import { monthNumber, type PeriodUnit } from './periods';
import { SEASON_F, SEASON_TIMES, TREND_PERIODS } from './thresholds';
import { trendFinding } from './trend-finding';

type SeasonUnit = 'month' | 'weekday' | 'hour';

/** Seasons by month, weekday and hour, and trends, of what each day brought. */
export function timeFindings(date: string, sums: DaySums): ExploreFinding[] {
  const { first, days, main, means, rows, hours } = sums;
  const months = levelsBy('month', first, days);
  const weeks = levelsBy('week', first, days);
  const found = [main, ...means].flatMap((series) => {
    const byMonth = months(series);
    const periods = byMonth.levels.length >= TREND_PERIODS ? byMonth : weeks(series);
    const yearly = season(date, series, 'month', yearsOf(byMonth));
    const still = yearly && periods === byMonth ? withoutSeason(periods) : periods;
    return [
      yearly,
      season(date, series, 'weekday', weeksOf(first, series)),
      trendFinding(date, series, still),
    ];
  });
  const byHour = hours ? season(date, { columns: [], of: 'rows' }, 'hour', hoursOf(hours, rows)) : null;
  return [...found, byHour].flatMap((one) => one ?? []);
}

/** What periods bring a day, or are on average; NaN where there is nothing to average. */
export interface Levels {
  unit: PeriodUnit;
  starts: readonly number[];
  levels: number[];
  days: number[];
}

function levelsBy(unit: PeriodUnit, first: number, count: number): (series: DaySeries) => Levels {
  const periods = periodDays(first, count, unit);
  const all = { from: 0, to: periods.starts.length };
  return (series) => {
    // What is cut at the ends has a mean all the same.
    const { from, to } = series.of === 'mean' ? all : periods.whole;
    const [starts, days] = [periods.starts.slice(from, to), periods.days.slice(from, to)];
    return { unit, starts, days, levels: levelsOf(periods, series).slice(from, to) };
  };
}

function levelsOf(periods: PeriodDays, { sums, counts }: DaySeries): number[] {
  const by = counts ? periodSums(periods, counts) : periods.days;
  return periodSums(periods, sums).map((sum, i) => (by[i]! > 0 ? sum / by[i]! : NaN));
}

function season(
  date: string,
  { columns, of }: Pick<DaySeries, 'columns' | 'of'>,
  unit: SeasonUnit,
  rounds: readonly (readonly number[])[],
): ExploreFinding | null {
  const test = cycleTest(rounds);
  const least = leastF(unit, rounds.length);
  if (!test || least === null || test.f < least) return null;
  const cycles = rounds.length;
  const levels = rounds[0]!.map((_, place) => rounds.reduce((sum, round) => sum + round[place]! / cycles, 0));
  const [best, worst] = [levels.indexOf(Math.max(...levels)), levels.indexOf(Math.min(...levels))];
  const [high, low] = [levels[best]!, levels[worst]!];
  const times = low > 0 ? high / low : null;
  if (times !== null && times < SEASON_TIMES) return null;
  const share = of === 'mean' ? null : high / levels.reduce((sum, level) => sum + level, 0);
  return {
    kind: 'season',
    columns: [date, ...columns],
    figures: { of, unit, best, least: worst, high, low, times, share, strength: test.strength, cycles },
    severity: 3,
    weight: test.strength,
    picture: { of: 'time', date, measure: columns[0] ?? null, unit },
  };
}

/** The F from which on a season of so many rounds is believed; null of too few. */
const leastF = (unit: SeasonUnit, rounds: number): number | null =>
  SEASON_F[unit].filter(([from]) => rounds >= from).at(-1)?.[1] ?? null;

/** Whole years from the first whole month on, beside the line through all: a steady rise is no season. */
function yearsOf({ levels, starts }: Levels): number[][] {
  if (levels.length < 24 || levels.some((level) => level !== level)) return [];
  const { slope } = lineFit(levels);
  const level = levels.map((one, i) => one - slope * (i - (levels.length - 1) / 2));
  const first = monthNumber(starts[0]!) % 12;
  return Array.from({ length: Math.floor(level.length / 12) }, (_, year) =>
    Array.from({ length: 12 }, (_, month) => level[year * 12 + ((month - first + 12) % 12)]!),
  );
}

/** What each month of the year has more or less than the line is taken away: else it hides a rise as noise would. */
function withoutSeason(periods: Levels): Levels {
  const { rest } = lineFit(periods.levels);
  const places = periods.starts.map((start) => monthNumber(start) % 12);
  const usual = Array.from({ length: 12 }, (_, month) => {
    const own = rest.filter((_, i) => places[i] === month);
    return own.reduce((sum, one) => sum + one, 0) / own.length;
  });
  return { ...periods, levels: periods.levels.map((level, i) => level - usual[places[i]!]!) };
}

/** Whole weeks in which something is; of means those with each day. */
function weeksOf(first: number, { sums, counts }: DaySeries): number[][] {
  const weeks: number[][] = [];
  for (let day = (7 - weekdayOf(first)) % 7; day + 7 <= sums.length; day += 7) {
    const by = counts?.subarray(day, day + 7);
    const week = Array.from(sums.subarray(day, day + 7), (sum, i) => (by ? sum / by[i]! : sum));
    if (week.every((one) => one === one) && week.some((one) => one !== 0)) weeks.push(week);
  }
  return weeks;
}

function hoursOf(hours: Float64Array, rows: Float64Array): number[][] {
  const found: number[][] = [];
  rows.forEach((count, day) => {
    if (count > 0) found.push([...hours.subarray(day * 24, day * 24 + 24)]);
  });
  return found;
}
