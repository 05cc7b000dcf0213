import type { TopLevelSpec } from 'vega-lite';
import { pixels } from './map-look';
import type { BrushPlaces } from './brush-places';
import { pixelChart, spacedWords, uprightAxis, uprightScale } from './pixel-chart';
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

const BOTTOM = LINE_HEIGHT - FOOT;
const upTo = (points: readonly LinePoint[]): readonly [number, number] => [
  0,
  Math.max(1, ...points.map(({ value }) => value)),
];

function across(points: readonly LinePoint[], left: number, width: number): (at: number) => number {
  const [from, to] = [left + 12, width - RIGHT];
  return (i) => (points.length < 2 ? (from + to) / 2 : from + (i / (points.length - 1)) * (to - from));
}

/** Where the points stand, and the ground below them. */
export function timeLinePlaces(
  points: readonly LinePoint[],
  tick: (value: number) => string,
  width: number,
): Extract<BrushPlaces, { grow: 'line' }> {
  const { left, place } = uprightScale(upTo(points), [TOP, BOTTOM], tick);
  const along = across(points, left, width);
  return {
    grow: 'line',
    points: points.map(({ value }, i) => ({ x: along(i), y: place(value) })),
    ground: BOTTOM,
  };
}

/** Values over time as a line. */
export function timeLineSpec(
  points: readonly LinePoint[],
  tick: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const bottom = BOTTOM;
  const axis = uprightAxis(upTo(points), [TOP, bottom], width, tick, theme);
  const along = across(points, axis.left, width);
  const values = points.map(({ label, value, words: told }, i) => ({
    x: along(i),
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
