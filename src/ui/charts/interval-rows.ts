import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import { pixels } from './map-look';
import { pixelChart } from './pixel-chart';
import { rowNames, rowsAt, type RowNames } from './row-names';
import { lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

const ROW = 30;
const HEAD = 8;
const FOOT = 32;
const WIDEST = 0.36;
const GAP = 14;
const RIGHT = 20;
const TICKS_APART = 56;

/** A value with its interval, one line each. */
export interface IntervalRow {
  label: string;
  value: number;
  low: number | null;
  high: number | null;
  words: string;
}

export const intervalsHeight = (rows: readonly IntervalRow[], width: number): number =>
  HEAD + (ROW + namesOf(rows, width).above) * Math.max(1, rows.length) + FOOT;

const namesOf = (rows: readonly IntervalRow[], width: number): RowNames =>
  rowNames(
    rows.map(({ label }) => label),
    width,
    { widest: WIDEST, gap: GAP },
  );

/** A point for each row with its interval; a line through all marks the value of the whole. */
export function intervalsSpec(
  rows: readonly IntervalRow[],
  { whole, tick }: { whole: number | null; tick: (value: number) => string },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { left, above, texts } = namesOf(rows, width);
  const ends = [0, whole ?? 0, ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])];
  const { place, ticks } = valueScale([Math.min(...ends), Math.max(0.1, ...ends)], false, [left + 8, width - RIGHT], TICKS_APART);
  const { middle, named, bottom, grid } = rowsAt({ head: HEAD, row: ROW, above, count: rows.length });
  const placed = rows.map((row, i) => ({ ...row, y: middle(i) }));
  const upright = (at: number, stroke: string) => grid.map(([y, y2]) => ({ x: place(at), x2: place(at), y, y2, stroke }));
  return pixelChart(
    [
      lines(ticks.flatMap((at) => upright(at, at === 0 ? theme.ink2 : theme.line)), 1),
      axisWords({ place, ticks }, tick, { y: bottom + 16, width }, theme),
      lines(whole === null ? [] : upright(whole, theme.ink), 1.5, [3, 3]),
      words(texts.map((text, i) => ({ x: 0, y: named(i), text, fill: theme.ink }))),
      lines(placed.flatMap(({ low, high, y }) => (low === null || high === null ? [] : [{ x: place(low), x2: place(high), y, y2: y, stroke: theme.data }])), 2),
      {
        data: { values: placed.map(({ value, y, words: told }) => ({ x: place(value), y, words: told })) },
        mark: { type: 'point', size: 90, filled: true, fill: theme.data, stroke: theme.paper, strokeWidth: 1, opacity: 1 },
        encoding: { x: pixels('x'), y: pixels('y'), tooltip: { field: 'words' } },
      },
    ],
    { width, height: intervalsHeight(rows, width) },
    theme,
  );
} // prettier-ignore
