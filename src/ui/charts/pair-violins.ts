import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import { axisScale, type AxisTicks } from './date-scale';
import type { Box } from '../../engine/index';
import { literal, pixels } from './map-look';
import { pixelChart } from './pixel-chart';
import { rowNames, rowsAt, type RowNames } from './row-names';
import { rowPlaces, type BoxSteps } from './pair-boxes';
import type { PlanePlaces } from './plane-places';
import { axisName, lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { worded } from './value-scale';

const ROW = 56;
const HEAD = 8;
const FOOT = 28;
/** Of the name of the numbers, below their axis. */
const NAME = 22;
const HALF = 22;
const WIDEST = 0.36;
const GAP = 14;
/** Left of the rows where their names stand above them, room to choose rows by. */
const INSET = 28;
const RIGHT = 16;
const TICKS_APART = 72;

export interface NamedViolin {
  label: string;
  box: Box;
  /** Null where a group has no shape: its box is drawn alone. */
  density: readonly { value: number; density: number }[] | null;
  words: string;
  /** Stands for several values together. */
  rest: boolean;
}

export const pairViolinsHeight = (rows: readonly NamedViolin[], width: number): number =>
  HEAD + (ROW + namesOf(rows, width).above) * Math.max(1, rows.length) + FOOT + NAME;

const namesOf = (rows: readonly NamedViolin[], width: number): RowNames =>
  rowNames(
    rows.map(({ label }) => label),
    width,
    { widest: WIDEST, gap: GAP, inset: INSET },
  );

/** Where the rows of the violins lie, and the steps of their numbers. */
export function pairViolinsPlaces(
  rows: readonly NamedViolin[],
  width: number,
  steps: BoxSteps | null = null,
): PlanePlaces {
  const { left, above } = namesOf(rows, width);
  return rowPlaces({ rows: rows.length, row: ROW + above, head: HEAD }, [left, width - RIGHT], steps);
}

/** A lying violin for each value of a category, each as high as its own peak; in it the middle half and the median. */
export function pairViolinsSpec(
  rows: readonly NamedViolin[],
  { name, ...written }: AxisTicks & { name: string },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { left, above, texts } = namesOf(rows, width);
  const range = [Math.min(...rows.map(({ box }) => box.low)), Math.max(...rows.map(({ box }) => box.high))] as const;
  const plot = [left, width - RIGHT] as const;
  const { place, ticks: all, tick } = axisScale(range, false, plot, TICKS_APART, written);
  const ticks = worded(all, tick);
  const { middle, named, bottom, grid } = rowsAt({ head: HEAD, row: ROW, above, count: rows.length });
  const placed = rows.map((row, i) => ({ ...row, y: middle(i), colour: row.rest ? theme.context : theme.data }));
  const shapes = placed.flatMap(({ density, y, colour, words: told }, group) => {
    const peak = Math.max(...(density ?? []).map(({ density: at }) => at));
    return (density ?? []).map(({ value, density: at }) => {
      const half = peak > 0 ? (at / peak) * HALF : 0;
      return { group, x: place(value), y: y - half, y2: y + half, fill: colour, words: told };
    });
  });
  return pixelChart(
    [
      lines(grid.flatMap(([y, y2]) => ticks.map(({ value }) => ({ x: place(value), x2: place(value), y, y2, stroke: theme.line }))), 1),
      axisWords({ place, ticks: all }, tick, { y: bottom + 16, width }, theme),
      words(texts.map((text, i) => ({ x: 0, y: named(i), text, fill: theme.ink }))),
      axisName(name, bottom + FOOT + NAME - 8, width - RIGHT, theme),
      {
        data: { values: shapes },
        mark: { type: 'area', opacity: 0.55, line: false },
        encoding: { x: pixels('x'), y: pixels('y'), y2: { field: 'y2' }, fill: literal('fill'), detail: { field: 'group' }, tooltip: { field: 'words' } },
      },
      lines(placed.map(({ box, y, density, colour }) => ({ x: place(box.low), x2: place(box.high), y, y2: y, stroke: density ? theme.ink : colour })), 1),
      lines(placed.map(({ box, y }) => ({ x: place(box.lower), x2: place(box.upper), y, y2: y, stroke: theme.ink })), 5),
      lines(placed.map(({ box, y }) => ({ x: place(box.median), x2: place(box.median), y: y - 7, y2: y + 7, stroke: theme.ink })), 2.5),
    ],
    { width, height: pairViolinsHeight(rows, width) },
    theme,
  );
} // prettier-ignore
