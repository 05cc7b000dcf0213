import type { TopLevelSpec } from 'vega-lite';
import { pixels } from './map-look';
import { pixelChart, spacedWords, uprightAxis } from './pixel-chart';
import { words } from './plain-marks';
import type { ChartTheme } from './theme';

export const LINE_HEIGHT = 260;
const TOP = 12;
const FOOT = 28;
const RIGHT = 24;
/** With more points than this none is marked. */
const MARKED = 80;

export interface LinePoint {
  label: string;
  value: number;
  words: string;
}

/** Values over time as a line. */
export function timeLineSpec(
  points: readonly LinePoint[],
  tick: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const bottom = LINE_HEIGHT - FOOT;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const axis = uprightAxis([0, most], [TOP, bottom], width, tick, theme);
  const [from, to] = [axis.left + 12, width - RIGHT];
  const across = (i: number) =>
    points.length < 2 ? (from + to) / 2 : from + (i / (points.length - 1)) * (to - from);
  const values = points.map(({ label, value, words: told }, i) => ({
    x: across(i),
    y: axis.place(value),
    label,
    words: told,
  }));
  const place = { x: pixels('x'), y: pixels('y') };
  return pixelChart(
    [
      ...axis.layers,
      {
        data: { values },
        mark: { type: 'line' },
        encoding: { ...place, order: { field: 'x', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'point', size: 36, opacity: points.length > MARKED ? 0 : 1, fill: theme.data },
        encoding: { ...place, tooltip: { field: 'words' } },
      },
      words(
        spacedWords(values.map(({ x, label }) => ({ x, y: bottom + 16, text: label, fill: theme.ink2 }))),
        { align: 'center' },
      ),
    ],
    { width, height: LINE_HEIGHT },
    theme,
  );
}
