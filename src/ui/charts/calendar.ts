import type { TopLevelSpec } from 'vega-lite';
import type { BrushPlaces, Ends } from './brush-places';
import { pixelChart } from './pixel-chart';
import { boxes, words } from './plain-marks';
import type { ChartTheme } from './theme';

const DAY = 86_400_000;
const WEEKS = 53;
const LEFT = 36;
const HEAD = 40;
const AFTER = 16;
const LARGEST = 16;

/** Rows of each day, the first at midnight of `from` (ms, UTC). */
export interface Days {
  from: number;
  counts: readonly number[];
}

export interface CalendarWords {
  /** "Jan" … "Dec". */
  months: readonly string[];
  /** Of Monday, Wednesday and Friday, in one letter or three. */
  weekdays: readonly [string, string, string];
  day: (ms: number, count: number) => string;
}

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();
const cellOf = (width: number): number => Math.max(4, Math.min(LARGEST, (width - LEFT) / (WEEKS + 1)));
const blockOf = (width: number): number => HEAD + 7 * cellOf(width) + AFTER;

export function calendarHeight({ from, counts }: Days, width: number): number {
  const years = yearOf(from + (counts.length - 1) * DAY) - yearOf(from) + 1;
  return Math.ceil(years * blockOf(width));
}

/** From 0 (none) to 5: by how many of the days that have rows have fewer. */
export function dayStep(rising: readonly number[], count: number): number {
  if (count === 0) return 0;
  const below = rising.findIndex((one) => one >= count);
  return 1 + Math.min(4, Math.floor((below / rising.length) * 5));
}

function placesOf({ from, counts }: Days, width: number): Ends[] {
  const cell = cellOf(width);
  return counts.map((_, i) => {
    const ms = from + i * DAY;
    const x = LEFT + weekOf(ms) * cell;
    const y = topOf(yearOf(ms) - yearOf(from), width) + weekdayOf(ms) * cell;
    return { x, x2: x + cell - 1, y, y2: y + cell - 1 };
  });
}

/** Where the days stand. */
export const calendarPlaces = (days: Days, width: number): BrushPlaces => ({
  grow: 'tiles',
  bars: placesOf(days, width),
});

const topOf = (years: number, width: number): number => years * blockOf(width) + HEAD;

function weekOf(ms: number): number {
  const first = firstOf(yearOf(ms), 0);
  return Math.floor(((ms - first) / DAY + weekdayOf(first)) / 7);
}

/** One tile per day, a year after the other, weeks from left to right and Monday on top. */
export function calendarSpec(days: Days, said: CalendarWords, theme: ChartTheme, width: number): TopLevelSpec {
  const cell = cellOf(width);
  const firstYear = yearOf(days.from);
  const rising = days.counts.filter((count) => count > 0).sort((a, b) => a - b);
  const steps = new Map(days.counts.map((count) => [count, dayStep(rising, count)]));
  const top = (year: number) => topOf(year - firstYear, width);
  const places = placesOf(days, width);
  const tiles = days.counts.map((count, i) => {
    const fill = theme.low[steps.get(count)!]!;
    return { ...places[i]!, fill, stroke: 'transparent', words: said.day(days.from + i * DAY, count) };
  });
  const end = days.from + (days.counts.length - 1) * DAY;
  const last = yearOf(end);
  const years = Array.from({ length: last - firstYear + 1 }, (_, i) => firstYear + i);
  return pixelChart(
    [
      words(years.map((year) => ({ x: 0, y: top(year) - 28, text: String(year), fill: theme.ink })), { fontWeight: 600, fontSize: 13 }),
      words(years.flatMap((year) => said.months.map((text, month) => ({ first: firstOf(year, month), x: LEFT + weekOf(firstOf(year, month) + 6 * DAY) * cell, y: top(year) - 10, text, fill: theme.ink2 })).filter(({ first }, i) => (cell > 9 || i % 3 === 0) && first >= days.from - 27 * DAY && first <= end))),
      words(cell < 9 ? [] : years.flatMap((year) => said.weekdays.map((text, i) => ({ x: 0, y: top(year) + (2 * i + 0.5) * cell, text, fill: theme.ink2 })))),
      boxes(tiles),
    ],
    { width, height: calendarHeight(days, width) },
    theme,
  );
} // prettier-ignore

/** `Date.UTC` takes years before 100 for others. */
const firstOf = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1);

/** Monday is 0. */
const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;
