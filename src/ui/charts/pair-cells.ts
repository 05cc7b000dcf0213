import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import type { PairPicture } from '../../engine/index';
import { axisScale, type AxisTicks } from './date-scale';
import { pixels } from './map-look';
import { STRIP, type PlanePlaces, type Span } from './plane-places';
import { pixelChart, uprightAxis, uprightScale } from './pixel-chart';
import { axisName, lines, shadedCells, words } from './plain-marks';
import { fitted } from './text-width';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

export const PAIR_HEIGHT = 360;
const TOP = 28;
const FOOT = 56;
const RIGHT = 24;
const TICKS_APART = 72;

export type Cells = Extract<PairPicture, { shape: 'bins' }>;

export interface CellWords {
  x: string;
  y: string;
  xTick: (value: number) => string;
  yTick: (value: number) => string;
  /** Writes both axes where they are dates. */
  dates?: AxisTicks['dates'];
  /** Of a cell: where it begins and ends along both, and its rows. */
  cell: (x: readonly [number, number], y: readonly [number, number], count: number) => string;
  point: (x: number, y: number) => string;
}

/** Whether all rows are drawn as points; else rows are counted in cells. */
export const drawsPoints = ({ points }: Cells): boolean => points.of === points.x.length;

const BOTTOM = PAIR_HEIGHT - FOOT;

/** Where the cells stand; of numbers, for rows are not chosen between dates here. */
export function pairCellsPlaces(cells: Cells, yTick: CellWords['yTick'], width: number): PlanePlaces {
  const { x, y, points } = cells;
  const { left, place } = uprightScale([y.from, y.to], [TOP, BOTTOM], yTick);
  const across = valueScale([x.from, x.to], false, [left + 6, width - RIGHT], TICKS_APART);
  const edge = ({ from, to, bins }: Cells['x'], i: number) => from + ((to - from) * i) / bins;
  const spans = (axis: Cells['x'], at: (value: number) => number): Span[] =>
    Array.from({ length: axis.bins }, (_, i) => [at(edge(axis, i)), at(edge(axis, i + 1))]);
  return {
    across: spans(x, across.place),
    down: spans(y, place)
      .map(([from, to]): Span => [to, from])
      .reverse(),
    strips: { across: [BOTTOM, BOTTOM + STRIP], down: [0, left] },
    ...(drawsPoints(cells) && {
      points: Array.from(points.x, (value, i) => ({ x: across.place(value), y: place(points.y[i]!) })),
    }),
  };
}

/** Two numbers: points where all rows have room, else cells, the fuller the darker. */
export function pairCellsSpec(cells: Cells, said: CellWords, theme: ChartTheme, width: number): TopLevelSpec {
  const bottom = BOTTOM;
  const { dates } = said;
  const axis = uprightAxis([cells.y.from, cells.y.to], [TOP, bottom], width, said.yTick, theme, dates);
  const across = axisScale([cells.x.from, cells.x.to], false, [axis.left + 6, width - RIGHT], TICKS_APART, {
    tick: said.xTick,
    dates,
  });
  return pixelChart(
    [
      ...axis.layers,
      lines([{ x: axis.left, x2: width, y: bottom, y2: bottom, stroke: theme.ink2 }], 1),
      axisWords(across, across.tick, { y: bottom + 16, width }, theme),
      axisName(said.x, bottom + 38, width - RIGHT, theme),
      words([{ x: 0, y: 8, text: fitted(said.y, width * 0.97), fill: theme.ink }], { fontWeight: 600 }),
      drawsPoints(cells)
        ? pointLayer(cells, said, theme, across.place, axis.place)
        : cellLayer(cells, said, theme, across.place, axis.place),
    ],
    { width, height: PAIR_HEIGHT },
    theme,
  );
}

type Place = (value: number) => number;

function pointLayer({ points }: Cells, said: CellWords, theme: ChartTheme, across: Place, up: Place) {
  const values = Array.from(points.x, (x, i) => ({
    x: across(x),
    y: up(points.y[i]!),
    words: said.point(x, points.y[i]!),
  }));
  return {
    data: { values },
    mark: {
      type: 'point',
      size: 20,
      fill: theme.data,
      opacity: values.length > 800 ? 0.35 : 0.6,
      strokeWidth: 0,
    },
    encoding: { x: pixels('x'), y: pixels('y'), tooltip: { field: 'words' } },
  };
}

function cellLayer({ cells, x, y }: Cells, said: CellWords, theme: ChartTheme, across: Place, up: Place) {
  const most = Math.max(...cells.map(({ count }) => count));
  const edge = ({ from, to, bins }: Cells['x'], i: number) => from + ((to - from) * i) / bins;
  const values = cells.map(({ x: i, y: j, count }) => {
    const [xs, ys] = [
      [edge(x, i), edge(x, i + 1)],
      [edge(y, j), edge(y, j + 1)],
    ] as [[number, number], [number, number]];
    return {
      x: across(xs[0]),
      x2: across(xs[1]),
      y: up(ys[1]),
      y2: up(ys[0]),
      fill: theme.data,
      // The root of the logarithm's share: a cell with one row is still seen.
      opacity: 0.12 + 0.88 * Math.sqrt(Math.log1p(count) / Math.log1p(most)),
      words: said.cell(xs, ys, count),
    };
  });
  return shadedCells(values);
}
